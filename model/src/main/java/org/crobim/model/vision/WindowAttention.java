package org.crobim.model.vision;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Linear;
import org.crobim.model.nn.MultiHeadAttention;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Tensors;

/** Attention among the tokens of a window, with a learned bias for every offset between two of them. */
final class WindowAttention extends Layer {
    private final int heads;
    private final long tokens;
    private final Linear qkv;
    private final Linear output;
    private final Tensor offsetTable;
    private final Tensor offsets;

    WindowAttention(int width, int heads, int window, Initializer init) {
        this.heads = heads;
        tokens = (long) window * window;
        long reach = 2L * window - 1;
        offsetTable = parameter("relative_position_bias_table", init.normal(0.02, reach * reach, heads));
        qkv = child("qkv", new Linear(width, 3L * width, init));
        output = child("proj", new Linear(width, width, init));
        offsets = constant("relative_position_index", Tensors.longs(offsets(window), tokens, tokens));
    }

    /** For each pair (query, key), row by row, the row of the table: (dy + w - 1)(2w - 1) + dx + w - 1. */
    static long[] offsets(int window) {
        int tokens = window * window;
        long[] rows = new long[tokens * tokens];
        for (int query = 0; query < tokens; query++) {
            for (int key = 0; key < tokens; key++) {
                int down = query / window - key / window + window - 1;
                int right = query % window - key % window + window - 1;
                rows[query * tokens + key] = (long) down * (2 * window - 1) + right;
            }
        }
        return rows;
    }

    /**
     * @param map (B, H, W, C)
     * @param grid cuts maps of this size
     * @param masking from the bias (1, h, N, N) of positions to that of every window, (n, h, N, N) or (1, h, N, N)
     * @return (B, H, W, C)
     */
    Tensor forward(Tensor map, WindowGrid grid, UnaryOperator<Tensor> masking) {
        // Padding is zero, so its products are too: only tokens of the map are multiplied, and padding gets the offset.
        Tensor projected = grid.split(Ops.linear(map, qkv.weight(), Optional.empty()));
        TensorVector parts = projected
                .add_(qkv.bias())
                .view(projected.size(0), tokens, 3, heads, map.size(3) / heads)
                .permute(2, 0, 3, 1, 4)
                .unbind(0);
        Optional<Tensor> bias = Optional.of(masking.apply(positionBias()));
        Tensor attended = Ops.attention(parts.get(0), parts.get(1), parts.get(2), bias);
        return output.forward(grid.join(MultiHeadAttention.merge(attended)));
    }

    private Tensor positionBias() {
        Tensor rows = offsetTable.index_select(0, offsets.view(-1).to(offsetTable.device(), ScalarType.Long));
        return rows.view(tokens, tokens, heads).permute(2, 0, 1).unsqueeze(0).contiguous();
    }
}
