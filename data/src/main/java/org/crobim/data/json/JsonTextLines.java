package org.crobim.data.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.crobim.core.error.InputException;
import org.crobim.data.listing.TextLines;

/** Files with one JSON object a line. */
public final class JsonTextLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonTextLines() {}

    /**
     * Hands on the objects in the order of the file; empty lines are passed over.
     *
     * @throws InputException if the file cannot be read or a line is no UTF-8 text or no JSON object, with the line
     */
    public static void read(Path file, Consumer<JsonEntry> action) {
        try (TextLines lines = TextLines.open(file)) {
            while (lines.advance()) {
                if (!lines.text().isBlank()) {
                    action.accept(entry(file, lines));
                }
            }
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static JsonEntry entry(Path file, TextLines lines) {
        try {
            JsonEntry entry = new JsonEntry(file, lines.number(), "the object", JSON.readTree(lines.text()));
            if (!entry.node().isObject()) {
                throw lines.error("expected a JSON object");
            }
            return entry;
        } catch (JsonProcessingException e) {
            throw lines.error("is not valid JSON: %s".formatted(e.getOriginalMessage()));
        }
    }
}
