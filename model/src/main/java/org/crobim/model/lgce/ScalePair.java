package org.crobim.model.lgce;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.fused.Words;
import org.crobim.model.lavt.PixelWordAttentionModule;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Pointwise;
import org.crobim.model.tensor.Ops;

/**
 * Two neighbouring scales joined under language guidance, our reconstruction: with U the deep map resized to the shallow map Y
 * and projected to its channels,
 *
 * <pre>
 * D = PWAM_deep(U, words)     S = PWAM_shallow(Y, words)
 * Y' = Y + D + sigmoid(W D) * S
 * </pre>
 *
 * <p>so that what the deep map found of the sentence decides, pixel by pixel and channel by channel, how much the shallow map
 * may add.
 */
final class ScalePair extends Layer {
    private final Pointwise projection;
    private final PixelWordAttentionModule deepWords;
    private final PixelWordAttentionModule shallowWords;
    private final Pointwise gate;

    /**
     * @param shape of the attention at the shallow scale
     * @param deepWidth channels of the deep map
     * @param init first values
     */
    ScalePair(PixelWordAttentionModule.Shape shape, int deepWidth, Initializer init) {
        projection = child("projection", Pointwise.ofMaps(deepWidth, shape.width(), init));
        deepWords = child("deep", new PixelWordAttentionModule(shape, init));
        shallowWords = child("shallow", new PixelWordAttentionModule(shape, init));
        gate = child("gate", Pointwise.ofMaps(shape.width(), shape.width(), init));
    }

    /**
     * @param shallow (B, H, W, C)
     * @param deep (B, h, w, C_deep)
     * @param words B sentences
     * @return (B, H, W, C), owned by the innermost scope
     */
    Tensor forward(Tensor shallow, Tensor deep, Words words) {
        // Projected before it is resized, a quarter of the work for the same result: both are linear.
        Tensor lifted = Ops.resizeBetweenCorners(projection.forward(deep), shallow.size(1), shallow.size(2));
        Tensor found = deepWords.forward(lifted, words);
        Tensor own = shallowWords.forward(shallow, words);
        return shallow.add(found).addcmul(gate.forward(found).sigmoid_(), own);
    }
}
