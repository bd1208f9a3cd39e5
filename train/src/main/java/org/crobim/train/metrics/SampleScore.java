package org.crobim.train.metrics;

import java.util.OptionalDouble;
import org.crobim.data.SizeGroup;

/**
 * The score of one (image, sentence) pair.
 *
 * @param id unique within the data set
 * @param tags groups of the breakdowns
 * @param overlap pixel counts of prediction against truth
 * @param presence score of "something matches", 0..1; empty for a model without that answer
 */
public record SampleScore(String id, SampleTags tags, MaskOverlap overlap, OptionalDouble presence) {
    /** Checks the range of presence. */
    public SampleScore {
        if (presence.isPresent() && !(presence.getAsDouble() >= 0 && presence.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "Sample %s: presence must lie in 0..1, got %s".formatted(id, presence.getAsDouble()));
        }
    }

    /** A score without a presence answer. */
    public SampleScore(String id, SampleTags tags, MaskOverlap overlap) {
        this(id, tags, overlap, OptionalDouble.empty());
    }

    /** Size of the target relative to its image. */
    public SizeGroup sizeGroup() {
        return SizeGroup.of(overlap.truthArea(), overlap.imageArea());
    }
}
