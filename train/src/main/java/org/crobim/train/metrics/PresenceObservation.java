package org.crobim.train.metrics;

/**
 * One answer to "does anything match?".
 *
 * @param presence the model's score, 0..1
 * @param present whether the sentence has a target
 */
public record PresenceObservation(double presence, boolean present) {
    /** Checks the range. */
    public PresenceObservation {
        if (!(presence >= 0 && presence <= 1)) {
            throw new IllegalArgumentException("Presence must lie in 0..1, got " + presence);
        }
    }
}
