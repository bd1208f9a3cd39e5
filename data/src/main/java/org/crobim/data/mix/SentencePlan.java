package org.crobim.data.mix;

/**
 * What is said of the objects of a data set.
 *
 * @param rules name of the rule set by which sentences are true, for the record
 * @param mostPerPatch most sentences about one patch, at least 1; VRSBench asks for 1 to 5
 * @param shares kinds of sentences
 */
public record SentencePlan(String rules, int mostPerPatch, SentenceShares shares) {
    /** Checks the range. */
    public SentencePlan {
        if (mostPerPatch < 1) {
            throw new IllegalArgumentException("A plan needs at least one sentence a patch, got " + mostPerPatch);
        }
    }
}
