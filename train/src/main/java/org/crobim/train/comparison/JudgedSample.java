package org.crobim.train.comparison;

import java.util.OptionalDouble;
import org.crobim.train.evaluation.SampleResult;
import org.crobim.train.metrics.MaskOverlap;
import org.crobim.train.metrics.SampleScore;
import org.crobim.train.metrics.SampleTags;

/**
 * A kept answer.
 *
 * @param id of the sample
 * @param sentence as asked
 * @param tags groups of the breakdowns
 * @param nativeOverlap at the size of the image, before the presence gate
 * @param modelSizeOverlap at the input side of the model, before the presence gate
 * @param presence score of "something matches", 0..1
 */
public record JudgedSample(
        String id,
        String sentence,
        SampleTags tags,
        MaskOverlap nativeOverlap,
        MaskOverlap modelSizeOverlap,
        double presence) {
    static JudgedSample of(SampleResult result) {
        return new JudgedSample(
                result.sample().id(),
                result.asked(),
                SampleTags.of(result.sample()),
                result.nativeOverlap(),
                result.modelSizeOverlap(),
                result.presence());
    }

    /** As a score of an evaluation in which every sample is asked once for each seed. */
    SampleScore score(Protocol protocol, int seed) {
        MaskOverlap overlap = protocol == Protocol.NATIVE_SIZE ? nativeOverlap : modelSizeOverlap;
        return new SampleScore(id + "#" + seed, tags, overlap, OptionalDouble.of(presence));
    }
}
