package org.crobim.geo.raster;

import java.nio.file.Path;
import java.util.Optional;
import org.crobim.geo.frame.GeoReference;

/**
 * What a raster file says of itself.
 *
 * @param file as named by the user
 * @param width columns of the scene
 * @param height rows of the scene
 * @param bands number of bands in the file
 * @param sampleType of the bands, as "uint8", "uint16", "int16", "float32"
 * @param reference where the scene lies on the ground; empty for a plain image
 */
public record RasterInfo(
        Path file, int width, int height, int bands, String sampleType, Optional<GeoReference> reference) {
    /** Checks the ranges. */
    public RasterInfo {
        if (width < 1 || height < 1 || bands < 1) {
            throw new IllegalArgumentException("Raster of %d x %d with %d bands".formatted(width, height, bands));
        }
    }
}
