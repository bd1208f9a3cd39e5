package org.crobim.train.metrics;

import org.crobim.core.mask.Mask;

/**
 * How a predicted mask covers the true one, in pixels.
 *
 * @param intersection pixels set in both
 * @param union pixels set in either
 * @param predictedArea pixels set in the prediction
 * @param truthArea pixels set in the truth; 0 is an empty truth
 * @param imageArea pixels of the image, at least 1
 */
public record MaskOverlap(long intersection, long union, long predictedArea, long truthArea, long imageArea) {
    /** Checks that two masks with these areas can exist. */
    public MaskOverlap {
        boolean possible = intersection >= 0
                && intersection <= Math.min(predictedArea, truthArea)
                && union == predictedArea + truthArea - intersection
                && union <= imageArea
                && imageArea > 0;
        if (!possible) {
            throw new IllegalArgumentException(
                    "No two masks overlap like this: intersection %d, union %d, predicted %d, truth %d, image %d pixels"
                            .formatted(intersection, union, predictedArea, truthArea, imageArea));
        }
    }

    /**
     * Counts the pixels of two masks.
     *
     * @throws IllegalArgumentException if they differ in size
     */
    public static MaskOverlap between(Mask prediction, Mask truth) {
        long intersection = prediction.intersectionArea(truth);
        long predicted = prediction.area();
        long target = truth.area();
        return new MaskOverlap(
                intersection,
                predicted + target - intersection,
                predicted,
                target,
                (long) truth.width() * truth.height());
    }

    /** Intersection over union, 0..1; 0 where both masks are empty, as in the LAVT and RMSIN test code. */
    public double intersectionOverUnion() {
        return union == 0 ? 0 : (double) intersection / union;
    }

    /** Whether the union holds at least the given share of intersection; integer percent keeps the border exact. */
    boolean reaches(int percent) {
        return union > 0 && 100 * intersection >= percent * union;
    }

    /** Whether the truth has no pixel. */
    public boolean truthIsEmpty() {
        return truthArea == 0;
    }
}
