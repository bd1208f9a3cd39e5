package org.crobim.data.build;

import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.mix.SentencePlan;

/**
 * What is built.
 *
 * @param seed the same seed gives the same files
 * @param sentences what is said
 * @param patches how images are cut
 * @param gaps what the source does not annotate
 * @param masks where the masks come from, for the record
 * @param onError whether annotations and images that cannot be used are left out
 * @param threads that work at the same time, at least 1; the files do not depend on it
 */
public record BuildPlan(
        long seed,
        SentencePlan sentences,
        PatchRules patches,
        SourceGaps gaps,
        MaskChoice masks,
        ErrorPolicy onError,
        int threads) {
    /** Checks the range. */
    public BuildPlan {
        if (threads < 1) {
            throw new IllegalArgumentException("A plan needs at least one thread, got " + threads);
        }
    }
}
