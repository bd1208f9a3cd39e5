package org.crobim.model.lavt;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.fused.Words;
import org.crobim.model.nn.Dropout;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.InstanceNorm;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.MultiHeadAttention;
import org.crobim.model.nn.Pointwise;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Tensors;

/**
 * PWAM, the pixel-word attention module (arXiv 2112.02244, section 3.2), as the published implementation has it: GELU where
 * the formulas write ReLU.
 */
public final class PixelWordAttentionModule extends Layer {
    private final Shape shape;
    private final Pointwise visual;
    private final Pointwise query;
    private final Pointwise key;
    private final Pointwise value;
    private final Pointwise attended;
    private final Pointwise joint;
    private final InstanceNorm norm;
    private final Dropout dropout;

    /**
     * Sizes of the module.
     *
     * @param width d, channels of the map
     * @param textWidth d_t
     * @param heads divides d
     * @param dropRate share of values set to zero in training, [0, 1)
     */
    public record Shape(int width, int textWidth, int heads, double dropRate) {
        /** Checks that the heads divide the width. */
        public Shape {
            if (heads < 1 || width % heads != 0) {
                throw new IllegalArgumentException(
                        "pixel-word attention: %d heads do not divide width %d".formatted(heads, width));
            }
        }
    }

    /**
     * @param shape sizes
     * @param init first values
     */
    public PixelWordAttentionModule(Shape shape, Initializer init) {
        this.shape = shape;
        int width = shape.width();
        visual = child("vis_project.0", Pointwise.ofSequences(width, width, init));
        key = child("image_lang_att.f_key.0", Pointwise.ofSequences(shape.textWidth(), width, init));
        query = child("image_lang_att.f_query.0", Pointwise.ofSequences(width, width, init));
        value = child("image_lang_att.f_value.0", Pointwise.ofSequences(shape.textWidth(), width, init));
        attended = child("image_lang_att.W.0", Pointwise.ofSequences(width, width, init));
        joint = child("project_mm.0", Pointwise.ofSequences(width, width, init));
        norm = child("norm", new InstanceNorm());
        dropout = child("dropout", new Dropout(shape.dropRate(), init.random()));
    }

    /**
     * Lets every pixel gather the words that describe it.
     *
     * @param map (B, H, W, d)
     * @param words (B, T, d_t)
     * @return (B, H, W, d), owned by the innermost scope
     */
    public Tensor forward(Tensor map, Words words) {
        Tensor pixels = map.flatten(1, 2);
        Tensor own = dropout.forward(Ops.gelu(visual.forward(pixels)));
        Tensor gathered = norm.forward(attended.forward(attend(pixels, words)));
        return dropout.forward(Ops.gelu(joint.forward(own.mul(gathered)))).view(Tensors.shape(map));
    }

    private Tensor attend(Tensor pixels, Words words) {
        // Padding is masked behind the projection: its offset must not reach the pixels either.
        Tensor real = words.weights();
        Tensor keys = key.forward(words.rows()).mul(real);
        Tensor values = value.forward(words.rows()).mul(real);
        Tensor queries = norm.forward(query.forward(pixels));
        // The published scale uses the full width, however many heads there are.
        return MultiHeadAttention.merge(Ops.attention(
                MultiHeadAttention.split(queries, shape.heads()),
                MultiHeadAttention.split(keys, shape.heads()),
                MultiHeadAttention.split(values, shape.heads()),
                Optional.of(words.additiveMask()),
                1 / Math.sqrt(shape.width())));
    }
}
