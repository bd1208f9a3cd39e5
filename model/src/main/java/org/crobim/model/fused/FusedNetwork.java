package org.crobim.model.fused;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Layer;
import org.crobim.model.referring.ImageEncoding;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.referring.ReferringNetwork;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TextEncoder;
import org.crobim.model.text.TokenBatch;

/**
 * A network that answers one sentence about each image, language and image together from the first stage on.
 *
 * <p>{@link #forward} is the whole of it; its three steps {@link #read}, {@link #stages} and {@link #decode} are open, so that
 * they can be compared with the originals one by one. Everything runs in the dtype of the parameters, see
 * {@link Layer#convertTo}.
 */
public abstract class FusedNetwork extends ReferringNetwork {
    private final FusedSwin backbone;
    private final MaskDecoder classifier;
    private final TextEncoder text;
    private final boolean residualEmbeddings;

    /**
     * What reads sentences.
     *
     * @param encoder BERT
     * @param residualEmbeddings whether the embeddings are added to its result: not in the originals, but a small encoder that
     *     is trained from scratch soon makes all words alike without
     */
    public record Reader(TextEncoder encoder, boolean residualEmbeddings) {}

    /** The architecture: image encoder with fusion, decoder, text encoder. */
    protected FusedNetwork(FusedSwin backbone, MaskDecoder classifier, Reader reader) {
        this.backbone = child("backbone", backbone);
        this.classifier = child("classifier", classifier);
        text = child("text_encoder", reader.encoder());
        residualEmbeddings = reader.residualEmbeddings();
    }

    /** False: every sentence costs the whole network. */
    @Override
    public final boolean encodesImageOnce() {
        return false;
    }

    /** Keeps the images as they are. */
    @Override
    public final ImageEncoding encode(Tensor images) {
        return new PlainImages(images);
    }

    /**
     * Answers questions about images.
     *
     * @param images B of them
     * @param tokens Q sentences
     * @param imageOf for each question its image, 0 .. B - 1
     * @return logits (Q, H, W, 2) at the size of the images, owned by the innermost scope
     * @throws ShapeException if imageOf does not name one of the images for each sentence
     */
    @Override
    public final MaskPrediction locate(ImageEncoding images, TokenBatch tokens, int[] imageOf) {
        requirePairs(images.count(), tokens.ids().size(0), imageOf);
        Tensor each = ImageEncoding.repeat(PlainImages.of(images).pixels(), imageOf);
        return MaskPrediction.ofMasks(forward(each, tokens));
    }

    /**
     * Logits for every pixel of the images.
     *
     * @param images (B, H, W, 3), normalised; any H and W
     * @param tokens B sentences, the i-th about the i-th image
     * @return (B, H, W, 2), background and target, owned by the innermost scope
     * @throws ShapeException if images and sentences differ in number
     */
    public final Tensor forward(Tensor images, TokenBatch tokens) {
        return resized(coarseLogits(images, tokens), images.size(1), images.size(2));
    }

    /**
     * Logits at a quarter of the resolution, as the decoder gives them.
     *
     * @param images (B, H, W, 3), normalised; any H and W
     * @param tokens B sentences, the i-th about the i-th image
     * @return (B, ceil(H / 4), ceil(W / 4), 2), owned by the innermost scope
     * @throws ShapeException if images and sentences differ in number
     */
    public final Tensor coarseLogits(Tensor images, TokenBatch tokens) {
        return decode(stages(images, read(tokens)));
    }

    /** The sentences as rows, owned by the innermost scope. */
    public final Words read(TokenBatch tokens) {
        Tensor embedded = text.embed(tokens);
        Tensor encoded = text.encode(embedded, tokens.keep());
        return new Words(residualEmbeddings ? encoded.add(embedded) : encoded, tokens.keep());
    }

    /**
     * What the decoder receives.
     *
     * @param images (B, H, W, 3), normalised
     * @param words B sentences
     * @return four maps (B, ceil(H / s), ceil(W / s), C_i) for s = 4, 8, 16, 32, owned by the innermost scope
     * @throws ShapeException if images and sentences differ in number
     */
    public final List<Tensor> stages(Tensor images, Words words) {
        if (images.dim() != 4
                || images.size(3) != 3
                || images.size(0) != words.rows().size(0)) {
            throw new ShapeException("images %s with %d sentences, expected (B, H, W, 3) and B"
                    .formatted(
                            Arrays.toString(Tensors.shape(images)), words.rows().size(0)));
        }
        return backbone.forward(images, words);
    }

    /**
     * Logits of the stage outputs.
     *
     * @param stages what {@link #stages} gave
     * @return (B, h, w, 2) in the dtype of the stages, owned by the innermost scope
     */
    public final Tensor decode(List<Tensor> stages) {
        // Under mixed precision the decoder ends in bfloat16, too coarse for a loss.
        return classifier.forward(stages).to(stages.get(0).scalar_type());
    }

    /**
     * Coarse logits at the size of the image, bilinear between the corners as in the originals.
     *
     * @param coarse (B, h, w, 2)
     * @return (B, heightPixels, widthPixels, 2), owned by the innermost scope
     */
    public static Tensor resized(Tensor coarse, long heightPixels, long widthPixels) {
        return Ops.resizeBetweenCorners(coarse, heightPixels, widthPixels);
    }

    /** The image encoder, {@code backbone.*}; closed with this network. */
    public final FusedSwin backbone() {
        return backbone;
    }

    /** The text encoder, {@code text_encoder.*}; closed with this network. */
    public final TextEncoder text() {
        return text;
    }
}
