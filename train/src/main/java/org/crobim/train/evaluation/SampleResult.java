package org.crobim.train.evaluation;

import java.util.OptionalDouble;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringSample;
import org.crobim.language.Stratum;
import org.crobim.train.metrics.MaskOverlap;
import org.crobim.train.metrics.SampleScore;
import org.crobim.train.metrics.SampleTags;

/**
 * What came of one sample.
 *
 * @param sample the sample, with the sentence of the data set
 * @param asked the sentence that the model was given: another one under a text control
 * @param nativeOverlap prediction against truth at the size of the image, before the presence gate
 * @param modelSizeOverlap argmax at S x S against the truth resized to it by nearest neighbour, before the presence gate
 * @param presence score of "something matches", 0..1
 * @param answeredPresent whether presence reached the threshold of the model
 */
public record SampleResult(
        ReferringSample sample,
        String asked,
        MaskOverlap nativeOverlap,
        MaskOverlap modelSizeOverlap,
        double presence,
        boolean answeredPresent) {

    /** The overlap at native size behind the presence gate: an answer of "nothing matches" predicts no pixel. */
    public MaskOverlap gatedOverlap() {
        return answeredPresent
                ? nativeOverlap
                : new MaskOverlap(
                        0, nativeOverlap.truthArea(), 0, nativeOverlap.truthArea(), nativeOverlap.imageArea());
    }

    /**
     * Whether the data set declares that nothing fits the sentence.
     *
     * <p>Such a sample asks about presence, not about a mask. A sample that merely has an empty truth is none: published numbers
     * count it as a failure.
     */
    public boolean asksForNothing() {
        return sample.stratum().filter(stratum -> stratum == Stratum.ABSENT).isPresent();
    }

    /** The score at native size. */
    public SampleScore nativeScore() {
        return score(nativeOverlap);
    }

    /** The score at the input side of the model. */
    public SampleScore modelSizeScore() {
        return score(modelSizeOverlap);
    }

    /** The score at native size behind the presence gate. */
    public SampleScore gatedScore() {
        return score(gatedOverlap());
    }

    static SampleResult of(ReferringSample sample, String asked, Truth truth, JudgedPrediction judged) {
        TargetPrediction prediction = judged.prediction();
        return new SampleResult(
                sample,
                asked,
                MaskOverlap.between(prediction.nativeMask(), truth.nativeMask()),
                MaskOverlap.between(prediction.modelSizeMask(), truth.modelSizeMask()),
                prediction.presence(),
                judged.present());
    }

    /** The true mask in both frames. */
    record Truth(Mask nativeMask, Mask modelSizeMask) {}

    /** A prediction and what the gate says about it. */
    record JudgedPrediction(TargetPrediction prediction, boolean present) {}

    private SampleScore score(MaskOverlap overlap) {
        return new SampleScore(sample.id(), SampleTags.of(sample), overlap, OptionalDouble.of(presence));
    }
}
