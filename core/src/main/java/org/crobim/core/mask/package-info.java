/** Binary masks, run-length encoding and polygon rasterisation. */
@NullMarked
package org.crobim.core.mask;

import org.jspecify.annotations.NullMarked;
