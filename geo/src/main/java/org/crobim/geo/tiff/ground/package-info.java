/** What the tags of a GeoTIFF say of its place on the ground. */
@NullMarked
package org.crobim.geo.tiff.ground;

import org.jspecify.annotations.NullMarked;
