package org.crobim.data.refer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crobim.core.error.InputException;
import org.crobim.core.mask.RunLength;
import org.jspecify.annotations.Nullable;

/** Streams through an instances file, one annotation in memory at a time. */
final class InstanceMasksReader {
    /** The class of an annotation; the first spelling is that of the released RRSIS-D file. */
    private static final List<String> CATEGORY_KEYS = List.of("categories_id", "category_id");

    /** A few bytes of run lengths could otherwise ask for any amount of memory. */
    private static final long MOST_PIXELS = 400_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Set<Long> wanted;
    private final Map<Long, String> categories = new HashMap<>();
    private final Map<Long, InstanceMask> masks = new HashMap<>();

    InstanceMasksReader(Path file, Set<Long> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    InstanceMasks read(String dataSet) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "%s is missing. Download the annotations of %s (refs(unc).p and instances.json) and put them there."
                            .formatted(file, dataSet));
        }
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            readLists(parser);
        } catch (JsonProcessingException e) {
            throw new InputException("%s is not valid JSON: %s".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        return new InstanceMasks(file, categories, masks);
    }

    private void readLists(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new InputException("%s holds no JSON object, expected annotations and categories".formatted(file));
        }
        boolean annotated = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "annotations" -> {
                    readEach(parser, key, this::addAnnotation);
                    annotated = true;
                }
                case "categories" ->
                    readEach(parser, key, entry -> categories.put(entry.integer("id"), entry.text("name")));
                default -> parser.skipChildren();
            }
        }
        if (!annotated) {
            throw new InputException("%s has no list \"annotations\"".formatted(file));
        }
    }

    /** What is done with one element of a list. */
    @FunctionalInterface
    private interface EntryAction {
        void take(Entry entry);
    }

    private void readEach(JsonParser parser, String key, EntryAction action) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new InputException("%s line %d: \"%s\" is no list"
                    .formatted(file, parser.currentTokenLocation().getLineNr(), key));
        }
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            String place = "%s line %d: %s[%d]"
                    .formatted(file, parser.currentTokenLocation().getLineNr(), key, index);
            action.take(new Entry(place, JSON.readTree(parser)));
        }
    }

    private void addAnnotation(Entry annotation) {
        long id = annotation.integer("id");
        if (wanted.contains(id) && masks.put(id, mask(annotation)) != null) {
            throw annotation.error("repeats the id %d".formatted(id));
        }
    }

    private static InstanceMask mask(Entry annotation) {
        JsonNode segmentation = annotation.member("segmentation");
        List<JsonNode> parts = new ArrayList<>();
        if (segmentation.isObject()) {
            parts.add(segmentation);
        } else {
            segmentation.forEach(parts::add);
        }
        if (parts.isEmpty()) {
            throw annotation.error("has an empty segmentation, expected a list with run lengths");
        }
        long[] size = size(annotation, parts.get(0));
        List<RunLength> runs = new ArrayList<>();
        for (JsonNode part : parts) {
            long[] partSize = size(annotation, part);
            if (partSize[0] != size[0] || partSize[1] != size[1]) {
                throw annotation.error("has run lengths of different sizes");
            }
            runs.add(runs(annotation, part, size));
        }
        return new InstanceMask(categoryId(annotation), (int) size[1], (int) size[0], runs);
    }

    private static long categoryId(Entry annotation) {
        for (String key : CATEGORY_KEYS) {
            if (annotation.node().has(key)) {
                return annotation.integer(key);
            }
        }
        throw annotation.error("has none of %s".formatted(CATEGORY_KEYS));
    }

    /** Height and width. */
    private static long[] size(Entry annotation, JsonNode part) {
        JsonNode size = part.path("size");
        if (size.size() != 2 || !size.get(0).canConvertToInt() || !size.get(1).canConvertToInt()) {
            throw annotation.error(
                    "has a segmentation that is not run-length encoded: expected {\"size\": [height, width], \"counts\": ...}");
        }
        long pixels = size.get(0).asLong() * size.get(1).asLong();
        if (pixels > MOST_PIXELS) {
            throw annotation.error("has a mask of %d pixels, at most %d are read".formatted(pixels, MOST_PIXELS));
        }
        return new long[] {size.get(0).asLong(), size.get(1).asLong()};
    }

    private static RunLength runs(Entry annotation, JsonNode part, long[] size) {
        JsonNode counts = part.path("counts");
        try {
            return counts.isTextual()
                    ? RunLength.fromCompressedString((int) size[1], (int) size[0], counts.asText())
                    : RunLength.of((int) size[1], (int) size[0], counts(annotation, counts));
        } catch (IllegalArgumentException e) {
            throw annotation.error("has run lengths that are damaged: %s".formatted(e.getMessage()));
        }
    }

    private static int[] counts(Entry annotation, JsonNode list) {
        int[] counts = new int[list.size()];
        for (int i = 0; i < counts.length; i++) {
            if (!list.get(i).isInt()) {
                throw annotation.error("has the run length %s, expected an integer".formatted(list.get(i)));
            }
            counts[i] = list.get(i).asInt();
        }
        return counts;
    }

    /** A JSON object and where it stands. */
    private record Entry(String place, JsonNode node) {
        JsonNode member(String key) {
            @Nullable JsonNode value = node.get(key);
            if (value == null) {
                throw error("has no \"%s\"".formatted(key));
            }
            return value;
        }

        long integer(String key) {
            JsonNode value = member(key);
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw error("has \"%s\": %s, expected an integer".formatted(key, value));
            }
            return value.asLong();
        }

        String text(String key) {
            JsonNode value = member(key);
            if (!value.isTextual()) {
                throw error("has \"%s\": %s, expected a text".formatted(key, value));
            }
            return value.asText();
        }

        InputException error(String problem) {
            return new InputException("%s %s.".formatted(place, problem));
        }
    }
}
