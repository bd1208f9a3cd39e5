package org.crobim.model.nn;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Ops.ConvolutionShape;

/** A square convolution over channels-last maps. */
public final class Convolution extends MapLayer {
    private final Tensor weight;
    private final Optional<Tensor> bias;
    private final ConvolutionShape shape;

    /**
     * All that a convolution of a published network can differ in.
     *
     * @param in channels
     * @param out channels
     * @param kernel side in pixels
     * @param shape stride, padding and groups; the groups divide both channels
     * @param biased whether there is an offset
     */
    public record Layout(long in, long out, long kernel, ConvolutionShape shape, boolean biased) {
        /** Checks the sizes. */
        public Layout {
            if (Math.min(in, Math.min(out, kernel)) < 1 || in % shape.groups() != 0 || out % shape.groups() != 0) {
                throw new IllegalArgumentException(
                        "convolution: %d to %d channels, kernel %d, %d groups; expected positive sizes that the groups divide"
                                .formatted(in, out, kernel, shape.groups()));
            }
        }

        private long inPerGroup() {
            return in / shape.groups();
        }

        private long area() {
            return kernel * kernel;
        }
    }

    private Convolution(Tensor weight, Optional<Tensor> bias, ConvolutionShape shape) {
        this.shape = shape;
        this.weight = parameter("weight", weight);
        this.bias = bias.map(offset -> parameter("bias", offset));
    }

    /** A kernel as large as its stride: patches that do not overlap. */
    public static Convolution patches(long in, long out, long side, Initializer init) {
        return balanced(new Layout(in, out, side, new ConvolutionShape(side, 0, 1), true), init);
    }

    /** One odd kernel per channel, same size out. */
    public static Convolution depthwise(long channels, long kernel, Initializer init) {
        return balanced(
                new Layout(channels, channels, kernel, new ConvolutionShape(1, kernel / 2, channels), true), init);
    }

    private static Convolution balanced(Layout layout, Initializer init) {
        long fanIn = layout.inPerGroup() * layout.area();
        long fanOut = layout.out() / layout.shape().groups() * layout.area();
        return new Convolution(
                init.xavierUniform(fanIn, fanOut, layout.out(), layout.inPerGroup(), layout.kernel(), layout.kernel()),
                Optional.of(init.zeros(layout.out())),
                layout.shape());
    }

    /** A convolution of a published network: its first values are those that PyTorch gives. */
    public static Convolution published(Layout layout, Initializer init) {
        long fanIn = layout.inPerGroup() * layout.area();
        return new Convolution(
                init.fanInUniform(fanIn, layout.out(), layout.inPerGroup(), layout.kernel(), layout.kernel()),
                layout.biased() ? Optional.of(init.fanInUniform(fanIn, layout.out())) : Optional.empty(),
                layout.shape());
    }

    /** A dense 3 x 3 convolution of a published network, same size out, without offset: what precedes a batch norm. */
    public static Convolution smoothing(long in, long out, Initializer init) {
        return published(new Layout(in, out, 3, new ConvolutionShape(1, 1, 1), false), init);
    }

    @Override
    public Tensor forward(Tensor x) {
        return Ops.convolution(x, weight, bias, shape);
    }

    /** The kernels (out, in / groups, k, k), live. */
    public Tensor weight() {
        return weight;
    }

    /**
     * The offsets (out), live.
     *
     * @throws IllegalStateException if the convolution has none
     */
    public Tensor bias() {
        return bias.orElseThrow(() -> new IllegalStateException("the convolution has no offset"));
    }
}
