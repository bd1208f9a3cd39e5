/**
 * Scenes from files: which bands become red, green and blue, how samples become eight bits, and how windows are read.
 *
 * <p>{@link org.crobim.geo.source.RasterSources} recognises a file and opens it: TIFF with its overviews and masks block by
 * block, other images from memory or from a raw copy on disk, everything else through GDAL where it is installed.
 */
@NullMarked
package org.crobim.geo.source;

import org.jspecify.annotations.NullMarked;
