package org.crobim.model.lavt;

import java.util.List;
import java.util.Map;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.nn.Initializer;
import org.crobim.model.referring.JsonConfiguration;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.text.TextEncoder;
import org.crobim.model.vision.SwinTransformer;
import org.crobim.model.vision.VisionConfiguration;

/**
 * The whole shape of a LAVT network, and of those that build on it; stored as JSON in every weights file.
 *
 * @param preset name of the preset it departs from
 * @param vision a Swin Transformer
 * @param fusionHeads heads of the pixel-word attention of the four stages, {@code --mha a-b-c-d} of the original
 * @param text text encoder
 * @param noise what training leaves out at random
 * @param inputSide pixels; images are resized to a square of this side
 */
public record LavtConfiguration(
        String preset,
        VisionConfiguration vision,
        List<Integer> fusionHeads,
        TextShape text,
        Noise noise,
        int inputSide)
        implements NetworkConfiguration {
    /** What weights files call this network. */
    public static final String NETWORK = "lavt";

    private static final JsonConfiguration<LavtConfiguration> JSON = new JsonConfiguration<>(LavtConfiguration.class);
    /** The small preset brings a vocabulary of its own. */
    private static final int OWN_VOCABULARY = 3_000;

    private static final List<Integer> ONE_HEAD = List.of(1, 1, 1, 1);

    /**
     * Shape of the text encoder.
     *
     * @param layers blocks
     * @param width d_t
     * @param heads divides d_t
     * @param hiddenWidth of the blocks' perceptrons
     * @param positions rows of the position table
     * @param maximumTokens T, longest sentence in word pieces; longer ones are cut
     * @param residualEmbeddings whether the embeddings are added to the encoder's result, as in CroBIM's small presets; not in
     *     the originals
     */
    public record TextShape(
            int layers,
            int width,
            int heads,
            int hiddenWidth,
            int positions,
            int maximumTokens,
            boolean residualEmbeddings) {
        private static final TextShape BERT_BASE = new TextShape(12, 768, 12, 3072, 512, 20, false);

        /** Checks the ranges. */
        public TextShape {
            require(
                    layers >= 1 && heads >= 1 && hiddenWidth >= 1 && width >= 1 && width % heads == 0,
                    "text is %d layers of width %d and %d with %d heads, expected at least 1 of each and heads that divide the width",
                    layers,
                    width,
                    hiddenWidth,
                    heads);
            require(
                    maximumTokens >= 1 && maximumTokens <= positions,
                    "text.maximumTokens is %d, expected 1..%d, the positions",
                    maximumTokens,
                    positions);
        }
    }

    /**
     * What training leaves out at random, as shares in [0, 1); nothing of it touches evaluation.
     *
     * @param dropPath stochastic depth of the last Swin block, growing linearly from 0
     * @param fusion dropout of the pixel-word attention
     * @param text dropout of the text encoder: 0.1 in LAVT-One; 0 in LAVT, whose original never switches BERT to training
     */
    public record Noise(double dropPath, double fusion, double text) {
        /** LAVT-One: the text encoder is part of the network. */
        public static final Noise LAVT_ONE = new Noise(0.3, 0, TextEncoder.DROPOUT);

        /** LAVT: the text encoder is trained without dropout. */
        public static final Noise LAVT = new Noise(0.3, 0, 0);

        /** Nothing is left out: for parity, where every pass must give the same. */
        public static final Noise NONE = new Noise(0, 0, 0);

        /** Checks the ranges. */
        public Noise {
            for (double share : List.of(dropPath, fusion, text)) {
                require(share >= 0 && share < 1, "noise is %s, expected shares in [0, 1)", share);
            }
        }
    }

    /** Checks every range. */
    public LavtConfiguration {
        fusionHeads = List.copyOf(fusionHeads);
        require(
                vision.backbone() == VisionConfiguration.Backbone.SWIN,
                "vision.backbone is %s, expected SWIN",
                vision.backbone());
        require(fusionHeads.size() == 4, "fusionHeads is %s, expected four numbers", fusionHeads);
        for (int i = 0; i < 4; i++) {
            require(
                    fusionHeads.get(i) >= 1 && vision.channels().get(i) % fusionHeads.get(i) == 0,
                    "fusionHeads is %s with channels %s, expected heads that divide them",
                    fusionHeads,
                    vision.channels());
        }
        require(inputSide >= 32 && inputSide <= 4096, "inputSide is %d, expected 32..4096", inputSide);
    }

    /**
     * A preset: the sizes of the paper, or nano, which is as large as CroBIM's nano and meant to be trained from scratch.
     *
     * @param name lavt-nano, lavt-tiny, lavt-small, lavt-base or lavt-large
     * @throws ConfigurationException if there is none of that name
     */
    public static LavtConfiguration preset(String name) {
        return switch (name) {
            case "lavt-nano" ->
                new LavtConfiguration(
                        name,
                        VisionConfiguration.swin(24, List.of(2, 2, 8, 2), List.of(1, 2, 4, 8), 8),
                        ONE_HEAD,
                        new TextShape(2, 128, 4, 512, 50, 50, true),
                        new Noise(0, 0, TextEncoder.DROPOUT),
                        256);
            case "lavt-tiny" ->
                published(name, VisionConfiguration.swin(96, List.of(2, 2, 6, 2), List.of(3, 6, 12, 24), 7));
            case "lavt-small" ->
                published(name, VisionConfiguration.swin(96, List.of(2, 2, 18, 2), List.of(3, 6, 12, 24), 7));
            case "lavt-base" ->
                published(name, VisionConfiguration.swin(128, List.of(2, 2, 18, 2), List.of(4, 8, 16, 32), 12));
            case "lavt-large" ->
                published(name, VisionConfiguration.swin(192, List.of(2, 2, 18, 2), List.of(6, 12, 24, 48), 12));
            default ->
                throw new ConfigurationException(
                        "preset \"%s\" is unknown, expected lavt-nano, lavt-tiny, lavt-small, lavt-base or lavt-large"
                                .formatted(name));
        };
    }

    private static LavtConfiguration published(String name, VisionConfiguration vision) {
        return new LavtConfiguration(name, vision, ONE_HEAD, TextShape.BERT_BASE, Noise.LAVT_ONE, 480);
    }

    /**
     * The same configuration with some values replaced.
     *
     * @param overrides by component name; a map for a component that is a record
     * @throws ConfigurationException on an unknown name, a wrong type or a value out of range
     */
    @Override
    public LavtConfiguration with(Map<String, Object> overrides) {
        return JSON.replace(this, overrides);
    }

    /** The same network with other noise in training. */
    public LavtConfiguration with(Noise other) {
        return new LavtConfiguration(preset, vision, fusionHeads, text, other, inputSide);
    }

    @Override
    public String network() {
        return NETWORK;
    }

    @Override
    public int maximumTokens() {
        return text.maximumTokens();
    }

    @Override
    public int usualVocabularySize() {
        return text.width() >= TextShape.BERT_BASE.width() ? BERT_VOCABULARY : OWN_VOCABULARY;
    }

    @Override
    public Lavt create(int vocabularySize, Initializer init) {
        return Lavt.create(this, vocabularySize, init);
    }

    /** The configuration as one line of JSON. */
    @Override
    public String json() {
        return JSON.write(this);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param where names the text in messages
     * @throws ConfigurationException if the text is anything else
     */
    public static LavtConfiguration ofJson(String json, String where) {
        return JSON.read(json, where);
    }

    /** Builds the image encoder with fresh weights. */
    public SwinTransformer swin(Initializer init) {
        return new SwinTransformer(vision, noise.dropPath(), init);
    }

    /** Builds the text encoder with fresh weights. */
    public FusedNetwork.Reader reader(int vocabularySize, Initializer init) {
        TextEncoder.Config config = new TextEncoder.Config(
                text.layers(), text.width(), text.heads(), text.hiddenWidth(), vocabularySize, text.positions());
        return new FusedNetwork.Reader(new TextEncoder(config, noise.text(), init), text.residualEmbeddings());
    }

    /**
     * Sizes of the pixel-word attention of a stage.
     *
     * @param stage 0 (finest) .. 3
     */
    public PixelWordAttentionModule.Shape fusion(int stage) {
        return new PixelWordAttentionModule.Shape(
                vision.channels().get(stage), text.width(), fusionHeads.get(stage), noise.fusion());
    }

    /** E, channels of the finest stage. */
    public int embeddingWidth() {
        return vision.channels().get(0);
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new ConfigurationException(message.formatted(values));
        }
    }
}
