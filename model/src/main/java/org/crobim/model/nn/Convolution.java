package org.crobim.model.nn;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Ops.ConvolutionShape;

/** A square convolution over channels-last maps. */
public final class Convolution extends Layer {
    private final Tensor weight;
    private final Tensor bias;
    private final ConvolutionShape shape;

    private Convolution(long out, long inPerGroup, long kernel, ConvolutionShape shape, Initializer init) {
        this.shape = shape;
        long area = kernel * kernel;
        long outPerGroup = out / shape.groups();
        weight = parameter(
                "weight", init.xavierUniform(inPerGroup * area, outPerGroup * area, out, inPerGroup, kernel, kernel));
        bias = parameter("bias", init.zeros(out));
    }

    /** A kernel as large as its stride: patches that do not overlap. */
    public static Convolution patches(long in, long out, long side, Initializer init) {
        return new Convolution(out, in, side, new ConvolutionShape(side, 0, 1), init);
    }

    /** One odd kernel per channel, same size out. */
    public static Convolution depthwise(long channels, long kernel, Initializer init) {
        return new Convolution(channels, 1, kernel, new ConvolutionShape(1, kernel / 2, channels), init);
    }

    /**
     * @param x (B, H, W, in)
     * @return (B, H', W', out)
     */
    public Tensor forward(Tensor x) {
        return Ops.convolution(x, weight, Optional.of(bias), shape);
    }

    /** The kernels (out, in / groups, k, k), live. */
    public Tensor weight() {
        return weight;
    }

    /** The offsets (out), live. */
    public Tensor bias() {
        return bias;
    }
}
