package org.crobim.train.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.crobim.core.error.InputException;
import org.junit.jupiter.api.Test;

class PresenceScoresTest {
    private static PresenceScores scores(double[] present, double[] absent) {
        List<PresenceObservation> observations = new ArrayList<>();
        for (double score : present) {
            observations.add(new PresenceObservation(score, true));
        }
        for (double score : absent) {
            observations.add(new PresenceObservation(score, false));
        }
        return new PresenceScores(observations);
    }

    @Test
    void theAreaUnderTheCurveCountsOrderedPairsAndHalvesTies() {
        // Pairs won by the present sentence: 0.9 beats both, 0.4 beats 0.1 and ties with 0.4.
        assertThat(scores(new double[] {0.9, 0.4}, new double[] {0.4, 0.1}).areaUnderCurve())
                .hasValue(3.5 / 4);
    }

    @Test
    void withoutNegativesThereIsNoCurve() {
        assertThat(scores(new double[] {0.9}, new double[] {}).areaUnderCurve()).isEmpty();
        assertThat(scores(new double[] {0.9}, new double[] {}).accuracy(0.5)).hasValue(1);
    }

    @Test
    void aScoreAtTheThresholdMeansPresent() {
        PresenceScores scores = scores(new double[] {0.5, 0.2}, new double[] {0.5, 0.1, 0.3});

        assertThat(scores.accuracy(0.5)).hasValue(3.0 / 5);
        assertThat(scores.balancedAccuracy(0.5).getAsDouble()).isCloseTo(0.5 * (1.0 / 2 + 2.0 / 3), within(1e-12));
    }

    @Test
    void theThresholdLiesBetweenTheTwoKinds() {
        PresenceCalibration calibration =
                PresenceCalibration.calibrate(scores(new double[] {0.9, 0.8, 0.7}, new double[] {0.1, 0.3}));

        assertThat(calibration.threshold()).isCloseTo(0.5, within(1e-12));
        assertThat(calibration.balancedAccuracy()).isEqualTo(1);
    }

    @Test
    void manyTargetsDoNotOutvoteFewAbsences() {
        double[] present = {0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.6};

        assertThat(PresenceCalibration.calibrate(scores(present, new double[] {0.7}))
                        .threshold())
                .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void calibrationWithoutNegativesSaysWhatIsMissing() {
        assertThatThrownBy(() -> PresenceCalibration.calibrate(scores(new double[] {0.3, 0.4}, new double[] {})))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2 sentences with a target and 0 without");
    }

    @Test
    void binsHoldMeanScoreAndShareOfTargets() {
        PresenceScores scores = scores(new double[] {1.0, 0.8}, new double[] {0.9, 0.2});

        assertThat(scores.calibrationBins(2))
                .containsExactly(
                        new CalibrationBin(0, 0.5, 1, 0.2, 0),
                        new CalibrationBin(0.5, 1, 3, (0.8 + 0.9 + 1.0) / 3, 2.0 / 3));
    }

    @Test
    void theCalibrationErrorIsTheWeightedDistance() {
        assertThat(scores(new double[] {1.0}, new double[] {0.2})
                        .expectedCalibrationError()
                        .getAsDouble())
                .isCloseTo(0.1, within(1e-12));
    }

    @Test
    void emptyTruthsAreTheAbsentSentences() {
        MaskOverlap found = new MaskOverlap(1, 1, 1, 1, 4);
        MaskOverlap nothing = new MaskOverlap(0, 0, 0, 0, 4);
        PresenceScores scores = PresenceScores.of(List.of(
                new SampleScore("a", SampleTags.ofImage("i"), found, OptionalDouble.of(0.8)),
                new SampleScore("b", SampleTags.ofImage("i"), nothing, OptionalDouble.of(0.3)),
                new SampleScore("c", SampleTags.ofImage("i"), found)));

        assertThat(scores.present()).isEqualTo(1);
        assertThat(scores.absent()).isEqualTo(1);
    }

    @Test
    void aScoreOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new PresenceObservation(1.1, true)).hasMessageContaining("0..1, got 1.1");
        assertThatThrownBy(() -> new PresenceObservation(Double.NaN, true)).hasMessageContaining("NaN");
    }

    @Property(tries = 200, seed = "20260131")
    void noThresholdBeatsTheCalibratedOne(@ForAll @Size(min = 2, max = 20) List<@IntRange(max = 19) Integer> codes) {
        List<PresenceObservation> observations = new ArrayList<>();
        codes.forEach(code -> observations.add(new PresenceObservation(code / 2 / 9.0, code % 2 == 0)));
        observations.add(new PresenceObservation(0.7, true));
        observations.add(new PresenceObservation(0.6, false));
        PresenceScores scores = new PresenceScores(observations);

        PresenceCalibration calibration = PresenceCalibration.calibrate(scores);

        assertThat(scores.balancedAccuracy(calibration.threshold()).getAsDouble())
                .isCloseTo(calibration.balancedAccuracy(), within(1e-12));
        for (int i = 0; i <= 100; i++) {
            assertThat(scores.balancedAccuracy(i / 100.0).getAsDouble())
                    .isLessThanOrEqualTo(calibration.balancedAccuracy() + 1e-12);
        }
    }
}
