/**
 * Features as files that maps and trainings read.
 *
 * <table>
 * <caption>Where coordinates lie</caption>
 * <tr><th>format</th><th>georeferenced scene</th><th>plain image</th></tr>
 * <tr><td>GeoJSON</td><td>longitude and latitude on WGS 84, as RFC 7946 demands</td><td>pixels, and the file says so</td></tr>
 * <tr><td>GeoPackage, FlatGeobuf</td><td>the scene's own system</td><td>pixels, without a system</td></tr>
 * <tr><td>COCO</td><td>pixels</td><td>pixels</td></tr>
 * </table>
 *
 * <p>Pixels are those of the pixel frame: x to the right, y down, in edges. Every file is written to a temporary name and
 * moved; a set without features is a valid file.
 */
@NullMarked
package org.crobim.geo.vector.format;

import org.jspecify.annotations.NullMarked;
