package org.crobim.data.coco;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crobim.core.error.InputException;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;

/**
 * Reads a COCO instances file. The structure is read strictly (a missing key is an error that names its place); single
 * annotations that cannot be used are listed as refused.
 */
final class CocoInstancesReader {
    /** NWPU VHR-10 has one vertex a pixel outside of its image; farther out the annotation does not fit the image. */
    private static final double FARTHEST_OUTSIDE_PIXELS = 2;

    private final Path source;
    private final Map<Long, JsonNode> images = new LinkedHashMap<>();
    private final Map<Long, String> categories = new HashMap<>();
    private final Map<Long, List<CocoObject>> objects = new HashMap<>();
    private final List<CocoInstances.Refusal> refusals = new ArrayList<>();

    private CocoInstancesReader(Path source) {
        this.source = source;
    }

    /** Reads the whole file. */
    static CocoInstances read(Path json) {
        CocoInstancesReader reader = new CocoInstancesReader(json);
        JsonNode root = parse(json);
        reader.readCategories(root);
        reader.readImages(root);
        reader.readAnnotations(root);
        return reader.finish();
    }

    private static JsonNode parse(Path json) {
        if (!Files.isRegularFile(json)) {
            throw new InputException(
                    "Annotation file %s does not exist. Give the path of a COCO instances JSON file.".formatted(json));
        }
        try {
            return new ObjectMapper().readTree(json.toFile());
        } catch (JsonProcessingException e) {
            throw new InputException("%s is not valid JSON: %s".formatted(json, e.getMessage()), e);
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(json, e.getMessage()), e);
        }
    }

    private void readCategories(JsonNode root) {
        for (Entry entry : entries(root, "categories")) {
            categories.put(entry.integer("id"), entry.text("name"));
        }
    }

    private void readImages(JsonNode root) {
        Set<String> names = new HashSet<>();
        for (Entry entry : entries(root, "images")) {
            if (images.put(entry.integer("id"), entry.node()) != null) {
                throw entry.error("repeats the id " + entry.integer("id"));
            }
            if (!names.add(entry.text("file_name"))) {
                throw entry.error("repeats the file name \"%s\"".formatted(entry.text("file_name")));
            }
            if (entry.integer("width") < 1 || entry.integer("height") < 1) {
                throw entry.error("states a size of %d x %d pixels, expected at least 1 x 1"
                        .formatted(entry.integer("width"), entry.integer("height")));
            }
        }
    }

    private void readAnnotations(JsonNode root) {
        for (Entry entry : entries(root, "annotations")) {
            long imageId = entry.integer("image_id");
            JsonNode image = images.get(imageId);
            if (image == null) {
                throw entry.error("refers to image %d, which the file does not list".formatted(imageId));
            }
            readObject(entry, image)
                    .ifPresent(object -> objects.computeIfAbsent(imageId, id -> new ArrayList<>())
                            .add(object));
        }
    }

    private Optional<CocoObject> readObject(Entry entry, JsonNode image) {
        long id = entry.integer("id");
        String name = categories.get(entry.integer("category_id"));
        if (name == null) {
            throw entry.error(
                    "refers to category %d, which the file does not list".formatted(entry.integer("category_id")));
        }
        Optional<ObjectCategory> category = CategoryMention.named(name);
        if (category.isEmpty()) {
            return refuse(
                    id, "category \"%s\" is none of the %d classes".formatted(name, ObjectCategory.values().length));
        }
        if (entry.node().path("iscrowd").asInt() != 0) {
            return refuse(id, "iscrowd is set: a group is no single object");
        }
        JsonNode segmentation = entry.member("segmentation");
        if (!segmentation.isArray()) {
            return refuse(id, "the segmentation is run-length encoded, only polygons are read");
        }
        List<double[]> rings = new ArrayList<>();
        for (JsonNode ring : segmentation) {
            double[] vertices = entry.ring(ring);
            if (vertices.length < 6) {
                return refuse(id, "a ring has fewer than 3 vertices");
            }
            if (!clip(vertices, image.get("width").asInt(), image.get("height").asInt())) {
                return refuse(
                        id,
                        "a vertex lies more than %.0f pixels outside of the image".formatted(FARTHEST_OUTSIDE_PIXELS));
            }
            rings.add(vertices);
        }
        return rings.isEmpty()
                ? refuse(id, "the segmentation is empty")
                : Optional.of(new CocoObject(category.get(), rings));
    }

    private Optional<CocoObject> refuse(long annotationId, String reason) {
        refusals.add(new CocoInstances.Refusal(annotationId, reason));
        return Optional.empty();
    }

    /** Moves vertices just outside onto the border pixels; false when one lies too far out. */
    private static boolean clip(double[] vertices, int width, int height) {
        for (int i = 0; i < vertices.length; i++) {
            double last = (i % 2 == 0 ? width : height) - 1;
            if (vertices[i] < -FARTHEST_OUTSIDE_PIXELS || vertices[i] > last + FARTHEST_OUTSIDE_PIXELS) {
                return false;
            }
            vertices[i] = Math.max(0, Math.min(last, vertices[i]));
        }
        return true;
    }

    private CocoInstances finish() {
        List<CocoImage> read = new ArrayList<>();
        images.forEach((id, node) -> read.add(new CocoImage(
                node.get("file_name").asText(),
                node.get("width").asInt(),
                node.get("height").asInt(),
                objects.getOrDefault(id, List.of()))));
        CocoInstances instances = new CocoInstances(source, read, refusals);
        if (instances.objectCount() == 0) {
            throw new InputException("%s holds no usable object in %d images. Left out: %s"
                    .formatted(source, read.size(), instances.refusalCounts()));
        }
        return instances;
    }

    private List<Entry> entries(JsonNode root, String key) {
        JsonNode list = root.path(key);
        if (!list.isArray()) {
            throw new InputException(
                    "%s has no list \"%s\": expected a COCO instances file with images, annotations and categories"
                            .formatted(source, key));
        }
        List<Entry> entries = new ArrayList<>(list.size());
        for (JsonNode node : list) {
            entries.add(new Entry(source, "%s[%d]".formatted(key, entries.size()), node));
        }
        return entries;
    }

    /** A JSON object and where it stands. */
    private record Entry(Path source, String place, JsonNode node) {
        JsonNode member(String key) {
            JsonNode value = node.get(key);
            if (value == null) {
                throw error("has no \"%s\"".formatted(key));
            }
            return value;
        }

        long integer(String key) {
            JsonNode value = member(key);
            if (!value.isIntegralNumber()) {
                throw error("has \"%s\": %s, expected an integer".formatted(key, value));
            }
            return value.asLong();
        }

        String text(String key) {
            JsonNode value = member(key);
            if (!value.isTextual() || value.asText().isBlank()) {
                throw error("has \"%s\": %s, expected a text".formatted(key, value));
            }
            return value.asText();
        }

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

        InputException error(String problem) {
            return new InputException("%s: %s %s.".formatted(source, place, problem));
        }
    }
}
