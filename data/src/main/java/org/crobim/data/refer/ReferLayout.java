package org.crobim.data.refer;

import java.nio.file.Path;

/**
 * Where the files of a data set in REFER layout lie.
 *
 * @param dataSet name, also for messages about what to download
 * @param references {@code refs(unc).p}
 * @param instances {@code instances.json}
 * @param images folder of the images
 * @param toleratedPixels how much image and mask may differ in width and height, each; a mask within it is resized to its image
 */
public record ReferLayout(String dataSet, Path references, Path instances, Path images, int toleratedPixels) {
    /** Checks the tolerance. */
    public ReferLayout {
        if (toleratedPixels < 0) {
            throw new IllegalArgumentException("Tolerated difference must be 0 or more, got " + toleratedPixels);
        }
    }
}
