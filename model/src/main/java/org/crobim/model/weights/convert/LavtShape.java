package org.crobim.model.weights.convert;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crobim.core.error.WeightsException;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.rmsin.InteractionGrid;
import org.crobim.model.rmsin.RmsinConfiguration;
import org.crobim.model.text.TextEncoder;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.WeightsSource;

/**
 * The shape of a LAVT or RMSIN, from the shapes of its weights and, where these do not tell, from the options that the checkpoint was
 * trained with ({@code args}): heads of the fusion ({@code mha}) and input side ({@code img_size}).
 */
final class LavtShape {
    private static final String BACKBONE = "backbone.";
    private static final int USUAL_SIDE = 480;
    private static final int USUAL_TOKENS = 20;
    private static final double ROUTING_DROPOUT = 0.2;
    private static final TextEncoder.Config BERT_BASE = new TextEncoder.Config(12, 768, 12, 3072, 30_522, 512);

    private LavtShape() {}

    /**
     * The shape of LAVT; where BERT is not in the file, it is taken for bert-base-uncased.
     *
     * @param weights under our names
     */
    static NetworkShape lavt(WeightsSource weights) {
        LavtConfiguration shape = shape(weights, text(weights));
        return NetworkShape.of(shape, shape.vision(), text(weights));
    }

    /** The shape of RMSIN. */
    static NetworkShape rmsin(WeightsSource weights) {
        if (!weights.names().contains(InteractionGrid.PROJECTION)) {
            throw new WeightsException(
                    "%s: %s is missing, which tells the grid of an RMSIN. The file belongs to another network."
                            .formatted(weights.path(), InteractionGrid.PROJECTION));
        }
        InteractionGrid grid = InteractionGrid.of(
                weights.stored(InteractionGrid.PROJECTION).shape(),
                weights.path().toString());
        LavtConfiguration shared = shape(weights, text(weights));
        RmsinConfiguration shape = RmsinConfiguration.of(shared, ROUTING_DROPOUT, Math.toIntExact(grid.side()));
        return NetworkShape.of(shape, shape.vision(), text(weights));
    }

    private static TextEncoder.Config text(WeightsSource weights) {
        boolean inside = weights.names().contains(LavtCheckpoint.TEXT + BertCheckpoint.WORDS);
        return inside ? BertCheckpoint.shape(MappedWeights.of(weights, NameRule.only(LavtCheckpoint.TEXT))) : BERT_BASE;
    }

    private static LavtConfiguration shape(WeightsSource weights, TextEncoder.Config text) {
        VisionConfiguration vision = SwinCheckpoint.shape(MappedWeights.of(weights, NameRule.only(BACKBONE)));
        return new LavtConfiguration(
                preset(vision),
                vision,
                fusionHeads(weights),
                new LavtConfiguration.TextShape(
                        text.layers(),
                        text.width(),
                        text.heads(),
                        text.hiddenWidth(),
                        text.maximumLength(),
                        Math.min(USUAL_TOKENS, text.maximumLength()),
                        false),
                LavtConfiguration.Noise.LAVT_ONE,
                inputSide(weights.metadata()));
    }

    private static String preset(VisionConfiguration vision) {
        return Stream.of("lavt-tiny", "lavt-small", "lavt-base", "lavt-large")
                .filter(name -> LavtConfiguration.preset(name).vision().equals(vision))
                .findFirst()
                .orElse(LavtConfiguration.NETWORK);
    }

    private static List<Integer> fusionHeads(WeightsSource weights) {
        String heads = weights.metadata().getOrDefault("args/mha", "");
        if (heads.isEmpty()) {
            return List.of(1, 1, 1, 1);
        }
        try {
            return Arrays.stream(heads.split("-")).map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new WeightsException(
                    "%s: args.mha is \"%s\", expected four numbers such as 1-1-1-1. The file is damaged."
                            .formatted(weights.path(), heads),
                    e);
        }
    }

    private static int inputSide(Map<String, String> options) {
        try {
            return Integer.parseInt(options.getOrDefault("args/img_size", String.valueOf(USUAL_SIDE)));
        } catch (NumberFormatException e) {
            return USUAL_SIDE;
        }
    }
}
