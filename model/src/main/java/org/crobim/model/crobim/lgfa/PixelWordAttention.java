package org.crobim.model.crobim.lgfa;

import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.FeedForward;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.nn.Linear;
import org.crobim.model.nn.MultiHeadAttention;
import org.crobim.model.tensor.Ops;

/**
 * Language-to-vision interaction of LGFA: every pixel gathers the words that describe it.
 *
 * <p>A = softmax(Q(X) K(L)^T / sqrt(d_head)); G = LN(W_o(A U(L))); M = X * G; result (1 + tanh(MLP(M))) * M. Our
 * reconstruction. Q(X) depends on the image alone and is computed with it.
 */
final class PixelWordAttention extends Layer {
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear output;
    private final LayerNorm norm;
    private final FeedForward gate;
    private final int heads;

    /**
     * @param width d, of pixels
     * @param textWidth d_t, of words
     * @param heads divides d
     */
    PixelWordAttention(int width, int textWidth, int heads, Initializer init) {
        this.heads = heads;
        query = child("query", new Linear(width, width, init));
        key = child("key", new Linear(textWidth, width, init));
        value = child("value", new Linear(textWidth, width, init));
        output = child("output", new Linear(width, width, init));
        norm = child("norm", new LayerNorm(width, init));
        gate = child("gate", new FeedForward(width, width, width, init));
    }

    /**
     * The questions that pixels put to words.
     *
     * @param pixels (B, n, d)
     * @return (B, n, d)
     */
    Tensor queries(Tensor pixels) {
        return query.forward(pixels);
    }

    /**
     * @param pixels X (Q, n, d)
     * @param queries of the same pixels (Q, n, d)
     * @param words (Q, T, d_t); padded rows may hold anything
     * @param wordMask additive (Q, 1, 1, T)
     * @return G_l (Q, n, d)
     */
    Tensor forward(Tensor pixels, Tensor queries, Tensor words, Tensor wordMask) {
        Tensor attended = Ops.attention(
                MultiHeadAttention.split(queries, heads),
                MultiHeadAttention.split(key.forward(words), heads),
                MultiHeadAttention.split(value.forward(words), heads),
                Optional.of(wordMask));
        Tensor gathered = norm.forward(output.forward(MultiHeadAttention.merge(attended)));
        Tensor matched = pixels.mul(gathered);
        return gate.forward(matched).tanh().add(new Scalar(1.0)).mul(matched);
    }
}
