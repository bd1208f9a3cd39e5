package org.crobim.model.crobim;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * What the network answers to Q questions.
 *
 * @param logits (Q, ceil(H / 4), ceil(W / 4), 2) float32; channel 0 background, channel 1 the target
 * @param presence (Q) float32, logit of "something matches"
 * @param guided (Q, h, w) float32, logit of the target straight from LGFA's features, for the auxiliary loss; empty where
 *     the network has no such head
 */
public record MaskPrediction(Tensor logits, Tensor presence, Optional<Tensor> guided) {
    /** A prediction without the auxiliary mask. */
    public MaskPrediction(Tensor logits, Tensor presence) {
        this(logits, presence, Optional.empty());
    }
}
