package org.crobim.model.crobim;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.FeedForward;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.tensor.Tensors;

/**
 * Whether anything in the image fits the sentence: MLP([Lg[CLS] ; max over pixels of the foreground logit]).
 *
 * <p>Our extension: the paper pairs every sentence with a target.
 */
public final class PresenceHead extends Layer {
    private final FeedForward perceptron;

    /**
     * @param width d, of language rows
     */
    public PresenceHead(int width, Initializer init) {
        perceptron = child("perceptron", new FeedForward(width + 1L, width, 1, init));
    }

    /**
     * @param sentence the [CLS] row after the decoder (Q, d)
     * @param logits (Q, h, w, 2)
     * @return logit of presence (Q) float32
     */
    public Tensor forward(Tensor sentence, Tensor logits) {
        Tensor strongest = logits.select(3, 1).flatten(1, 2).amax(new long[] {1}, true);
        Tensor row = Tensors.cat(1, sentence.to(strongest.scalar_type()), strongest);
        return perceptron.forward(row).squeeze(1).to(logits.scalar_type());
    }
}
