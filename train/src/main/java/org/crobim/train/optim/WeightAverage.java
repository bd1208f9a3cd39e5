package org.crobim.train.optim;

import org.bytedeco.pytorch.Scalar;
import org.crobim.model.tensor.NativeScope;

/**
 * Exponential moving average of the weights, which generalizes better than the weights of any one step.
 *
 * <p>The decay rises as (1 + n) / (10 + n) with the number n of updates until it reaches its value, so that the random weights of
 * the start are soon forgotten.
 */
public final class WeightAverage implements AutoCloseable {
    private final FlatBuffer weights;
    private final FlatBuffer average;
    private final double decay;
    private long updates;

    /**
     * Begins with the weights as they are.
     *
     * @param weights not owned
     * @param decay [0, 1); with 0 the average is always the weights themselves
     */
    public WeightAverage(FlatBuffer weights, double decay) {
        this.weights = weights;
        this.decay = decay;
        average = new FlatBuffer(weights.layout(), weights.vector().device());
        average.copyFrom(weights);
    }

    /** Takes the present weights into the average. */
    public void update() {
        double present = Math.min(decay, (1.0 + updates) / (10.0 + updates));
        updates++;
        try (NativeScope scope = NativeScope.withoutGradients()) {
            average.vector().lerp_(weights.vector(), new Scalar(1 - present));
        }
    }

    /** The network holds the average until the returned value is closed, which puts the trained weights back bit for bit. */
    public Lent lend() {
        weights.exchangeWith(average);
        return () -> weights.exchangeWith(average);
    }

    /** Puts the trained weights back when closed. */
    @FunctionalInterface
    public interface Lent extends AutoCloseable {
        @Override
        void close();
    }

    /** The averaged values, live. */
    public FlatBuffer average() {
        return average;
    }

    /** Goes on after a number of updates whose result was put into {@link #average()}. */
    public void resumeAfter(long updatesDone) {
        updates = updatesDone;
    }

    /** Updates done. */
    public long updates() {
        return updates;
    }

    @Override
    public void close() {
        average.close();
    }
}
