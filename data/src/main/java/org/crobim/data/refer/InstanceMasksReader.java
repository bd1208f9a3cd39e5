package org.crobim.data.refer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crobim.core.error.InputException;
import org.crobim.data.json.EncodedMask;
import org.crobim.data.json.JsonEntry;
import org.crobim.data.json.JsonLists;

/** Streams through an instances file, one annotation in memory at a time. */
final class InstanceMasksReader {
    /** The class of an annotation; the first spelling is that of the released RRSIS-D file. */
    private static final List<String> CATEGORY_KEYS = List.of("categories_id", "category_id");

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
        return new InstanceMask(categoryId(annotation), EncodedMask.read(annotation, "segmentation"));
    }

    private static long categoryId(JsonEntry annotation) {
        for (String key : CATEGORY_KEYS) {
            if (annotation.node().has(key)) {
                return annotation.integer(key);
            }
        }
        throw annotation.error("has none of %s".formatted(CATEGORY_KEYS));
    }
}
