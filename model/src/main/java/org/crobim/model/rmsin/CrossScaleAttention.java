package org.crobim.model.rmsin;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.BatchNorm;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.MapLayer;
import org.crobim.model.nn.Pointwise;
import org.crobim.model.tensor.Ops.ConvolutionShape;
import org.crobim.model.tensor.Tensors;

/** Cells of the grid see one another at its full, half and third resolution. */
final class CrossScaleAttention extends MapLayer {
    private final InteractionGrid grid;
    private final BatchNorm norm;
    private final Convolution half;
    private final BatchNorm halfNorm;
    private final Convolution third;
    private final BatchNorm thirdNorm;
    private final InterleavedAttention attention;
    private final BatchNorm attendedNorm;
    private final Pointwise output;

    CrossScaleAttention(long width, InteractionGrid grid, Initializer init) {
        this.grid = grid;
        norm = child("bn1", new BatchNorm(width, init));
        half = child("DWConv1.0", coarser(width, 3, 2, init));
        halfNorm = child("DWConv1.1", new BatchNorm(width, init));
        third = child("DWConv2.0", coarser(width, 5, 3, init));
        thirdNorm = child("DWConv2.1", new BatchNorm(width, init));
        attention =
                child("attention", new InterleavedAttention(InterleavedAttention.Shape.published(width, grid), init));
        attendedNorm = child("bn4", new BatchNorm(width, init));
        output = child("conv", Pointwise.ofMaps(width, width, init));
    }

    private static Convolution coarser(long width, long kernel, long stride, Initializer init) {
        ConvolutionShape perChannel = new ConvolutionShape(stride, kernel / 2, width);
        return Convolution.published(new Convolution.Layout(width, width, kernel, perChannel, true), init);
    }

    /**
     * @param x (B, side, side, C)
     * @return the same shape
     */
    @Override
    public Tensor forward(Tensor x) {
        Tensor fine = norm.forward(x);
        Tensor tokens = Tensors.cat(
                1,
                fine.flatten(1, 2),
                halfNorm.forward(half.forward(fine)).flatten(1, 2),
                thirdNorm.forward(third.forward(fine)).flatten(1, 2));
        Tensor cells = attention.forward(tokens).unflatten(1, grid.side(), grid.side());
        return output.forward(torch.hardswish(attendedNorm.forward(cells)));
    }
}
