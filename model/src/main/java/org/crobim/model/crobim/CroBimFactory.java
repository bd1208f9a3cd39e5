package org.crobim.model.crobim;

import java.util.List;
import java.util.Optional;
import org.crobim.model.crobim.lgfa.LanguageGuidedFeatureAggregation;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.text.TextEncoder;
import org.crobim.model.vision.ImageEncoder;

/** Builds networks from configurations. */
final class CroBimFactory {
    /** The 26 classes of RISBench and the background. */
    private static final int CLASSES = 27;

    private CroBimFactory() {}

    /** A network with fresh weights; parts draw in a fixed order, so that a seed decides every weight. */
    static CroBim create(CroBimConfiguration configuration, int vocabularySize, Initializer init) {
        try (NativeScope scope = NativeScope.open()) {
            ImageEncoder vision = configuration.vision().create(init);
            List<Integer> channels = vision.channels();
            CroBimConfiguration.TextShape shape = configuration.text();
            TextEncoder text = new TextEncoder(
                    new TextEncoder.Config(
                            shape.layers(), shape.width(), shape.heads(), vocabularySize, shape.maximumTokens()),
                    init);
            Optional<ContextAwarePromptModulation> capm = configuration.prompts() == 0
                    ? Optional.empty()
                    : Optional.of(new ContextAwarePromptModulation(
                            new ContextAwarePromptModulation.Shape(
                                    configuration.prompts(),
                                    shape.width(),
                                    configuration.heads(),
                                    configuration.contextGrid()),
                            channels,
                            init));
            LanguageGuidedFeatureAggregation lgfa = new LanguageGuidedFeatureAggregation(
                    new LanguageGuidedFeatureAggregation.Shape(
                            configuration.width(),
                            shape.width(),
                            configuration.heads(),
                            configuration.finestStage(),
                            configuration.compensation(),
                            configuration.coordinates()),
                    channels,
                    init);
            return new CroBim(
                    new CroBim.Backbones(vision, text, shape.residualEmbeddings()),
                    capm,
                    lgfa,
                    decoder(configuration, channels.get(0), init),
                    new CroBim.Auxiliary(category(configuration, channels, init), guidance(configuration, init)));
        }
    }

    private static CroBim.Decoder decoder(CroBimConfiguration configuration, int finestChannels, Initializer init) {
        int width = configuration.width();
        int textWidth = configuration.text().width();
        Optional<MutualInteractionDecoder> mid = configuration.midLayers() == 0
                ? Optional.empty()
                : Optional.of(new MutualInteractionDecoder(
                        new MutualInteractionDecoder.Shape(
                                configuration.midLayers(),
                                width,
                                textWidth,
                                configuration.heads(),
                                configuration.midExpansion(),
                                configuration.midDirection()),
                        init));
        Optional<Linear> sentence =
                mid.isPresent() ? Optional.empty() : Optional.of(new Linear(textWidth, width, init));
        int detailChannels = configuration.finestStage() == 1 ? width : finestChannels;
        return new CroBim.Decoder(
                mid,
                sentence,
                new MaskHead(new MaskHead.Shape(width, detailChannels, configuration.maskWidth()), init),
                new PresenceHead(width, init));
    }

    private static Optional<GuidanceHeads> guidance(CroBimConfiguration configuration, Initializer init) {
        return configuration.guidance()
                ? Optional.of(new GuidanceHeads(
                        configuration.width(), configuration.text().width(), init))
                : Optional.empty();
    }

    private static Optional<CategoryHead> category(
            CroBimConfiguration configuration, List<Integer> channels, Initializer init) {
        return configuration.categoryWidth() == 0
                ? Optional.empty()
                : Optional.of(new CategoryHead(channels, configuration.categoryWidth(), CLASSES, init));
    }
}
