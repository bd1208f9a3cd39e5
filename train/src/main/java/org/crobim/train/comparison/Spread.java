package org.crobim.train.comparison;

import java.util.Arrays;

/** Mean and spread of a few runs. */
final class Spread {
    private Spread() {}

    /** Mean of at least one run. */
    static double mean(double[] runs) {
        return Arrays.stream(runs).average().orElseThrow();
    }

    /** Standard deviation of a sample, n - 1 in the denominator; 0 for a single run. */
    static double deviation(double[] runs) {
        double mean = mean(runs);
        double squares =
                Arrays.stream(runs).map(run -> (run - mean) * (run - mean)).sum();
        return runs.length == 1 ? 0 : Math.sqrt(squares / (runs.length - 1));
    }
}
