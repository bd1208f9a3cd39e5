package org.crobim.data.build;

import org.crobim.data.annotated.ErrorPolicy;

/**
 * What is built.
 *
 * @param seed the same seed gives the same files
 * @param rules name of the rule set, for the record
 * @param patches how images are cut
 * @param gaps what the source does not annotate
 * @param sentencesPerPatch most sentences about one patch, at least 1; VRSBench asks for 1 to 5
 * @param onError whether annotations and images that cannot be used are left out
 * @param threads that work at the same time, at least 1; the files do not depend on it
 */
public record BuildPlan(
        long seed,
        String rules,
        PatchRules patches,
        SourceGaps gaps,
        int sentencesPerPatch,
        ErrorPolicy onError,
        int threads) {
    /** Checks the ranges. */
    public BuildPlan {
        if (sentencesPerPatch < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "A plan needs at least one sentence a patch and one thread, got %d and %d"
                            .formatted(sentencesPerPatch, threads));
        }
    }
}
