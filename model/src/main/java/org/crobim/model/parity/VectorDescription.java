package org.crobim.model.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.nn.Initializer;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.WeightsSource;

/**
 * The network that a file of vectors says it belongs to, from {@code model, embed_dim, depths, num_heads, window_size,
 * fusion_heads, bert} of its metadata.
 *
 * @param model which network
 * @param shape sizes; no noise in training
 * @param vocabularySize word pieces
 */
record VectorDescription(ParityModel model, LavtConfiguration shape, int vocabularySize) {
    /** The vectors bring images of their own size; the configuration wants a number. */
    private static final int UNUSED_SIDE = 480;

    private static final ObjectMapper JSON = new ObjectMapper();

    static VectorDescription of(WeightsSource vectors) {
        String where = vectors.path().toString();
        Map<String, String> metadata = vectors.metadata();
        ParityModel model = ParityModel.named(text(where, metadata, "model"), where);
        JsonNode bert = bert(where, metadata);
        try {
            int positions = bertSize(where, bert, "max_position_embeddings");
            LavtConfiguration shape = new LavtConfiguration(
                    model.name(),
                    VisionConfiguration.swin(
                            numbers(where, metadata, "embed_dim", ",").get(0),
                            numbers(where, metadata, "depths", ","),
                            numbers(where, metadata, "num_heads", ","),
                            numbers(where, metadata, "window_size", ",").get(0)),
                    numbers(where, metadata, "fusion_heads", "-"),
                    new LavtConfiguration.TextShape(
                            bertSize(where, bert, "layers"),
                            bertSize(where, bert, "hidden_size"),
                            bertSize(where, bert, "heads"),
                            bertSize(where, bert, "intermediate_size"),
                            positions,
                            positions,
                            false),
                    LavtConfiguration.Noise.NONE,
                    UNUSED_SIDE);
            return new VectorDescription(model, shape, bertSize(where, bert, "vocab_size"));
        } catch (ConfigurationException e) {
            throw new WeightsException(
                    "%s: the metadata describe no network: %s. Write the vectors again."
                            .formatted(where, e.getMessage()),
                    e);
        }
    }

    /** The network, with fresh weights; what the metadata do not say is read off the shapes of the weights. */
    FusedNetwork create(WeightsSource vectors, Initializer init) {
        return model.create(this, vectors, init);
    }

    private static String text(String where, Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new WeightsException(
                    "%s: the metadata have no \"%s\". The file holds no vectors of a network; name one that does."
                            .formatted(where, key));
        }
        return value;
    }

    private static List<Integer> numbers(String where, Map<String, String> metadata, String key, String separator) {
        String value = text(where, metadata, key);
        try {
            return Arrays.stream(value.split(separator))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new WeightsException(
                    "%s: \"%s\" of the metadata is \"%s\", expected whole numbers separated by \"%s\". Write the vectors again."
                            .formatted(where, key, value, separator),
                    e);
        }
    }

    private static JsonNode bert(String where, Map<String, String> metadata) {
        String value = text(where, metadata, "bert");
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            throw new WeightsException(
                    "%s: \"bert\" of the metadata is \"%s\", expected a JSON object. Write the vectors again."
                            .formatted(where, value),
                    e);
        }
    }

    private static int bertSize(String where, JsonNode bert, String key) {
        JsonNode size = bert.path(key);
        if (!size.isInt() || size.intValue() < 1) {
            throw new WeightsException(
                    "%s: \"%s\" of \"bert\" in the metadata is %s, expected a whole number of at least 1. Write the vectors again."
                            .formatted(where, key, size.isMissingNode() ? "missing" : size));
        }
        return size.intValue();
    }
}
