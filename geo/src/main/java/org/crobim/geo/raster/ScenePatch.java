package org.crobim.geo.raster;

import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;

/**
 * Pixels of a window and which of them mean something.
 *
 * @param image colours; where a pixel is not valid its value means nothing
 * @param valid 1 where the file holds data: neither nodata, nor transparent, nor masked out; of the size of the image
 */
public record ScenePatch(RgbImage image, Mask valid) {
    /** Checks that both have one size. */
    public ScenePatch {
        if (image.width() != valid.width() || image.height() != valid.height()) {
            throw new IllegalArgumentException("Scene patch: image of %d x %d, validity of %d x %d"
                    .formatted(image.width(), image.height(), valid.width(), valid.height()));
        }
    }

    /** Whether no pixel holds data. */
    public boolean isBlank() {
        return valid.area() == 0;
    }
}
