package org.crobim.model.referring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.crobim.core.error.ConfigurationException;

/**
 * A configuration record as JSON and back: unknown names, missing values and wrong types are errors.
 *
 * @param <C> a record
 */
public final class JsonConfiguration<C> {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private final Class<C> type;

    /**
     * @param type the record
     */
    public JsonConfiguration(Class<C> type) {
        this.type = type;
    }

    /** The record as one line of JSON. */
    public String write(C configuration) {
        try {
            return JSON.writeValueAsString(configuration);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a configuration of plain values cannot be written as JSON", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param where names the text in messages
     * @throws ConfigurationException if the text is anything else
     */
    public C read(String json, String where) {
        try {
            return ofTree(JSON.readTree(json), where);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(where + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The same configuration with some values replaced.
     *
     * @param overrides by component name; a map for a component that is a record
     * @throws ConfigurationException on an unknown name, a wrong type or a value out of range
     */
    public C replace(C configuration, Map<String, Object> overrides) {
        ObjectNode tree = JSON.valueToTree(configuration);
        merge(tree, JSON.valueToTree(overrides), "model");
        return ofTree(tree, "model overrides " + overrides);
    }

    private C ofTree(JsonNode tree, String where) {
        // Jackson turns an empty text into null, which is no configuration.
        if (!tree.isObject()) {
            throw new ConfigurationException(
                    "%s is %s, expected a JSON object".formatted(where, tree.isMissingNode() ? "empty" : tree));
        }
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof ConfigurationException problem) {
                throw new ConfigurationException(where + ": " + problem.getMessage(), e);
            }
            throw new ConfigurationException(where + ": " + e.getOriginalMessage(), e);
        }
    }

    private static void merge(ObjectNode into, JsonNode from, String path) {
        from.fields().forEachRemaining(entry -> {
            JsonNode present = into.get(entry.getKey());
            if (present == null) {
                throw new ConfigurationException("%s.%s is unknown. Known here: %s"
                        .formatted(path, entry.getKey(), String.join(", ", (Iterable<String>) into::fieldNames)));
            }
            if (present instanceof ObjectNode object && entry.getValue().isObject()) {
                merge(object, entry.getValue(), path + "." + entry.getKey());
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
