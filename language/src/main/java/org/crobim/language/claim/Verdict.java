package org.crobim.language.claim;

/** Whether a claim fits an object. */
public enum Verdict {
    /** Fits, with a margin to spare. */
    YES,
    /** Does not fit, with a margin to spare. */
    NO,
    /** Inside the margin: people would disagree. */
    UNSURE;

    /** Fits both. */
    Verdict and(Verdict other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : this;
    }
}
