package org.crobim.model.text;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Dropout;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.nn.Linear;
import org.crobim.model.nn.MultiHeadAttention;
import org.crobim.model.tensor.Ops;

/** One layer of BERT: self-attention and a GELU perceptron, each added to its input and normalised after. */
final class TextEncoderBlock extends Layer {
    private final int heads;
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear attended;
    private final LayerNorm attendedNorm;
    private final Linear expand;
    private final Linear reduce;
    private final LayerNorm norm;
    private final Dropout dropout;

    TextEncoderBlock(TextEncoder.Config config, double dropRate, Initializer init) {
        int width = config.width();
        int hidden = config.hiddenWidth();
        heads = config.heads();
        query = child("attention.self.query", new Linear(width, width, init));
        key = child("attention.self.key", new Linear(width, width, init));
        value = child("attention.self.value", new Linear(width, width, init));
        attended = child("attention.output.dense", new Linear(width, width, init));
        attendedNorm = child("attention.output.LayerNorm", new LayerNorm(width, TextEncoder.NORM_EPSILON, init));
        expand = child("intermediate.dense", new Linear(width, hidden, init));
        reduce = child("output.dense", new Linear(hidden, width, init));
        norm = child("output.LayerNorm", new LayerNorm(width, TextEncoder.NORM_EPSILON, init));
        dropout = child("output.dropout", new Dropout(dropRate, init.random()));
    }

    /**
     * @param x (Q, M, d_t)
     * @param mask additive (Q, 1, 1, M) or (Q, 1, M, M)
     * @return (Q, M, d_t)
     */
    Tensor forward(Tensor x, Optional<Tensor> mask) {
        Tensor gathered = MultiHeadAttention.merge(Ops.attention(
                MultiHeadAttention.split(query.forward(x), heads),
                MultiHeadAttention.split(key.forward(x), heads),
                MultiHeadAttention.split(value.forward(x), heads),
                mask));
        Tensor y = attendedNorm.forward(x.add(dropout.forward(attended.forward(gathered))));
        Tensor z = reduce.forward(Ops.gelu(expand.forward(y)));
        return norm.forward(y.add(dropout.forward(z)));
    }
}
