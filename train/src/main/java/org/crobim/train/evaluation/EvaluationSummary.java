package org.crobim.train.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.crobim.train.metrics.Grouping;
import org.crobim.train.metrics.ScoreGap;
import org.crobim.train.metrics.ScoreIntervals;
import org.crobim.train.metrics.ScoreSummary;
import org.crobim.train.metrics.SegmentationScores;

/**
 * All figures of an evaluation, in the shape of {@code crobim evaluate --json}; percentages 0..100.
 *
 * @param dataset name of the data set
 * @param nativeSize without the presence gate; its fields stand at the top level of the JSON object
 * @param modelSize argmax at the input side of the model, without the gate
 * @param gated at native size behind the gate
 * @param emptyTruths samples without any pixel in the truth, each counted as 0 above
 * @param withoutEmptyTruths at native size without the gate over the other samples
 * @param declaredAbsences samples declared to match nothing: they count in {@code presence} alone
 * @param intervals of the figures at native size, by bootstrap over images; empty if every sample is a declared absence
 * @param breakdowns at native size without the gate, by {@code class}, {@code sizeGroup} and {@code stratum}
 * @param presence how well the gate tells targets from absences
 * @param controls other text controls by name; empty unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"dataset", "nativeSize"})
public record EvaluationSummary(
        String dataset,
        @JsonUnwrapped ScoreSummary nativeSize,
        ScoreSummary modelSize,
        ScoreSummary gated,
        @JsonInclude long emptyTruths,
        ScoreSummary withoutEmptyTruths,
        @JsonInclude long declaredAbsences,
        Optional<ScoreIntervals> intervals,
        Map<String, Map<String, ScoreSummary>> breakdowns,
        PresenceSummary presence,
        Map<String, Control> controls) {

    /** Resamples of every bootstrap. */
    public static final int RESAMPLES = 1000;

    /**
     * The figures under another text control.
     *
     * @param nativeSize without the presence gate; its fields stand at the level of the control
     * @param fullMinusControl how far the full sentences lie above, over the same samples
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Control(@JsonUnwrapped ScoreSummary nativeSize, Optional<ScoreGap> fullMinusControl) {}

    /**
     * Sums up a report.
     *
     * @param report at least the full sentences
     * @param presenceThreshold of the model, 0..1
     * @param seed of the bootstraps
     */
    public static EvaluationSummary of(ControlReport report, double presenceThreshold, long seed) {
        EvaluationResult full = report.full();
        SegmentationScores scores = full.nativeScores();
        return new EvaluationSummary(
                full.dataset(),
                scores.summary(),
                full.modelSizeScores().summary(),
                full.gatedScores().summary(),
                scores.emptyTruths(),
                scores.summaryWithoutEmptyTruths(),
                full.declaredAbsences(),
                intervals(scores, seed),
                breakdowns(scores),
                PresenceSummary.of(full.presence(), presenceThreshold),
                controls(report, seed));
    }

    private static Optional<ScoreIntervals> intervals(SegmentationScores scores, long seed) {
        return scores.samples().isEmpty()
                ? Optional.empty()
                : Optional.of(scores.intervals(RESAMPLES, new SplittableRandom(seed)));
    }

    private static Map<String, Map<String, ScoreSummary>> breakdowns(SegmentationScores scores) {
        Map<String, Map<String, ScoreSummary>> breakdowns = new LinkedHashMap<>();
        for (Grouping grouping : Grouping.values()) {
            breakdowns.put(grouping.label(), scores.breakdown(grouping));
        }
        return breakdowns;
    }

    private static Map<String, Control> controls(ControlReport report, long seed) {
        Map<String, Control> controls = new LinkedHashMap<>();
        report.results().forEach((control, result) -> {
            if (control != TextControl.FULL) {
                controls.put(
                        control.key(),
                        new Control(result.nativeScores().summary(), report.gap(control, RESAMPLES, seed)));
            }
        });
        return controls;
    }
}
