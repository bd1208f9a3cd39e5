package org.crobim.model.rmsin;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.MapLayer;
import org.crobim.model.rmsin.KernelRouting.Routes;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Ops.ConvolutionShape;
import org.crobim.model.tensor.Tensors;

/**
 * A 3 x 3 convolution whose kernels are turned to each image (ARC, arXiv 2303.07820): W' = sum over n of alpha_n R(theta_n)
 * W_n, with alpha and theta read off the map itself.
 *
 * <p>The published module joins a batch into one grouped convolution; here every image has a plain one of its own, which is
 * the same sum and needs no copy of the maps.
 */
public final class AdaptiveRotatedConvolution extends MapLayer {
    private static final ConvolutionShape SAME_SIZE = new ConvolutionShape(1, 1, 1);

    private final Layout layout;
    private final Tensor weight;
    private final KernelRouting routing;

    /**
     * Sizes of the convolution.
     *
     * @param in channels
     * @param out channels
     * @param kernels n, summed to one; 1 in RMSIN
     * @param routingDropout share of channels that the routing goes without in training, [0, 1)
     */
    public record Layout(long in, long out, long kernels, double routingDropout) {
        /** Checks the ranges. */
        public Layout {
            if (Math.min(in, Math.min(out, kernels)) < 1 || !(routingDropout >= 0 && routingDropout < 1)) {
                throw new IllegalArgumentException(
                        "rotated convolution: %d to %d channels, %d kernels, routing dropout %s; expected sizes of at least 1 and a dropout in [0, 1)"
                                .formatted(in, out, kernels, routingDropout));
            }
        }
    }

    /**
     * @param layout sizes
     * @param init first values
     */
    public AdaptiveRotatedConvolution(Layout layout, Initializer init) {
        this.layout = layout;
        weight = parameter(
                "weight", init.normal(firstDeviation(layout), layout.kernels(), layout.out(), layout.in(), 3, 3));
        routing =
                child("rounting_func", new KernelRouting(layout.in(), layout.kernels(), layout.routingDropout(), init));
    }

    /** Kaiming normal by fan out as PyTorch counts it on five dimensions, the kernels as outputs. */
    static double firstDeviation(Layout layout) {
        return Math.sqrt(2.0 / (layout.kernels() * layout.in() * KernelRotation.TAPS));
    }

    /**
     * @param x (B, H, W, in)
     * @return (B, H, W, out)
     */
    @Override
    public Tensor forward(Tensor x) {
        Routes routes = routing.forward(x);
        Tensor mixing = mixing(routes);
        Tensor taps = taps();
        Tensor[] turned = new Tensor[Math.toIntExact(x.size(0))];
        for (int image = 0; image < turned.length; image++) {
            turned[image] = Ops.convolution(
                    x.narrow(0, image, 1), kernel(taps, mixing.select(0, image)), Optional.empty(), SAME_SIZE);
        }
        return turned.length == 1 ? turned[0] : Tensors.cat(0, turned);
    }

    /** All kernels with their channels last, (out, 9 n, in): so they are mixed fastest, and the convolution wants them so. */
    private Tensor taps() {
        return weight.flatten(3, 4)
                .permute(1, 0, 3, 2)
                .reshape(layout.out(), layout.kernels() * KernelRotation.TAPS, layout.in());
    }

    /**
     * The kernel of one image.
     *
     * @param taps (out, 9 n, in)
     * @param mixing (9, 9 n)
     * @return (out, in, 3, 3)
     */
    private Tensor kernel(Tensor taps, Tensor mixing) {
        return Ops.batchedProduct(mixing.expand(layout.out(), -1, -1), taps)
                .view(layout.out(), 3, 3, layout.in())
                .permute(0, 3, 1, 2);
    }

    /**
     * The way from the taps of all kernels to those of the one that each image gets: alpha_n R(theta_n) side by side.
     *
     * @return (B, 9, 9 n)
     */
    private Tensor mixing(Routes routes) {
        long batch = routes.angles().size(0);
        Tensor rotations = KernelRotation.matrices(routes.angles().reshape(-1));
        return rotations
                .mul(routes.shares().reshape(-1, 1, 1))
                .view(batch, layout.kernels(), KernelRotation.TAPS, KernelRotation.TAPS)
                .transpose(1, 2)
                .reshape(batch, KernelRotation.TAPS, layout.kernels() * KernelRotation.TAPS);
    }

    /** What the routing answers for a batch of maps. */
    Routes routes(Tensor x) {
        return routing.forward(x);
    }
}
