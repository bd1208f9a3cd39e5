package org.crobim.model.nn;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Ops;

/** Multi-head attention between two sequences, MHCA(Q, K, V) in the notation of the specification. */
public final class MultiHeadAttention extends Layer {
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear output;
    private final int heads;

    /**
     * @param width d, of both sequences and the result
     * @param heads divides d
     */
    public MultiHeadAttention(int width, int heads, Initializer init) {
        if (width % heads != 0) {
            throw new IllegalArgumentException("%d heads do not divide width %d".formatted(heads, width));
        }
        this.heads = heads;
        query = child("query", new Linear(width, width, init));
        key = child("key", new Linear(width, width, init));
        value = child("value", new Linear(width, width, init));
        output = child("output", new Linear(width, width, init));
    }

    /**
     * @param queries (B, n, d)
     * @param keys (B, m, d)
     * @param values (B, m, d)
     * @param mask additive, broadcastable to (B, h, n, m); empty: every key is seen
     * @return (B, n, d)
     */
    public Tensor forward(Tensor queries, Tensor keys, Tensor values, Optional<Tensor> mask) {
        Tensor attended = Ops.attention(
                split(query.forward(queries)), split(key.forward(keys)), split(value.forward(values)), mask);
        return output.forward(merge(attended));
    }

    private Tensor split(Tensor x) {
        return split(x, heads);
    }

    /**
     * Cuts the width into heads.
     *
     * @param x (B, n, d)
     * @return (B, h, n, d / h), a view
     */
    public static Tensor split(Tensor x, int heads) {
        return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);
    }

    /**
     * Joins heads again.
     *
     * @param x (B, h, n, d / h)
     * @return (B, n, d)
     */
    public static Tensor merge(Tensor x) {
        return x.transpose(1, 2).reshape(x.size(0), x.size(2), x.size(1) * x.size(3));
    }
}
