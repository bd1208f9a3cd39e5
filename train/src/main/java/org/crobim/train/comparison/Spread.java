package org.crobim.train.comparison;

import java.util.Arrays;

/**
 * Mean and spread of a few runs.
 *
 * @param mean of at least one run
 * @param deviation standard deviation of a sample, n - 1 in the denominator; 0 for a single run
 */
public record Spread(double mean, double deviation) {
    static Spread of(double[] runs) {
        double mean = Arrays.stream(runs).average().orElseThrow();
        double squares =
                Arrays.stream(runs).map(run -> (run - mean) * (run - mean)).sum();
        return new Spread(mean, runs.length == 1 ? 0 : Math.sqrt(squares / (runs.length - 1)));
    }
}
