package org.crobim.model.crobim;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.crobim.lgfa.AggregatedFeatures;
import org.crobim.model.nn.FeedForward;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Linear;
import org.crobim.model.referring.Guidance;
import org.crobim.model.tensor.Tensors;

/**
 * Auxiliary tasks for the language side, dropped after training: short ways from the loss to the words. Our extension.
 *
 * <p>A mask is read straight off LGFA's features, and the place of the target is guessed twice: from the sentence alone,
 * and from the sentence after the decoder. With the mask loss alone the text encoder of a small network soon gives one
 * and the same row for every sentence, and position words never matter.
 */
public final class GuidanceHeads extends Layer {
    private final Linear mask;
    private final FeedForward placeOfSentence;
    private final FeedForward placeOfDecoded;

    /**
     * @param width d
     * @param textWidth d_t
     */
    public GuidanceHeads(int width, int textWidth, Initializer init) {
        mask = child("mask", new Linear(width, 1, init));
        placeOfSentence = child("place_of_sentence", new FeedForward(textWidth, width, 2, init));
        placeOfDecoded = child("place_of_decoded", new FeedForward(width, width, 2, init));
    }

    /**
     * Says what the heads see; the places are guessed from the sentence alone, and after the decoder.
     *
     * @param features F
     * @param sentence [CLS] row of L_plain (Q, d_t)
     * @param decoded [CLS] row after the decoder (Q, d)
     */
    Guidance forward(AggregatedFeatures features, Tensor sentence, Tensor decoded) {
        Tensor logits = features.through(mask).squeeze(-1);
        Tensor places = Tensors.stack(
                0,
                placeOfSentence.forward(sentence).sigmoid(),
                placeOfDecoded.forward(decoded).sigmoid());
        ScalarType type = mask.bias().scalar_type();
        return new Guidance(logits.to(type), places.to(type));
    }
}
