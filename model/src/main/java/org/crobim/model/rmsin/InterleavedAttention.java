package org.crobim.model.rmsin;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.BatchNorm;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.Ops;

/**
 * Attention among the tokens of three grids, whose result lies on the first, and a depth-wise convolution beside it.
 *
 * <p>Two orders of values are those of the published module, although nothing speaks for them: the weights were trained in
 * these orders. The attended values, token by token, are read as if they came channel by channel, so that channels and
 * tokens interleave; and so are the values (heads, cells, width) of the first grid.
 */
final class InterleavedAttention extends Layer {
    private final Shape shape;
    private final Tensor qkv;
    private final BatchNorm qkvNorm;
    private final Convolution parallel;
    private final Linear toCells;
    private final Linear output;

    /**
     * Sizes of the attention.
     *
     * @param width of tokens
     * @param heads 8 in the published network
     * @param keyWidth of queries and keys of a head, 32 in the published network; values are twice as wide
     * @param cellsPerSide of the first grid
     * @param tokens of all grids
     */
    record Shape(long width, long heads, long keyWidth, long cellsPerSide, long tokens) {
        static Shape published(long width, InteractionGrid grid) {
            return new Shape(width, 8, 32, grid.side(), grid.tokens());
        }

        private long valueWidth() {
            return 2 * keyWidth;
        }

        private long allValues() {
            return heads * valueWidth();
        }

        private long cells() {
            return cellsPerSide * cellsPerSide;
        }
    }

    InterleavedAttention(Shape shape, Initializer init) {
        this.shape = shape;
        long projected = shape.heads() * (2 * shape.keyWidth() + shape.valueWidth());
        qkv = parameter("qkv.c.weight", init.normal(0.02, projected, shape.width()));
        qkvNorm = child("qkv.bn", new BatchNorm(projected, init));
        Ops.ConvolutionShape perChannel = new Ops.ConvolutionShape(1, 1, shape.allValues());
        parallel = child(
                "parallel_conv.1",
                Convolution.published(
                        new Convolution.Layout(shape.allValues(), shape.allValues(), 3, perChannel, true), init));
        output = child("to_out", new Linear(shape.allValues(), shape.width(), init));
        toCells = child("proj", new Linear(shape.tokens(), shape.cells(), init));
    }

    /**
     * @param x (B, N, C), the tokens of all grids, the first grid's first
     * @return (B, cells, C)
     */
    Tensor forward(Tensor x) {
        long batch = x.size(0);
        TensorVector parts = qkvNorm.forward(Ops.linear(x, qkv, Optional.empty()))
                .view(batch, x.size(1), shape.heads(), -1)
                .transpose(1, 2)
                .split_with_sizes(new long[] {shape.keyWidth(), shape.keyWidth(), shape.valueWidth()}, -1);
        Tensor values = parts.get(2);
        Tensor attended = Ops.attention(parts.get(0), parts.get(1), values, Optional.empty());
        // (B, N, heads, width) read as (B, heads width, N).
        Tensor interleaved = attended.transpose(1, 2).reshape(batch, shape.allValues(), x.size(1));
        Tensor sum = toCells.forward(interleaved).add(local(values));
        return output.forward(sum.transpose(1, 2));
    }

    /**
     * @param values (B, heads, N, width)
     * @return (B, heads width, cells)
     */
    private Tensor local(Tensor values) {
        // (B, heads, cells, width) read as (B, heads width, side, side).
        Tensor map = values.narrow(2, 0, shape.cells())
                .reshape(values.size(0), shape.allValues(), shape.cellsPerSide(), shape.cellsPerSide());
        Tensor seen = parallel.forward(torch.hardswish(map).permute(0, 2, 3, 1));
        return seen.permute(0, 3, 1, 2).flatten(2, -1);
    }
}
