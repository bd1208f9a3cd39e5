package org.crobim.train.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.crobim.train.metrics.SampleScore;
import org.crobim.train.metrics.ScoreGap;

/**
 * One data set under several text controls.
 *
 * <p>A model that reads its sentence stands clearly above every control. The class word alone is the control to beat: what lies
 * above it comes from position, size and relation.
 *
 * @param results by control; {@link TextControl#FULL} is always there. A control holds only the samples that it applies to, so
 *     the class word is asked only where the class is known
 */
public record ControlReport(Map<TextControl, EvaluationResult> results) {
    /** Copies the map, in the order of the controls. */
    public ControlReport {
        if (!results.containsKey(TextControl.FULL)) {
            throw new IllegalArgumentException("A control report needs the full sentences, got " + results.keySet());
        }
        results = Collections.unmodifiableMap(new EnumMap<>(results));
    }

    /** The evaluation proper. */
    public EvaluationResult full() {
        return result(TextControl.FULL).orElseThrow();
    }

    /** The result under a control; empty if it was not asked for. */
    public Optional<EvaluationResult> result(TextControl control) {
        return Optional.ofNullable(results.get(control));
    }

    /**
     * How far the full sentences lie above a control at native size, over the samples that have both.
     *
     * @param resamples of the bootstrap over images, at least 100
     * @param seed of the bootstrap
     * @return empty if the control was not asked for or applies to no sample
     */
    public Optional<ScoreGap> gap(TextControl control, int resamples, long seed) {
        return result(control)
                .map(result -> result.nativeScores().samples())
                .filter(lower -> !lower.isEmpty())
                .map(lower -> ScoreGap.between(upperFor(lower), lower, resamples, new SplittableRandom(seed)));
    }

    private List<SampleScore> upperFor(List<SampleScore> lower) {
        Map<String, SampleResult> full = full().byId();
        return lower.stream()
                .map(score ->
                        Optional.ofNullable(full.get(score.id())).orElseThrow().nativeScore())
                .toList();
    }
}
