package org.crobim.data.coco;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.crobim.core.error.InputException;

/**
 * Walks through the lists of a COCO file with one element in memory at a time: a file may hold a million annotations.
 *
 * @param source the file
 */
record CocoStream(Path source) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Hands on every element of some lists, in the order of the file; the rest of the file is read over.
     *
     * @param lists by the key of the list
     * @throws InputException if the file is missing, no whole JSON text, or without one of the lists
     */
    void read(Map<String, Consumer<CocoEntry>> lists) {
        if (!Files.isRegularFile(source)) {
            throw new InputException("Annotation file %s does not exist. Give the path of a COCO instances JSON file."
                    .formatted(source));
        }
        Set<String> found = new HashSet<>();
        try (JsonParser json = MAPPER.getFactory().createParser(source.toFile())) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String key = json.currentName();
                    Consumer<CocoEntry> use = lists.get(key);
                    if (json.nextToken() == JsonToken.START_ARRAY && use != null) {
                        found.add(key);
                        elements(json, key, use);
                    } else {
                        json.skipChildren();
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new InputException("%s is not valid JSON: %s".formatted(source, e.getMessage()), e);
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(source, e.getMessage()), e);
        }
        for (String key : new TreeSet<>(lists.keySet())) {
            if (!found.contains(key)) {
                throw new InputException(
                        "%s has no list \"%s\": expected a COCO instances file with images, annotations and categories"
                                .formatted(source, key));
            }
        }
    }

    private void elements(JsonParser json, String key, Consumer<CocoEntry> use) throws IOException {
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            int line = json.currentTokenLocation().getLineNr();
            use.accept(new CocoEntry(source, line, "%s[%d]".formatted(key, index), json.readValueAsTree()));
        }
    }
}
