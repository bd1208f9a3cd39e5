package org.crobim.predict;

import org.crobim.model.tensor.Precision;

/**
 * How a segmenter calculates.
 *
 * @param device "cpu", "cuda" or "cuda:N"
 * @param threads that one operator may use on the CPU, at least 1; {@link #ALL_THREADS} for what OMP_NUM_THREADS says,
 *     otherwise all cores
 * @param precision of matrix products and convolutions
 */
public record SegmenterOptions(String device, int threads, Precision precision) {
    /** Leaves the number of threads to libtorch. */
    public static final int ALL_THREADS = 0;

    /** Checks the number of threads. */
    public SegmenterOptions {
        if (threads < 0) {
            throw new IllegalArgumentException("threads must be 1 or more, or 0 for all, got " + threads);
        }
    }

    /** Single precision on all cores. */
    public static SegmenterOptions onCpu() {
        return new SegmenterOptions("cpu", ALL_THREADS, Precision.FP32);
    }
}
