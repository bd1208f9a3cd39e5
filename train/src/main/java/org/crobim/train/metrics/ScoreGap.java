package org.crobim.train.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * How far one evaluation lies above another on the same samples, in points of percent; negative when below.
 *
 * @param count samples compared
 * @param mIoU difference of the mean intersection over union
 * @param mIoUInterval its 95 % interval, by bootstrap over images with both evaluations of an image drawn together
 * @param oIoU difference of the overall intersection over union
 * @param oIoUInterval its 95 % interval
 * @param pr50 difference of the share of samples at 0.5 or more
 * @param pr50Interval its 95 % interval
 */
public record ScoreGap(
        long count,
        @JsonProperty("mIoU") double mIoU,
        @JsonProperty("mIoUInterval") ScoreIntervals.Interval mIoUInterval,
        @JsonProperty("oIoU") double oIoU,
        @JsonProperty("oIoUInterval") ScoreIntervals.Interval oIoUInterval,
        double pr50,
        ScoreIntervals.Interval pr50Interval) {

    /** The two sums over one image. */
    private record Pair(ScoreTally upper, ScoreTally lower) {
        Pair() {
            this(new ScoreTally(), new ScoreTally());
        }

        void add(Pair other) {
            upper.add(other.upper);
            lower.add(other.lower);
        }

        double difference(ToDoubleFunction<ScoreSummary> figure) {
            return figure.applyAsDouble(upper.summary()) - figure.applyAsDouble(lower.summary());
        }
    }

    /**
     * Compares two evaluations sample by sample.
     *
     * @param upper scores of the one
     * @param lower scores of the other: the same ids in the same order
     * @param resamples at least 100; 1000 is usual
     * @param random the only source of chance
     * @throws IllegalArgumentException if the lists are empty or differ in ids
     */
    public static ScoreGap between(
            List<SampleScore> upper, List<SampleScore> lower, int resamples, RandomGenerator random) {
        List<Pair> images = pairByImage(upper, lower);
        Pair all = new Pair();
        images.forEach(all::add);
        Pair[] draws = new Pair[ScoreIntervals.requireEnough(resamples)];
        for (int draw = 0; draw < resamples; draw++) {
            draws[draw] = new Pair();
            for (int i = 0; i < images.size(); i++) {
                draws[draw].add(images.get(random.nextInt(images.size())));
            }
        }
        return new ScoreGap(
                upper.size(),
                all.difference(ScoreSummary::mIoU),
                interval(draws, ScoreSummary::mIoU),
                all.difference(ScoreSummary::oIoU),
                interval(draws, ScoreSummary::oIoU),
                all.difference(ScoreSummary::pr50),
                interval(draws, ScoreSummary::pr50));
    }

    private static List<Pair> pairByImage(List<SampleScore> upper, List<SampleScore> lower) {
        List<String> ids = upper.stream().map(SampleScore::id).toList();
        if (ids.isEmpty() || !ids.equals(lower.stream().map(SampleScore::id).toList())) {
            throw new IllegalArgumentException(
                    "A paired comparison needs the same samples twice, at least one; got %d and %d"
                            .formatted(upper.size(), lower.size()));
        }
        Map<String, Pair> images = new LinkedHashMap<>();
        for (int i = 0; i < upper.size(); i++) {
            Pair image = images.computeIfAbsent(upper.get(i).tags().imageId(), unused -> new Pair());
            image.upper().add(upper.get(i).overlap());
            image.lower().add(lower.get(i).overlap());
        }
        return new ArrayList<>(images.values());
    }

    private static ScoreIntervals.Interval interval(Pair[] draws, ToDoubleFunction<ScoreSummary> figure) {
        double[] values = new double[draws.length];
        for (int i = 0; i < draws.length; i++) {
            values[i] = draws[i].difference(figure);
        }
        return ScoreIntervals.Interval.ofCentral95Percent(values);
    }
}
