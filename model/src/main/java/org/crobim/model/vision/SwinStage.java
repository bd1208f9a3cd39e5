package org.crobim.model.vision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Tensors;

/** Blocks of one resolution, every other one with shifted windows, and the way to the next resolution. */
public final class SwinStage extends Layer {
    private final Shape shape;
    private final Tensor masks;
    private final List<SwinBlock> blocks = new ArrayList<>();
    private final Optional<Merging> merging;

    /**
     * Sizes of a stage.
     *
     * @param width channels
     * @param depth number of blocks
     * @param heads divides the width
     * @param window side of a window in tokens
     * @param merges whether a coarser stage follows
     */
    public record Shape(int width, int depth, int heads, int window, boolean merges) {
        /** Checks the ranges. */
        public Shape {
            if (depth < 1 || window < 1 || heads < 1 || width % heads != 0) {
                throw new IllegalArgumentException(
                        "Swin stage: width %d, depth %d, heads %d, window %d; expected positive sizes and heads that divide the width"
                                .formatted(width, depth, heads, window));
            }
        }

        private int shift() {
            return window / 2;
        }
    }

    /**
     * @param shape sizes
     * @param init first values
     */
    public SwinStage(Shape shape, Initializer init) {
        this(shape, Collections.nCopies(shape.depth(), 0.0), init);
    }

    /**
     * @param shape sizes
     * @param dropPath for each block the share of samples that pass it by in training, [0, 1)
     * @param init first values
     */
    public SwinStage(Shape shape, List<Double> dropPath, Initializer init) {
        this.shape = shape;
        masks = NativeScope.keep(ShiftMasks.patterns(shape.window(), shape.shift()));
        for (int j = 0; j < shape.depth(); j++) {
            blocks.add(child("blocks." + j, new SwinBlock(shape, dropPath.get(j), init)));
        }
        merging =
                shape.merges() ? Optional.of(child("downsample", new Merging(shape.width(), init))) : Optional.empty();
    }

    /**
     * All blocks.
     *
     * @param x (B, H, W, C), any height and width
     * @return the same shape, owned by the innermost scope
     */
    public Tensor forward(Tensor x) {
        WindowGrid straight = WindowGrid.over(x, shape.window(), 0);
        WindowGrid shifted = WindowGrid.over(x, shape.window(), shape.shift());
        Tensor patterns = masks.to(x.device(), x.scalar_type());
        Tensor kinds = Tensors.longs(ShiftMasks.kinds(shifted, x.size(0)), x.size(0) * shifted.count())
                .to(x.device(), ScalarType.Long);
        Tensor y = x;
        for (int j = 0; j < blocks.size(); j++) {
            y = j % 2 == 0
                    ? blocks.get(j).forward(y, straight, bias -> bias)
                    : blocks.get(j)
                            .forward(y, shifted, bias -> bias.add(patterns).index_select(0, kinds));
        }
        return y;
    }

    /**
     * Joins 2 x 2 tokens into one.
     *
     * @param x (B, H, W, C)
     * @return (B, ceil(H / 2), ceil(W / 2), 2 C)
     * @throws IllegalStateException if this is the coarsest stage
     */
    public Tensor downsample(Tensor x) {
        return merging.orElseThrow(() -> new IllegalStateException("the coarsest stage has no downsampling"))
                .forward(x);
    }

    /** Releases the masks and all parameters. */
    @Override
    public void close() {
        NativeScope.release(masks);
        super.close();
    }

    /** Four neighbours side by side, layer norm, a matrix without offset. */
    private static final class Merging extends Layer {
        private final LayerNorm norm;
        private final Tensor reduction;

        Merging(long width, Initializer init) {
            norm = child("norm", new LayerNorm(4 * width, init));
            reduction = parameter("reduction.weight", init.xavierUniform(4 * width, 2 * width, 2 * width, 4 * width));
        }

        Tensor forward(Tensor x) {
            Tensor even = WindowGrid.padToMultiple(x, 2);
            long rows = even.size(1) / 2;
            long columns = even.size(2) / 2;
            // Row varies fastest among the neighbours: (0,0), (1,0), (0,1), (1,1).
            Tensor neighbours = even.reshape(x.size(0), rows, 2, columns, 2, x.size(3))
                    .permute(0, 1, 3, 4, 2, 5)
                    .reshape(x.size(0), rows, columns, 4 * x.size(3));
            // Under mixed precision the product is bfloat16; the residual stream stays as precise as it came.
            return Ops.linear(norm.forward(neighbours), reduction, Optional.empty())
                    .to(x.scalar_type());
        }
    }
}
