package org.crobim.train.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalDouble;
import org.crobim.train.metrics.CalibrationBin;
import org.crobim.train.metrics.PresenceScores;

/**
 * How well presence tells sentences with a target from sentences without.
 *
 * @param threshold a score of this or more means "present", 0..1
 * @param present sentences with a target
 * @param absent sentences without
 * @param accuracy share of right answers at the threshold, 0..1
 * @param balancedAccuracy mean of the shares of targets found and absences recognised, 0..1; empty unless both kinds occur
 * @param areaUnderCurve chance that a sentence with a target scores above one without, 0..1; empty unless both kinds occur
 * @param calibrationError mean distance of score and truth over ten bins, 0..1
 * @param calibration the ten bins
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PresenceSummary(
        double threshold,
        long present,
        long absent,
        OptionalDouble accuracy,
        OptionalDouble balancedAccuracy,
        OptionalDouble areaUnderCurve,
        OptionalDouble calibrationError,
        List<CalibrationBin> calibration) {

    private static final int BINS = 10;

    /** Sums up presence scores at a threshold. */
    public static PresenceSummary of(PresenceScores scores, double threshold) {
        return new PresenceSummary(
                threshold,
                scores.present(),
                scores.absent(),
                scores.accuracy(threshold),
                scores.balancedAccuracy(threshold),
                scores.areaUnderCurve(),
                scores.expectedCalibrationError(),
                scores.calibrationBins(BINS));
    }
}
