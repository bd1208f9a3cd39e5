package org.crobim.model.rmsin;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.BatchNorm;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.MapLayer;
import org.crobim.model.nn.Pointwise;
import org.crobim.model.tensor.Ops.ConvolutionShape;

/** BN, 1 x 1 to twice the width, BN, 3 x 3 in groups of two channels, ReLU6, 1 x 1 back: FeedForward of RMSIN. */
final class GroupedFeedForward extends MapLayer {
    private final BatchNorm norm;
    private final Pointwise expand;
    private final BatchNorm expandedNorm;
    private final Convolution around;
    private final Pointwise reduce;

    GroupedFeedForward(long width, Initializer init) {
        norm = child("bn1", new BatchNorm(width, init));
        expand = child("conv1", Pointwise.ofMaps(width, 2 * width, init));
        expandedNorm = child("bn2", new BatchNorm(2 * width, init));
        ConvolutionShape pairs = new ConvolutionShape(1, 1, width);
        around = child(
                "conv2", Convolution.published(new Convolution.Layout(2 * width, 2 * width, 3, pairs, true), init));
        reduce = child("conv3", Pointwise.ofMaps(2 * width, width, init));
    }

    /**
     * @param x (B, H, W, C)
     * @return the same shape
     */
    @Override
    public Tensor forward(Tensor x) {
        Tensor expanded = expandedNorm.forward(expand.forward(norm.forward(x)));
        return reduce.forward(torch.relu6(around.forward(expanded)));
    }
}
