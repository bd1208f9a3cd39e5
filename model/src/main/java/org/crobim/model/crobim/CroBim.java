package org.crobim.model.crobim;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.crobim.lgfa.AggregatedFeatures;
import org.crobim.model.crobim.lgfa.LanguageGuidedFeatureAggregation;
import org.crobim.model.nn.Linear;
import org.crobim.model.referring.Guidance;
import org.crobim.model.referring.ImageEncoding;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.referring.ReferringNetwork;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TextEncoder;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.vision.FeaturePyramid;
import org.crobim.model.vision.ImageEncoder;

/**
 * CroBIM (arXiv 2410.08613): from images and sentences to masks.
 *
 * <p>{@link #encode} sees images only; its result serves any number of {@link #locate} calls. Wiring as in the paper's
 * flowchart, formulas our reconstruction, see ARCHITECTURE.md#crobim. Letters: B images, Q questions, T word pieces, Np
 * prompts, d width of the fusion, d_t width of the text.
 */
public final class CroBim extends ReferringNetwork {
    private final ImageEncoder vision;
    private final TextEncoder text;
    private final boolean residualEmbeddings;
    private final Optional<ContextAwarePromptModulation> capm;
    private final LanguageGuidedFeatureAggregation lgfa;
    private final Decoder decoder;
    private final Auxiliary auxiliary;

    /**
     * What turns aggregated features into an answer.
     *
     * @param mid mutual interaction; empty in the ablation without
     * @param sentence d_t to d for the mask head where MID is absent
     * @param mask the matrix product
     * @param presence "nothing matches"
     */
    record Decoder(
            Optional<MutualInteractionDecoder> mid, Optional<Linear> sentence, MaskHead mask, PresenceHead presence) {}

    /**
     * The architecture: image encoder, text encoder, CAPM (empty: no prompts), LGFA, decoder, and an auxiliary task that
     * exists in training only.
     */
    CroBim(
            Backbones backbones,
            Optional<ContextAwarePromptModulation> capm,
            LanguageGuidedFeatureAggregation lgfa,
            Decoder decoder,
            Auxiliary auxiliary) {
        this.vision = child("vision", backbones.vision());
        this.text = child("text", backbones.text());
        residualEmbeddings = backbones.residualEmbeddings();
        this.capm = capm;
        this.lgfa = child("lgfa", lgfa);
        this.decoder = decoder;
        this.auxiliary = auxiliary;
        capm.ifPresent(layer -> child("capm", layer));
        decoder.mid().ifPresent(layer -> child("mid", layer));
        decoder.sentence().ifPresent(layer -> child("sentence", layer));
        child("mask", decoder.mask());
        child("presence", decoder.presence());
        auxiliary.category().ifPresent(layer -> child("category", layer));
        auxiliary.guidance().ifPresent(layer -> child("guidance", layer));
    }

    /**
     * Heads that only training needs.
     *
     * @param category class of every pixel from the image alone
     * @param guidance short ways from the loss to the words
     */
    record Auxiliary(Optional<CategoryHead> category, Optional<GuidanceHeads> guidance) {}

    /**
     * The two encoders.
     *
     * @param residualEmbeddings whether the embeddings are added to the text encoder's result
     */
    record Backbones(ImageEncoder vision, TextEncoder text, boolean residualEmbeddings) {}

    @Override
    public boolean encodesImageOnce() {
        return true;
    }

    @Override
    public EncodedImages restore(Map<String, Tensor> tensors) {
        return EncodedImages.ofNamed(tensors);
    }

    /**
     * Encodes images; no language takes part.
     *
     * @param images (B, H, W, 3) float32, normalised; any H and W
     * @return owned by the innermost scope
     */
    @Override
    public EncodedImages encode(Tensor images) {
        FeaturePyramid pyramid = vision.forward(images);
        return new EncodedImages(
                pyramid,
                lgfa.project(pyramid),
                capm.map(layer -> layer.forward(pyramid)),
                lgfa.stride() == 4
                        ? Optional.empty()
                        : Optional.of(decoder.mask().projectDetail(pyramid.stage(1))));
    }

    /**
     * Answers questions about encoded images.
     *
     * @param images B of them
     * @param tokens Q sentences
     * @param imageOf for each question its image, 0 .. B - 1
     * @return owned by the innermost scope
     * @throws ShapeException if imageOf does not name one of the images for each sentence
     */
    @Override
    public MaskPrediction locate(ImageEncoding images, TokenBatch tokens, int[] imageOf) {
        return locate(EncodedImages.of(images), tokens, imageOf);
    }

