package org.crobim.data.vrsbench;

import java.util.Optional;

/**
 * One object of an image, as it is published.
 *
 * @param id number in its image
 * @param sourceClass as spelled there: "storage-tank", "small-vehicle"
 * @param corners {@code x1, y1, ..., x4, y4} in shares of width and height; copied
 * @param sentence that names it, where there is one
 * @param unique whether it is the only one of its class in the image
 * @param line where it stands in the file
 */
public record VrsBenchObject(
        int id, String sourceClass, double[] corners, Optional<String> sentence, boolean unique, int line) {
    /** Copies the corners. */
    public VrsBenchObject {
        corners = corners.clone();
    }

    @Override
    public double[] corners() {
        return corners.clone();
    }
}
