package org.crobim.train.benchmark;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Times repeated work.
 *
 * @param nanoseconds a clock that never goes back: wall time, or processor time where other programs run beside
 */
public record Stopwatch(LongSupplier nanoseconds) {
    private static final double NANOSECONDS_OF_A_MILLISECOND = 1e6;

    /** Median time of some runs after one that warms up, in milliseconds. */
    public double medianMillis(int runs, Runnable work) {
        double[] sorted = sortedMillis(runs, work);
        return (sorted[(runs - 1) / 2] + sorted[runs / 2]) / 2;
    }

    /** Shortest time of some runs after one that warms up, in milliseconds. */
    public double bestMillis(int runs, Runnable work) {
        return sortedMillis(runs, work)[0];
    }

    private double[] sortedMillis(int runs, Runnable work) {
        work.run();
        double[] millis = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = nanoseconds.getAsLong();
            work.run();
            millis[run] = (nanoseconds.getAsLong() - start) / NANOSECONDS_OF_A_MILLISECOND;
        }
        Arrays.sort(millis);
        return millis;
    }
}
