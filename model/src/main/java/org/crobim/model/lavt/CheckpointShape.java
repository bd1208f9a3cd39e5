package org.crobim.model.lavt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.lavt.LavtConfiguration.Noise;
import org.crobim.model.lavt.LavtConfiguration.TextShape;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.WeightsSource;

/**
 * The network that a checkpoint of LAVT holds, read off names and shapes: width, depths, heads and window from the weights, never
 * from a file name.
 *
 * <p>Names are those of the original: {@code backbone.*}, and the text encoder as {@code text_encoder.*} (LAVT-One) or
 * {@code bert_model.*} (LAVT). Two things leave no trace in the shapes: the heads of the pixel-word attention, which are taken to
 * be one, and those of BERT, which are taken to have 64 channels each as in all published sizes.
 *
 * @param configuration of the network
 * @param vocabularySize word pieces of its text encoder
 */
public record CheckpointShape(LavtConfiguration configuration, int vocabularySize) {
    private static final String TABLE = "backbone.layers.%d.blocks.%d.attn.relative_position_bias_table";
    private static final List<String> TEXT_PREFIXES = List.of("text_encoder.", "bert_model.");
    private static final int STAGES = 4;
    private static final int BERT_HEAD_WIDTH = 64;
    private static final int USUAL_SIDE = 480;
    private static final int USUAL_TOKENS = 20;

    /**
     * Reads names and shapes of a file; no values.
     *
     * @param name what the configuration is to be called
     * @throws WeightsException if the names are not those of a LAVT network, or the sizes do not fit one another
     */
    public static CheckpointShape of(WeightsSource file, String name) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        file.names().forEach(tensor -> shapes.put(tensor, file.stored(tensor).shape()));
        return new Reading(file.path().toString(), shapes).shape(name);
    }

    /** The shapes of one file. */
    private record Reading(String where, Map<String, List<Long>> shapes) {
        CheckpointShape shape(String name) {
            String text = TEXT_PREFIXES.stream()
                    .filter(prefix -> shapes.containsKey(prefix + "embeddings.word_embeddings.weight"))
                    .findFirst()
                    .orElseThrow(() -> new WeightsException(
                            "%s: there is no text encoder, neither text_encoder.* nor bert_model.*. Convert the checkpoint together with its BERT."
                                    .formatted(where)));
            int vocabulary = size(text + "embeddings.word_embeddings.weight", 0);
            try {
                LavtConfiguration configuration =
                        new LavtConfiguration(name, vision(), List.of(1, 1, 1, 1), text(text), noise(text), USUAL_SIDE);
                return new CheckpointShape(configuration, vocabulary);
            } catch (ConfigurationException e) {
                throw new WeightsException(
                        "%s: the shapes are not those of a LAVT network: %s. Name a checkpoint of LAVT."
                                .formatted(where, e.getMessage()),
                        e);
            }
        }

        private VisionConfiguration vision() {
            List<Integer> depths = new ArrayList<>();
            List<Integer> heads = new ArrayList<>();
            for (int stage = 0; stage < STAGES; stage++) {
                int depth = 0;
                while (shapes.containsKey(TABLE.formatted(stage, depth))) {
                    depth++;
                }
                depths.add(depth);
                heads.add(size(TABLE.formatted(stage, 0), 1));
            }
            return VisionConfiguration.swin(size("backbone.patch_embed.proj.weight", 0), depths, heads, window());
        }

        /** The table has (2 w - 1)^2 rows: 169 for 7, 529 for 12. */
        private int window() {
            int rows = size(TABLE.formatted(0, 0), 0);
            int reach = (int) Math.round(Math.sqrt(rows));
            if (reach * reach != rows || reach % 2 == 0) {
                throw new WeightsException(
                        "%s: %s has %d rows, expected (2 w - 1)^2 for a window of side w. The file is damaged."
                                .formatted(where, TABLE.formatted(0, 0), rows));
            }
            return (reach + 1) / 2;
        }

        private TextShape text(String prefix) {
            int layers = 0;
            while (shapes.containsKey(prefix + "encoder.layer." + layers + ".output.dense.weight")) {
                layers++;
            }
            int width = size(prefix + "embeddings.word_embeddings.weight", 1);
            int positions = size(prefix + "embeddings.position_embeddings.weight", 0);
            return new TextShape(
                    layers,
                    width,
                    width / BERT_HEAD_WIDTH,
                    size(prefix + "encoder.layer.0.intermediate.dense.weight", 0),
                    positions,
                    Math.min(USUAL_TOKENS, positions),
                    false);
        }

        private static Noise noise(String textPrefix) {
            return textPrefix.equals(TEXT_PREFIXES.get(0)) ? Noise.LAVT_ONE : Noise.LAVT;
        }

        private int size(String name, int dimension) {
            List<Long> shape = shapes.get(name);
            if (shape == null || shape.size() <= dimension) {
                throw new WeightsException("%s: %s, which tells a size of the network. Name a checkpoint of LAVT."
                        .formatted(where, shape == null ? "there is no " + name : name + " is " + shape));
            }
            return Math.toIntExact(shape.get(dimension));
        }
    }
}
