package org.crobim.train.evaluation;

import org.crobim.core.mask.Mask;

/**
 * The answer to one sentence, before the presence gate.
 *
 * @param nativeMask at the size of the image: class of the larger logit after bilinear resizing to that size
 * @param modelSizeMask the same at the input side of the model, S x S
 * @param presence score of "something matches", 0..1
 */
public record TargetPrediction(Mask nativeMask, Mask modelSizeMask, double presence) {
    /** Checks the range of presence. */
    public TargetPrediction {
        if (!(presence >= 0 && presence <= 1)) {
            throw new IllegalArgumentException("Presence must lie in 0..1, got " + presence);
        }
    }
}
