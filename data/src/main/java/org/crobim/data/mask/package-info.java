/**
 * Where masks come from when a data set tells less than the pixels, and how good a mask is.
 *
 * <p>{@link org.crobim.data.mask.MaskSource} turns an object and the picture into a mask. Sources that need heavy native libraries
 * live in the module {@code masks} and are found through {@link org.crobim.data.mask.MaskSourceProvider}.
 * {@link org.crobim.data.mask.MaskQuality} measures a mask against the box it was made from.
 */
@NullMarked
package org.crobim.data.mask;

import org.jspecify.annotations.NullMarked;
