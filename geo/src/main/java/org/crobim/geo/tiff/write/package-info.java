/** Masks and probabilities as tiled GeoTIFF. */
@NullMarked
package org.crobim.geo.tiff.write;

import org.jspecify.annotations.NullMarked;
