package org.crobim.model.crobim;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * What the network answers to Q questions.
 *
 * @param logits (Q, ceil(H / 4), ceil(W / 4), 2) float32; channel 0 background, channel 1 the target
 * @param presence (Q) float32, logit of "something matches"
 * @param guidance what the auxiliary heads say; empty where the network has none
 */
public record MaskPrediction(Tensor logits, Tensor presence, Optional<GuidanceHeads.Guidance> guidance) {
    /** A prediction without auxiliary heads. */
    public MaskPrediction(Tensor logits, Tensor presence) {
        this(logits, presence, Optional.empty());
    }
}
