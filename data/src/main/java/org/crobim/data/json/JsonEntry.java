package org.crobim.data.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.crobim.core.error.InputException;
import org.jspecify.annotations.Nullable;

/**
 * One element of a list in a file, and where it stands.
 *
 * @param file the file
 * @param line where the element begins, from 1
 * @param place for messages, for example {@code annotations[17]}
 * @param node the element
 */
public record JsonEntry(Path file, int line, String place, JsonNode node) {
    /** A member that must be there. */
    public JsonNode member(String key) {
        @Nullable JsonNode value = node.get(key);
        if (value == null) {
            throw error("has no \"%s\"".formatted(key));
        }
        return value;
    }

    /** A member that must be an integer. */
    public long integer(String key) {
        JsonNode value = member(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw error("has \"%s\": %s, expected an integer".formatted(key, value));
        }
        return value.asLong();
    }

    /** A member that must be an integer of 32 bits. */
    public int smallInteger(String key) {
        long value = integer(key);
        if (value != (int) value) {
            throw error("has \"%s\": %d, expected a smaller number".formatted(key, value));
        }
        return (int) value;
    }

    /** A member that must be a text and not blank; without surrounding white space. */
    public String text(String key) {
        JsonNode value = member(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw error("has \"%s\": %s, expected a text".formatted(key, value));
        }
        return value.asText().strip();
    }

    /** A member that must be a list of that many finite numbers. */
    public double[] numbers(String key, int count) {
        JsonNode list = member(key);
        if (!list.isArray() || list.size() != count) {
            throw error("has \"%s\" that is no list of %d numbers".formatted(key, count));
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = list.get(i).asDouble(Double.NaN);
            if (!list.get(i).isNumber() || !Double.isFinite(numbers[i])) {
                throw error("has \"%s\" with %s, expected a number".formatted(key, list.get(i)));
            }
        }
        return numbers;
    }

    /** An error about this element. */
    public InputException error(String problem) {
        return new InputException("%s line %d: %s %s.".formatted(file, line, place, problem));
    }
}
