/**
 * Image encoders: an image in, a pyramid of feature maps at stride 4, 8, 16 and 32 out.
 */
@NullMarked
package org.crobim.model.vision;

import org.jspecify.annotations.NullMarked;
