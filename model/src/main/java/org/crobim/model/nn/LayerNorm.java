package org.crobim.model.nn;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Ops;

/** Layer norm over the last dimension. */
public final class LayerNorm extends Layer {
    private final Tensor weight;
    private final Tensor bias;
    private final double epsilon;

    /**
     * @param width size of the last dimension
     * @param epsilon added to the variance
     */
    public LayerNorm(long width, double epsilon, Initializer init) {
        weight = parameter("weight", init.constant(1, width));
        bias = parameter("bias", init.zeros(width));
        this.epsilon = epsilon;
    }

    /** With the customary 1e-5. */
    public LayerNorm(long width, Initializer init) {
        this(width, 1e-5, init);
    }

    /**
     * @param x (..., width)
     * @return the same shape
     */
    public Tensor forward(Tensor x) {
        return Ops.layerNorm(x, weight, bias, epsilon);
    }
}
