package org.crobim.data.vrsbench;

import java.util.List;
import org.crobim.core.geometry.Box;

/**
 * One question of the evaluation file: a sentence and where its object lies.
 *
 * @param id number in the file
 * @param imageFileName image that it is asked about
 * @param sentence names one object
 * @param boxPercent upright box in percent of width and height, whole numbers 0..100
 * @param corners {@code x1, y1, ..., x4, y4} in shares of width and height; copied
 * @param sourceClass as spelled there
 * @param objectIds objects of the image that are meant
 * @param unique whether the object is the only one of its class in the image
 */
public record VrsBenchQuestion(
        long id,
        String imageFileName,
        String sentence,
        Box boxPercent,
        double[] corners,
        String sourceClass,
        List<Long> objectIds,
        boolean unique) {
    /** Copies what could change. */
    public VrsBenchQuestion {
        corners = corners.clone();
        objectIds = List.copyOf(objectIds);
    }

    @Override
    public double[] corners() {
        return corners.clone();
    }
}
