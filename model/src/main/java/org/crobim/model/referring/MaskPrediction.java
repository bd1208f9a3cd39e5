package org.crobim.model.referring;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * What a network answers to Q questions.
 *
 * @param logits (Q, h, w, 2) float32; channel 0 background, channel 1 the target
 * @param presence (Q) float32, logit of "something matches"; empty where the network has no head for it
 * @param guidance what the auxiliary heads say; empty where the network has none
 */
public record MaskPrediction(Tensor logits, Optional<Tensor> presence, Optional<Guidance> guidance) {
    /** A prediction without auxiliary heads. */
    public MaskPrediction(Tensor logits, Tensor presence) {
        this(logits, Optional.of(presence), Optional.empty());
    }

    /** A prediction of a network that says masks only. */
    public static MaskPrediction ofMasks(Tensor logits) {
        return new MaskPrediction(logits, Optional.empty(), Optional.empty());
    }

    /**
     * Score of "something matches": what the presence head says; where there is none, the largest probability of the
     * target among all pixels, which is above 0.5 exactly when the mask of the logits is not empty.
     *
     * @return (Q) 0..1, owned by the innermost scope
     */
    public Tensor presenceScore() {
        return presence.map(Tensor::sigmoid).orElseGet(this::largestProbability);
    }

    private Tensor largestProbability() {
        Tensor margin = logits.select(3, 1).sub(logits.select(3, 0));
        return margin.flatten(1, 2).amax(new long[] {1}, false).sigmoid();
    }
}
