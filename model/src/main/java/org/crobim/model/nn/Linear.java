package org.crobim.model.nn;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Ops;

/** x W^T + b over the last dimension; also the 1 x 1 convolution of channels-last maps. */
public final class Linear extends Layer {
    private final Tensor weight;
    private final Tensor bias;

    /**
     * @param in width of the input
     * @param out width of the output
     */
    public Linear(long in, long out, Initializer init) {
        weight = parameter("weight", init.xavierUniform(in, out, out, in));
        bias = parameter("bias", init.zeros(out));
    }

    /**
     * @param x (..., in)
     * @return (..., out)
     */
    public Tensor forward(Tensor x) {
        return Ops.linear(x, weight, Optional.of(bias));
    }

    /** The matrix (out, in), live. */
    public Tensor weight() {
        return weight;
    }

    /** The offset (out), live. */
    public Tensor bias() {
        return bias;
    }
}
