/** Samples and episodes: what evaluation reads and what training consumes. */
@NullMarked
package org.crobim.data;

import org.jspecify.annotations.NullMarked;