    private MaskPrediction locate(EncodedImages images, TokenBatch tokens, int[] imageOf) {
        requirePairs(images.count(), tokens.ids().size(0), imageOf);
        Language language = read(images, tokens, imageOf);
        AggregatedFeatures features =
                lgfa.forward(images.aggregationOf(imageOf), language.plain(), mask(tokens.keep(), language.plain()));
        Tensor detail = images.detail().isPresent()
                ? ImageEncoding.repeat(images.detail().get(), imageOf)
                : decoder.mask().projectDetail(features);
        Decoded decoded = decode(lgfa.stride() == 8 ? features.map() : features.halved(), language);
        Tensor logits = decoder.mask().forward(decoded.vision(), detail, decoded.kernels());
        Tensor presence = decoder.presence().forward(decoded.kernels().sentence(), logits);
        Optional<Guidance> guidance = auxiliary
                .guidance()
                .map(heads -> heads.forward(
                        features,
                        language.plain().select(1, 0),
                        decoded.kernels().sentence()));
        return new MaskPrediction(logits, Optional.of(presence), guidance);
    }

    /**
     * The class of every pixel, for the auxiliary loss.
     *
     * @return (B, ceil(H / 4), ceil(W / 4), classes) logits; empty where the network has no auxiliary head
     */
    @Override
    public Optional<Tensor> categoryLogits(ImageEncoding images) {
        return auxiliary
                .category()
                .map(head -> head.forward(EncodedImages.of(images).pyramid()));
    }

    /**
     * The same straight from images, when no question is asked: only the image encoder and the auxiliary head run.
     *
     * @param images (B, H, W, 3) float32, normalised
     * @return (B, ceil(H / 4), ceil(W / 4), classes) logits; empty where the network has no auxiliary head
     */
    @Override
    public Optional<Tensor> categoryLogits(Tensor images) {
        return auxiliary.category().map(head -> head.forward(vision.forward(images)));
    }

    /**
     * Sentences as rows.
     *
     * @param plain L_plain (Q, T, d_t)
     * @param prompted L_prompt (Q, T + Np, d_t)
     * @param keep (Q, T + Np) bool
     * @param words T
     */
    private record Language(Tensor plain, Tensor prompted, Tensor keep, long words) {}

    private Language read(EncodedImages images, TokenBatch tokens, int[] imageOf) {
        Tensor words = text.embed(tokens);
        long length = words.size(1);
        if (images.prompts().isEmpty()) {
            Tensor plain = withResidual(text.encode(words, tokens.keep()), words);
            return new Language(plain, plain, tokens.keep(), length);
        }
        Tensor prompts = ImageEncoding.repeat(images.prompts().get(), imageOf);
        Tensor keepPrompts =
                torch.ones_like(prompts.select(2, 0)).to(tokens.keep().scalar_type());
        Tensor keep = Tensors.cat(1, tokens.keep(), keepPrompts);
        Tensor rows = Tensors.cat(1, words, words, prompts.to(words.scalar_type()));
        Tensor both = withResidual(text.encodeBeside(rows, Tensors.cat(1, tokens.keep(), keep), length), rows);
        Tensor prompted = both.narrow(1, length, both.size(1) - length);
        return new Language(both.narrow(1, 0, length), prompted, keep, length);
    }

    private Tensor withResidual(Tensor encoded, Tensor rows) {
        return residualEmbeddings ? encoded.add(rows) : encoded;
    }

    /** Vg as a map (Q, h8, w8, d), and the rows that become kernels. */
    private record Decoded(Tensor vision, MaskHead.Kernels kernels) {}

    private Decoded decode(Tensor features, Language language) {
        if (decoder.mid().isEmpty()) {
            Tensor sentence =
                    decoder.sentence().orElseThrow().forward(language.plain().select(1, 0));
            return new Decoded(features, new MaskHead.Kernels(sentence, Optional.empty()));
        }
        MutualInteractionDecoder.State state =
                decoder.mid().get().forward(features, language.prompted(), mask(language.keep(), language.plain()));
        Tensor rows = state.language();
        long prompts = rows.size(1) - language.words();
        Optional<Tensor> mean = prompts == 0
                ? Optional.empty()
                : Optional.of(rows.narrow(1, language.words(), prompts).mean(1));
        Tensor vision = state.vision().reshape(Tensors.shape(features));
        return new Decoded(vision, new MaskHead.Kernels(rows.select(1, 0), mean));
    }

    private static Tensor mask(Tensor keep, Tensor like) {
        return Ops.additiveMask(keep, like.scalar_type());
    }
}
