package org.crobim.model.weights.convert;

import java.util.List;
import java.util.Set;
import org.crobim.core.error.WeightsException;
import org.crobim.model.text.TextEncoder;
import org.crobim.model.weights.WeightsSource;

/**
 * BERT as Hugging Face publishes it ({@code pytorch_model.bin}, {@code model.safetensors}): with or without the prefix
 * {@code bert.}; {@code LayerNorm.gamma} and {@code beta} of old files are weight and bias; the pooler, the heads {@code cls.*} and the
 * buffers {@code position_ids} and {@code token_type_ids} are left out.
 */
final class BertCheckpoint {
    static final String WORDS = "embeddings.word_embeddings.weight";
    static final String POSITIONS = "embeddings.position_embeddings.weight";

    private static final int USUAL_HEAD_WIDTH = 64;

    private BertCheckpoint() {}

    /** The rule for a file with these names. */
    static NameRule rule(Set<String> names) {
        return StateSelection.rule(names).then(names());
    }

    /** The part of the rule that holds for single names. */
    static NameRule names() {
        return NameRule.strip("bert.")
                .then(NameRule.leaveOut("cls\\..*|pooler\\..*|embeddings\\.(position_ids|token_type_ids)"))
                .then(NameRule.ending("LayerNorm.gamma", "LayerNorm.weight"))
                .then(NameRule.ending("LayerNorm.beta", "LayerNorm.bias"));
    }

    /** The shape of the encoder whose weights these are, under our names; heads are 64 wide as in all published ones. */
    static TextEncoder.Config shape(WeightsSource weights) {
        TensorShapes shapes = new TensorShapes(weights);
        int width = shapes.size(WORDS, 1);
        int heads = width % USUAL_HEAD_WIDTH == 0 ? width / USUAL_HEAD_WIDTH : 1;
        return new TextEncoder.Config(
                shapes.count("encoder.layer."),
                width,
                heads,
                shapes.size("encoder.layer.0.intermediate.dense.weight", 0),
                shapes.size(WORDS, 0),
                shapes.size(POSITIONS, 0));
    }

    /**
     * Compares the vocabulary with that of a network.
     *
     * @throws WeightsException with both sizes if they differ
     */
    static void requireVocabulary(WeightsSource weights, int expected) {
        int found = new TensorShapes(weights).size(WORDS, 0);
        if (found != expected) {
            throw new WeightsException(
                    "%s: its BERT knows %d word pieces, but the vocabulary of the network has %d. Take the vocab.txt that belongs to the file."
                            .formatted(weights.path(), found, expected));
        }
    }

    /** Cuts the table of positions to that of an encoder for shorter sentences. */
    static FittedWeights fit(WeightsSource weights, long rows) {
        FittedWeights fitted = new FittedWeights(weights);
        List<Long> found = weights.stored(POSITIONS).shape();
        if (found.size() == 2 && found.get(0) > rows) {
            fitted.change(
                    POSITIONS,
                    List.of(rows, found.get(1)),
                    table -> table.narrow(0, 0, rows).contiguous(),
                    "%s cut from %d to %d positions".formatted(POSITIONS, found.get(0), rows));
        }
        return fitted;
    }
}
