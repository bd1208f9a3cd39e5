package org.crobim.model.crobim;

import java.util.List;
import java.util.Map;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.crobim.lgfa.Compensation;
import org.crobim.model.nn.Initializer;
import org.crobim.model.referring.JsonConfiguration;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.vision.VisionConfiguration;

/**
 * The whole shape of a CroBIM network; stored as JSON in every weights file.
 *
 * @param preset name of the preset it departs from
 * @param vision image encoder
 * @param text text encoder
 * @param width d, of the fusion; divisible by heads and by 4
 * @param heads of every attention outside the encoders
 * @param prompts N_p; 0 for the ablation without CAPM
 * @param contextGrid p, cells a side that CAPM pools each stage to
 * @param finestStage last stage of LGFA, 1 or 2
 * @param compensation variant of LGFA's deficit compensation
 * @param coordinates whether pixels are told where they lie
 * @param midLayers N; 0 for the ablation without MID
 * @param midExpansion width of MID's pixel perceptron over d
 * @param midDirection which alignments of MID take part
 * @param maskWidth channels of the pixels in the final product
 * @param categoryWidth channels of the auxiliary category head; 0 for none
 * @param guidance whether auxiliary heads read a mask off LGFA's features and the place of the target off the sentence; in
 *     training only
 * @param inputSide pixels; images are resized to a square of this side
 */
