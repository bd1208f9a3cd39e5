/**
 * Scenes on disk, read by windows and never whole.
 *
 * <p>Frame: pixel (0, 0) is the upper left one, x grows to the right, y down. Windows name whole pixels.
 */
@NullMarked
package org.crobim.geo.raster;

import org.jspecify.annotations.NullMarked;
