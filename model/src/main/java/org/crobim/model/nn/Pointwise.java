package org.crobim.model.nn;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Ops;

/**
 * A 1 x 1 convolution of a published network: a matrix over the channels, kept in the shape and with the first values that
 * PyTorch's convolutions have.
 */
public final class Pointwise extends MapLayer {
    private final Tensor weight;
    private final Optional<Tensor> bias;

    private Pointwise(Tensor weight, Optional<Tensor> bias) {
        this.weight = parameter("weight", weight);
        this.bias = bias.map(offset -> parameter("bias", offset));
    }

    /** Named as a convolution along a sequence: weight (out, in, 1), bias (out). */
    public static Pointwise ofSequences(long in, long out, Initializer init) {
        return new Pointwise(init.fanInUniform(in, out, in, 1), Optional.of(init.fanInUniform(in, out)));
    }

    /** Named as a convolution over a map: weight (out, in, 1, 1), bias (out). */
    public static Pointwise ofMaps(long in, long out, Initializer init) {
        return new Pointwise(init.fanInUniform(in, out, in, 1, 1), Optional.of(init.fanInUniform(in, out)));
    }

    /** As {@link #ofMaps}, without offset. */
    public static Pointwise ofMapsUnbiased(long in, long out, Initializer init) {
        return new Pointwise(init.fanInUniform(in, out, in, 1, 1), Optional.empty());
    }

    /**
     * @param x (..., in): a sequence or a map, channels last
     * @return (..., out)
     */
    @Override
    public Tensor forward(Tensor x) {
        return Ops.linear(x, weight.flatten(1, -1), bias);
    }
}
