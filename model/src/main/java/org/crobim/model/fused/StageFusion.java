package org.crobim.model.fused;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Layer;

/**
 * How language enters one stage of the image encoder. Its parameters are named after the stage: a child {@code fusion} of
 * the first stage's fusion is {@code backbone.layers.0.fusion}.
 */
public abstract class StageFusion extends Layer {
    /**
     * What the pixels gather from the words; normalised, it is the stage's output.
     *
     * @param map (B, H, W, C), the result of the stage's blocks
     * @param words B sentences
     * @return (B, H, W, C), owned by the innermost scope
     */
    public abstract Tensor gather(Tensor map, Words words);

    /**
     * What the next stage sees; not called for the last one.
     *
     * @param map (B, H, W, C), the result of the stage's blocks
     * @param gathered what {@link #gather} made of it
     * @return (B, H, W, C), owned by the innermost scope
     */
    public abstract Tensor pass(Tensor map, Tensor gathered);
}
