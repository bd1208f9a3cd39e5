package org.crobim.train.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crobim.train.metrics.PresenceScores;
import org.crobim.train.metrics.SampleScore;
import org.crobim.train.metrics.SegmentationScores;

/**
 * All samples of a data set under one text control, and the three ways to sum them up.
 *
 * <p>Samples that the data set declares to match nothing count in {@link #presence()} only; {@link #declaredAbsences()} tells
 * their number.
 *
 * @param dataset name of the data set
 * @param control what the model was told
 * @param samples every sample, in the order of the data set
 */
public record EvaluationResult(String dataset, TextControl control, List<SampleResult> samples) {
    /** Copies the list. */
    public EvaluationResult {
        samples = List.copyOf(samples);
    }

    /** At native size without the presence gate: the primary figures. */
    public SegmentationScores nativeScores() {
        return scores(SampleResult::nativeScore);
    }

    /** At the input side of the model without the presence gate: comparable with publications. */
    public SegmentationScores modelSizeScores() {
        return scores(SampleResult::modelSizeScore);
    }

    /** At native size behind the presence gate: what a user sees. */
    public SegmentationScores gatedScores() {
        return scores(SampleResult::gatedScore);
    }

    /** The presence answers of all samples, declared absences included. */
    public PresenceScores presence() {
        return PresenceScores.of(samples.stream().map(SampleResult::nativeScore).toList());
    }

    /** Number of samples declared to match nothing. */
    public long declaredAbsences() {
        return samples.stream().filter(SampleResult::asksForNothing).count();
    }

    /** The samples by their id. */
    public Map<String, SampleResult> byId() {
        return samples.stream()
                .collect(Collectors.toMap(result -> result.sample().id(), Function.identity()));
    }

    private SegmentationScores scores(Function<SampleResult, SampleScore> score) {
        SegmentationScores scores = new SegmentationScores();
        samples.stream().filter(result -> !result.asksForNothing()).map(score).forEach(scores::add);
        return scores;
    }
}
