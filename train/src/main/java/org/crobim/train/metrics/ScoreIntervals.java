package org.crobim.train.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Bootstrapped 95 % intervals of a {@link ScoreSummary}, in percent.
 *
 * @param images number of images drawn in each resample
 */
public record ScoreIntervals(
        int images,
        @JsonProperty("oIoU") Interval oIoU,
        @JsonProperty("mIoU") Interval mIoU,
        Interval pr50,
        Interval pr60,
        Interval pr70,
        Interval pr80,
        Interval pr90) {
    private static final int LEAST_RESAMPLES = 100;

    /**
     * The central 95 % of the resampled values.
     *
     * @param low 2.5 % quantile
     * @param high 97.5 % quantile
     */
    public record Interval(double low, double high) {
        /** Checks the order. */
        public Interval {
            if (!(low <= high)) {
                throw new IllegalArgumentException(
                        "Interval from %s to %s: low must not exceed high".formatted(low, high));
            }
        }

        /** From unsorted values, at least one; quantiles are interpolated between the ranks around them. */
        static Interval ofCentral95Percent(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975));
        }

        private static double quantile(double[] sorted, double share) {
            double position = share * (sorted.length - 1);
            int below = (int) position;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
        }
    }

    static ScoreIntervals bootstrap(List<ScoreTally> images, int resamples, RandomGenerator random) {
        if (images.isEmpty()) {
            throw new IllegalStateException("Intervals need at least one scored sample, got none");
        }
        ScoreSummary[] draws = new ScoreSummary[requireEnough(resamples)];
        for (int draw = 0; draw < resamples; draw++) {
            ScoreTally tally = new ScoreTally();
            for (int i = 0; i < images.size(); i++) {
                tally.add(images.get(random.nextInt(images.size())));
            }
            draws[draw] = tally.summary();
        }
        return new ScoreIntervals(
                images.size(),
                interval(draws, ScoreSummary::oIoU),
                interval(draws, ScoreSummary::mIoU),
                interval(draws, ScoreSummary::pr50),
                interval(draws, ScoreSummary::pr60),
                interval(draws, ScoreSummary::pr70),
                interval(draws, ScoreSummary::pr80),
                interval(draws, ScoreSummary::pr90));
    }

    /** The number of resamples, at least {@value #LEAST_RESAMPLES}: below that a 95 % interval means nothing. */
    static int requireEnough(int resamples) {
        if (resamples < LEAST_RESAMPLES) {
            throw new IllegalArgumentException(
                    "A 95 %% interval needs at least %d resamples, got %d".formatted(LEAST_RESAMPLES, resamples));
        }
        return resamples;
    }

    private static Interval interval(ScoreSummary[] draws, ToDoubleFunction<ScoreSummary> figure) {
        return Interval.ofCentral95Percent(
                Arrays.stream(draws).mapToDouble(figure).toArray());
    }
}
