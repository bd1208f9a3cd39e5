package org.crobim.model.tensor;

/**
 * Counts floating-point operations of matrix products, convolutions and attention on the calling thread.
 *
 * <p>Two operations per multiply-add, as executed: padding is included, element-wise work is not.
 */
public final class FlopCounter implements AutoCloseable {
    private static final ThreadLocal<long[]> CURRENT = new ThreadLocal<>();

    private final long[] count = new long[1];

    private FlopCounter() {
        CURRENT.set(count);
    }

    /** Starts counting on this thread, until closed. */
    public static FlopCounter start() {
        return new FlopCounter();
    }

    /** Operations counted so far. */
    public long flops() {
        return count[0];
    }

    static void add(long multiplyAdds) {
        long[] current = CURRENT.get();
        if (current != null) {
            current[0] += 2 * multiplyAdds;
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
    }
}
