package org.crobim.train.benchmark;

/** Speed from operations and time. */
final class Gigaflops {
    private static final double OPERATIONS_A_MILLISECOND = 1e6;

    private Gigaflops() {}

    /** Operations over milliseconds, in 1e9 operations a second. */
    static double of(long operations, double millis) {
        return operations / millis / OPERATIONS_A_MILLISECOND;
    }
}
