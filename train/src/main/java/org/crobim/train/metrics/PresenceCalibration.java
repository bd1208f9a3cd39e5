package org.crobim.train.metrics;

import java.util.List;
import org.crobim.core.error.InputException;

/**
 * The presence threshold to store in the weights.
 *
 * @param threshold a score of this or more means "present", 0..1
 * @param balancedAccuracy mean of the share of targets found and of absences recognised at this threshold, 0..1
 */
public record PresenceCalibration(double threshold, double balancedAccuracy) {
    /**
     * Finds the threshold with the highest balanced accuracy; to be called on validation data only.
     *
     * <p>Candidates lie half-way between neighbouring distinct scores, so that they generalise to both sides. Among equally good
     * ones the nearest to 0.5 wins.
     *
     * @throws InputException unless sentences with and without a target both occur
     */
    public static PresenceCalibration calibrate(PresenceScores scores) {
        if (scores.present() == 0 || scores.absent() == 0) {
            throw new InputException(
                    ("Presence cannot be calibrated: the validation list has %d sentences with a target and %d without,"
                                    + " expected some of both. Add sentences that match nothing to the list.")
                            .formatted(scores.present(), scores.absent()));
        }
        List<PresenceObservation> ascending = scores.ascending();
        long absentBelow = 0;
        long presentBelow = 0;
        PresenceCalibration best = new PresenceCalibration(ascending.get(0).presence() / 2, 0.5);
        for (int i = 0; i < ascending.size(); i++) {
            PresenceObservation seen = ascending.get(i);
            presentBelow += seen.present() ? 1 : 0;
            absentBelow += seen.present() ? 0 : 1;
            double next = i + 1 < ascending.size() ? ascending.get(i + 1).presence() : 1;
            if (next > seen.presence()) {
                double accuracy = 0.5
                        * ((double) (scores.present() - presentBelow) / scores.present()
                                + (double) absentBelow / scores.absent());
                best = better(best, new PresenceCalibration(between(seen.presence(), next), accuracy));
            }
        }
        return best;
    }

    /** Above low even where no number lies between the two. */
    private static double between(double low, double high) {
        double middle = (low + high) / 2;
        return middle > low ? middle : high;
    }

    private static PresenceCalibration better(PresenceCalibration first, PresenceCalibration second) {
        if (first.balancedAccuracy != second.balancedAccuracy) {
            return first.balancedAccuracy > second.balancedAccuracy ? first : second;
        }
        return Math.abs(second.threshold - 0.5) < Math.abs(first.threshold - 0.5) ? second : first;
    }
}
