package org.crobim.model.rmsin;

import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Dropout;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Ops.ConvolutionShape;

/**
 * Reads off a map how far each kernel is to be turned and how much it counts: one answer per image, not per pixel.
 *
 * <p>x = mean over pixels of relu(LN(DW3x3(map))); alpha = sigmoid(W x + b); theta = softsign(V x) * 40 degrees.
 */
final class KernelRouting extends Layer {
    /** Radians that no angle reaches. */
    private static final double MOST_RADIANS = Math.toRadians(40);

    private static final double FIRST_DEVIATION = 0.02;

    private final ConvolutionShape perChannel;
    private final Tensor surroundings;
    private final LayerNorm norm;
    private final Dropout shareDropout;
    private final Dropout angleDropout;
    private final Tensor shareWeight;
    private final Tensor shareBias;
    private final Tensor angleWeight;

    /**
     * Answers for a batch.
     *
     * @param shares alpha (B, n), in 0..1
     * @param angles theta (B, n), radians, at most 40 degrees to either side
     */
    record Routes(Tensor shares, Tensor angles) {}

    /**
     * @param channels of the map
     * @param kernels n
     * @param dropRate share of channels that each answer goes without in training, [0, 1); 0.2 in the published network
     */
    KernelRouting(long channels, long kernels, double dropRate, Initializer init) {
        perChannel = new ConvolutionShape(1, 1, channels);
        // The published start cuts the normal at 100 deviations: nothing is cut.
        surroundings = parameter("dwc.weight", init.normal(FIRST_DEVIATION, channels, 1, 3, 3));
        norm = child("norm.norm", new LayerNorm(channels, init));
        shareDropout = child("dropout1", new Dropout(dropRate, init.random()));
        shareWeight = parameter("fc_alpha.weight", init.normal(FIRST_DEVIATION, kernels, channels));
        shareBias = parameter("fc_alpha.bias", init.fanInUniform(channels, kernels));
        angleDropout = child("dropout2", new Dropout(dropRate, init.random()));
        angleWeight = parameter("fc_theta.weight", init.normal(FIRST_DEVIATION, kernels, channels));
    }

    /**
     * @param map (B, H, W, C)
     * @return one share and one angle per image and kernel
     */
    Routes forward(Tensor map) {
        Tensor seen = norm.forward(Ops.convolution(map, surroundings, Optional.empty(), perChannel))
                .relu_()
                .mean(1, 2);
        Tensor shares = Ops.linear(shareDropout.forward(seen), shareWeight, Optional.of(shareBias))
                .sigmoid();
        Tensor turn = Ops.linear(angleDropout.forward(seen), angleWeight, Optional.empty());
        Tensor softsign = turn.div(turn.abs().add(new Scalar(1.0)));
        return new Routes(shares, softsign.mul(new Scalar(MOST_RADIANS)));
    }
}
