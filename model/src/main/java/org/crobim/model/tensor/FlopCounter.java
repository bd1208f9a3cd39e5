package org.crobim.model.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Counts floating-point operations of matrix products, convolutions and attention on the calling thread.
 *
 * <p>Two operations per multiply-add, as executed: padding is included, element-wise work is not.
 */
public final class FlopCounter implements AutoCloseable {
    private static final ThreadLocal<@Nullable FlopCounter> CURRENT = new ThreadLocal<>();

    private final @Nullable FlopCounter outer;
    private long flops;

    private FlopCounter() {
        outer = CURRENT.get();
        CURRENT.set(this);
    }

    /** Starts counting on this thread, until closed; a counter that is open already counts the same work too. */
    public static FlopCounter start() {
        return new FlopCounter();
    }

    /** Operations counted so far. */
    public long flops() {
        return flops;
    }

    static void add(long multiplyAdds) {
        for (FlopCounter counter = CURRENT.get(); counter != null; counter = counter.outer) {
            counter.flops += 2 * multiplyAdds;
        }
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
