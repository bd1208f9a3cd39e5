package org.crobim.language.rules;

/** Whether a claim fits an object. */
public enum Verdict {
    /** Fits, with a margin to spare. */
    YES,
    /** Does not fit, with a margin to spare. */
    NO,
    /** Inside the margin: people would disagree. */
    UNSURE;

    /** Fits both. */
    public Verdict and(Verdict other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : this;
    }

    /** What two judges agree on; unsure where they do not. */
    Verdict agreed(Verdict other) {
        return this == other ? this : UNSURE;
    }
}
