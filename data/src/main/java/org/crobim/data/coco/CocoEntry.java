package org.crobim.data.coco;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.crobim.core.error.InputException;

/**
 * One element of a list of a COCO file, and where it stands.
 *
 * @param source the file
 * @param line where the element begins, from 1
 * @param place list and index, for example {@code annotations[7]}
 * @param node the element, alone in memory
 */
record CocoEntry(Path source, int line, String place, JsonNode node) {
    /** The value of a key; an error when the element has none. */
    JsonNode member(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw error("has no \"%s\"".formatted(key));
        }
        return value;
    }

    /** The integer that a key names. */
    long integer(String key) {
        JsonNode value = member(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw error("has \"%s\": %s, expected an integer".formatted(key, value));
        }
        return value.asLong();
    }

    /** The text that a key names, not blank. */
    String text(String key) {
        JsonNode value = member(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw error("has \"%s\": %s, expected a text".formatted(key, value));
        }
        return value.asText();
    }

    /** An outline {@code x1, y1, x2, y2, ...} out of this element. */
    double[] ring(JsonNode list) {
        if (!list.isArray() || list.size() % 2 != 0) {
            throw error("has a ring that is no flat list of x, y pairs");
        }
        double[] vertices = new double[list.size()];
        for (int i = 0; i < vertices.length; i++) {
            if (!list.get(i).isNumber()) {
                throw error("has a ring with %s, expected a number".formatted(list.get(i)));
            }
            vertices[i] = list.get(i).asDouble();
        }
        return vertices;
    }

    /** An error about this element. */
    InputException error(String problem) {
        return new InputException("%s line %d: %s %s.".formatted(source, line, place, problem));
    }
}