public record CroBimConfiguration(
        String preset,
        VisionConfiguration vision,
        TextShape text,
        int width,
        int heads,
        int prompts,
        int contextGrid,
        int finestStage,
        Compensation compensation,
        boolean coordinates,
        int midLayers,
        int midExpansion,
        MutualInteractionDecoder.Direction midDirection,
        int maskWidth,
        int categoryWidth,
        boolean guidance,
        int inputSide)
        implements NetworkConfiguration {
    /** What weights files call this network. */
    public static final String NETWORK = "crobim";

    private static final int BERT_WIDTH = 768;
    private static final int OWN_VOCABULARY = 3_000;
    private static final List<String> AUXILIARY_PREFIXES = List.of("category.", "guidance.");
    private static final JsonConfiguration<CroBimConfiguration> JSON =
            new JsonConfiguration<>(CroBimConfiguration.class);

    /**
     * Shape of the text encoder.
     *
     * @param layers blocks
     * @param width d_t
     * @param heads divides d_t
     * @param maximumTokens T, longest sentence in word pieces; longer ones are cut
     * @param residualEmbeddings whether the embeddings are added to the encoder's result; a small encoder that is trained
     *     from scratch with masks only soon makes all words of a sentence alike, and then position words are lost
     */
    public record TextShape(int layers, int width, int heads, int maximumTokens, boolean residualEmbeddings) {
        /** Checks the ranges. */
        public TextShape {
            if (layers < 1 || heads < 1 || width < 1 || width % heads != 0) {
                throw new ConfigurationException(
                        "text is %d layers of width %d with %d heads, expected at least 1 of each"
                                        .formatted(layers, width, heads)
                                + " and heads that divide the width");
            }
            if (maximumTokens < 3) {
                throw new ConfigurationException(
                        "text.maximumTokens is %d, expected at least 3: [CLS], a word, [SEP]".formatted(maximumTokens));
            }
        }
    }

    /** Checks every range. */
    public CroBimConfiguration {
        require(
                heads >= 1 && width >= 4 && width % heads == 0 && width % 4 == 0,
                "width is %d with %d heads, expected a multiple of both 4 and the heads",
                width,
                heads);
        require(prompts >= 0 && prompts <= 256, "prompts is %d, expected 0..256", prompts);
        require(
                prompts == 0 || text.width() % heads == 0,
                "text.width is %d, expected a multiple of the %d heads",
                text.width(),
                heads);
        require(contextGrid >= 1 && contextGrid <= 16, "contextGrid is %d, expected 1..16", contextGrid);
        require(finestStage == 1 || finestStage == 2, "finestStage is %d, expected 1 or 2", finestStage);
        require(midLayers >= 0 && midLayers <= 12, "midLayers is %d, expected 0..12", midLayers);
        require(midExpansion >= 1 && midExpansion <= 8, "midExpansion is %d, expected 1..8", midExpansion);
        require(maskWidth >= 1, "maskWidth is %d, expected at least 1", maskWidth);
        require(categoryWidth >= 0, "categoryWidth is %d, expected at least 0", categoryWidth);
        require(inputSide >= 32 && inputSide <= 4096, "inputSide is %d, expected 32..4096", inputSide);
    }

    /**
     * A preset.
     *
     * @param name nano, tiny, small, swin-base or convnext-base
     * @throws ConfigurationException if there is none of that name
     */
    public static CroBimConfiguration preset(String name) {
        return switch (name) {
            case "nano" ->
                small(
                        name,
                        VisionConfiguration.convNeXt(List.of(32, 64, 128, 192), List.of(2, 2, 4, 2)),
                        new TextShape(2, 128, 4, 50, true),
                        new Small(128, 4, 8, 2, 256));
            case "tiny" ->
                small(
                        name,
                        VisionConfiguration.convNeXt(List.of(48, 96, 192, 384), List.of(2, 2, 6, 2)),
                        new TextShape(4, 256, 4, 50, true),
                        new Small(192, 8, 10, 2, 320));
            case "small" ->
                small(
                        name,
                        VisionConfiguration.convNeXt(List.of(96, 192, 384, 768), List.of(3, 3, 9, 3)),
                        new TextShape(6, 384, 6, 50, true),
                        new Small(256, 8, 10, 3, 384));
            case "swin-base" ->
                base(name, VisionConfiguration.swin(128, List.of(2, 2, 18, 2), List.of(4, 8, 16, 32), 12));
            case "convnext-base" ->
                base(name, VisionConfiguration.convNeXt(List.of(128, 256, 512, 1024), List.of(3, 3, 27, 3)));
            default ->
                throw new ConfigurationException(
                        "preset \"%s\" is unknown, expected nano, tiny, small, swin-base or convnext-base"
                                .formatted(name));
        };
    }

    /** What differs between the small presets beside the encoders. */
    private record Small(int width, int heads, int prompts, int midLayers, int inputSide) {}

    private static CroBimConfiguration small(String name, VisionConfiguration vision, TextShape text, Small small) {
        return new CroBimConfiguration(
                name,
                vision,
                text,
                small.width(),
                small.heads(),
                small.prompts(),
                4,
                2,
                Compensation.DEFICIT,
                true,
                small.midLayers(),
                2,
                MutualInteractionDecoder.Direction.MUTUAL,
                small.width() / 2,
                0,
                false,
                small.inputSide());
    }

    private static CroBimConfiguration base(String name, VisionConfiguration vision) {
        return new CroBimConfiguration(
                name,
                vision,
                new TextShape(12, 768, 12, 50, false),
                256,
                8,
                10,
                4,
                1,
                Compensation.DEFICIT,
                true,
                3,
                4,
                MutualInteractionDecoder.Direction.MUTUAL,
                256,
                0,
                false,
                480);
    }

    @Override
    public String network() {
        return NETWORK;
    }

    @Override
    public int maximumTokens() {
        return text.maximumTokens();
    }

    /** That of BERT for its width; the small presets bring a vocabulary of their own. */
    @Override
    public int usualVocabularySize() {
        return text.width() >= BERT_WIDTH ? BERT_VOCABULARY : OWN_VOCABULARY;
    }

    @Override
    public Map<String, Object> withCategoryHead(int headWidth) {
        return Map.of("categoryWidth", headWidth);
    }

    @Override
    public Map<String, Object> withGuidance() {
        return Map.of("guidance", true);
    }

    @Override
    public CroBimConfiguration forInference() {
        return with(Map.of("categoryWidth", 0, "guidance", false));
    }

    @Override
    public boolean isForTrainingOnly(String parameter) {
        return AUXILIARY_PREFIXES.stream().anyMatch(parameter::startsWith);
    }

    @Override
    public CroBim create(int vocabularySize, Initializer init) {
        return CroBimFactory.create(this, vocabularySize, init);
    }

    @Override
    public CroBimConfiguration with(Map<String, Object> overrides) {
        return JSON.replace(this, overrides);
    }

    @Override
    public String json() {
        return JSON.write(this);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @throws ConfigurationException if the text is anything else
     */
    public static CroBimConfiguration ofJson(String json) {
        return JSON.read(json, "crobim.config");
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new ConfigurationException(message.formatted(values));
        }
    }
}
