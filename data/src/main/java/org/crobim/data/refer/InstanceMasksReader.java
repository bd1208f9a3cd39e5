package org.crobim.data.refer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crobim.core.error.InputException;
import org.crobim.core.mask.RunLength;
import org.crobim.data.json.JsonEntry;
import org.crobim.data.json.JsonLists;

/** Streams through an instances file, one annotation in memory at a time. */
final class InstanceMasksReader {
    /** The class of an annotation; the first spelling is that of the released RRSIS-D file. */
    private static final List<String> CATEGORY_KEYS = List.of("categories_id", "category_id");

    /** A few bytes of run lengths could otherwise ask for any amount of memory. */
    private static final long MOST_PIXELS = 400_000_000;

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
        Set<String> found = JsonLists.read(
                file,
                Map.of(
                        "annotations",
                        this::addAnnotation,
                        "categories",
                        entry -> categories.put(entry.integer("id"), entry.text("name"))));
        if (!found.contains("annotations")) {
            throw new InputException("%s has no list \"annotations\"".formatted(file));
        }
        return new InstanceMasks(file, categories, masks);
    }

    private void addAnnotation(JsonEntry annotation) {
        long id = annotation.integer("id");
        if (wanted.contains(id) && masks.put(id, mask(annotation)) != null) {
            throw annotation.error("repeats the id %d".formatted(id));
        }
    }

    private static InstanceMask mask(JsonEntry annotation) {
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

    private static long categoryId(JsonEntry annotation) {
        for (String key : CATEGORY_KEYS) {
            if (annotation.node().has(key)) {
                return annotation.integer(key);
            }
        }
        throw annotation.error("has none of %s".formatted(CATEGORY_KEYS));
    }

    /** Height and width. */
    private static long[] size(JsonEntry annotation, JsonNode part) {
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

    private static RunLength runs(JsonEntry annotation, JsonNode part, long[] size) {
        JsonNode counts = part.path("counts");
        try {
            return counts.isTextual()
                    ? RunLength.fromCompressedString((int) size[1], (int) size[0], counts.asText())
                    : RunLength.of((int) size[1], (int) size[0], counts(annotation, counts));
        } catch (IllegalArgumentException e) {
            throw annotation.error("has run lengths that are damaged: %s".formatted(e.getMessage()));
        }
    }

    private static int[] counts(JsonEntry annotation, JsonNode list) {
        int[] counts = new int[list.size()];
        for (int i = 0; i < counts.length; i++) {
            if (!list.get(i).isInt()) {
                throw annotation.error("has the run length %s, expected an integer".formatted(list.get(i)));
            }
            counts[i] = list.get(i).asInt();
        }
        return counts;
    }
}
