package org.crobim.model.referring;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Layer;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.text.TokenBatch;

/**
 * A network that finds in images what sentences name.
 *
 * <p>{@link #encode} takes the images, {@link #locate} asks about them. How the work is divided between the two is the
 * network's own affair; {@link #encodesImageOnce()} tells.
 */
public abstract class ReferringNetwork extends Layer {
    /**
     * Whether {@link #encode} does the work on the images, so that each further sentence costs the language side only.
     * Where words are fused into the image encoder it cannot: then every sentence costs the whole network.
     */
    public abstract boolean encodesImageOnce();

    /**
     * Takes images; no language takes part.
     *
     * @param images (B, H, W, 3) float32, normalised
     * @return owned by the innermost scope
     */
    public abstract ImageEncoding encode(Tensor images);

    /**
     * Makes an encoding of its tensors again.
     *
     * @param tensors as {@link ImageEncoding#named()} gave them, of a network with the same weights
     * @return answers every question bit for bit like the original
     * @throws IllegalArgumentException if tensors are missing
     * @throws UnsupportedOperationException if this network's encodings have no names
     */
    public ImageEncoding restore(Map<String, Tensor> tensors) {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " keeps nothing that is worth storing");
    }

    /**
     * Answers questions about encoded images.
     *
     * @param images B of them, encoded by this network
     * @param tokens Q sentences
     * @param imageOf for each question its image, 0 .. B - 1
     * @return owned by the innermost scope
     * @throws ShapeException if imageOf does not name one of the images for each sentence
     * @throws IllegalArgumentException if a network of another kind encoded the images
     */
    public abstract MaskPrediction locate(ImageEncoding images, TokenBatch tokens, int[] imageOf);

    /**
     * The class of every pixel, for the auxiliary loss.
     *
     * @return (B, h, w, classes) logits; empty where the network has no head for it
     */
    public Optional<Tensor> categoryLogits(ImageEncoding images) {
        return Optional.empty();
    }

    /**
     * The same straight from images, when no question is asked.
     *
     * @param images (B, H, W, 3) float32, normalised
     * @return (B, h, w, classes) logits; empty where the network has no head for it
     */
    public Optional<Tensor> categoryLogits(Tensor images) {
        return Optional.empty();
    }

    /** Checks that each sentence has one of the images. */
    protected static void requirePairs(long images, long sentences, int[] imageOf) {
        if (imageOf.length != sentences || Arrays.stream(imageOf).anyMatch(image -> image < 0 || image >= images)) {
            throw new ShapeException("%d sentences about images %s, expected one number of 0..%d for each sentence"
                    .formatted(sentences, Arrays.toString(imageOf), images - 1));
        }
    }
}
