package org.crobim.data.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.crobim.core.error.InputException;
import org.jspecify.annotations.Nullable;

/** Streams through a JSON file that is an object with lists, or one list; one element is in memory at a time. */
public final class JsonLists {
    /** Key of the elements when the whole file is one list. */
    public static final String WHOLE_FILE = "";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Consumer<JsonEntry>> actions;

    private JsonLists(Path file, Map<String, Consumer<JsonEntry>> actions) {
        this.file = file;
        this.actions = actions;
    }

    /**
     * Hands on the elements of lists in the order of the file; a member that is no list is handed on as one element. Members
     * without an action are passed over.
     *
     * @param actions what is done with an element, by the key of its list
     * @return the keys that were there and have an action
     * @throws InputException if the file cannot be read, is no JSON, or has another structure
     */
    public static Set<String> read(Path file, Map<String, Consumer<JsonEntry>> actions) {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            return new JsonLists(file, actions).read(parser);
        } catch (JsonProcessingException e) {
            throw new InputException("%s is not valid JSON: %s".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private Set<String> read(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        Consumer<JsonEntry> whole = actions.get(WHOLE_FILE);
        if (first == JsonToken.START_ARRAY && whole != null) {
            readEach(parser, WHOLE_FILE, whole);
            return Set.of(WHOLE_FILE);
        }
        if (first != JsonToken.START_OBJECT || whole != null) {
            throw new InputException(
                    "%s does not begin as expected: %s".formatted(file, whole == null ? "with {" : "with ["));
        }
        return readMembers(parser);
    }

    private Set<String> readMembers(JsonParser parser) throws IOException {
        Set<String> found = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            @Nullable Consumer<JsonEntry> action = actions.get(key);
            if (action == null) {
                parser.skipChildren();
                continue;
            }
            found.add(key);
            if (list) {
                readEach(parser, key, action);
            } else {
                action.accept(entry(parser, "\"%s\"".formatted(key)));
            }
        }
        return found;
    }

    private void readEach(JsonParser parser, String key, Consumer<JsonEntry> action) throws IOException {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            action.accept(entry(parser, "%s[%d]".formatted(key, index)));
        }
    }

    private JsonEntry entry(JsonParser parser, String place) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return new JsonEntry(file, line, place, JSON.readTree(parser));
    }
}
