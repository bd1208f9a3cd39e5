package org.crobim.data.coco;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.RunLength;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;

/**
 * A COCO instances file. The structure is read strictly (a missing key is an error that names its place); single annotations that
 * cannot be used are handed on as refused.
 *
 * <p>The file is read twice: classes and images may stand behind the annotations that refer to them.
 */
final class CocoFile {
    /** NWPU VHR-10 has one vertex a pixel outside of its image; farther out the annotation does not fit the image. */
    private static final double FARTHEST_OUTSIDE_PIXELS = 2;

    private final CocoStream stream;
    private final Segmentations segmentations;
    private final Map<Long, String> categories = new HashMap<>();
    private final Map<Long, CocoImage> images = new LinkedHashMap<>();

    /** Which segmentations can be used. */
    enum Segmentations {
        /** Polygons; run lengths and boxes are refused. */
        POLYGONS,
        /** Polygons and run lengths, compressed or not; boxes where there is neither. */
        ALL
    }

    private CocoFile(Path source, Segmentations segmentations) {
        this.stream = new CocoStream(source);
        this.segmentations = segmentations;
    }

    /**
     * Reads classes and images.
     *
     * @throws InputException if the file is missing or is no COCO instances file
     */
    static CocoFile open(Path source, Segmentations segmentations) {
        CocoFile file = new CocoFile(source, segmentations);
        Set<String> names = new HashSet<>();
        file.stream.read(Map.of("categories", file::readCategory, "images", entry -> file.readImage(entry, names)));
        return file;
    }

    /** All images in the order of the file, without their objects. */
    Collection<CocoImage> images() {
        return List.copyOf(images.values());
    }

    /**
     * Reads the annotations, in the order of the file.
     *
     * @throws InputException if one refers to nothing, or lacks a key
     */
    void annotations(Consumer<CocoAnnotation> use) {
        stream.read(Map.of("annotations", entry -> use.accept(annotation(entry))));
    }

    private void readCategory(CocoEntry entry) {
        categories.put(entry.integer("id"), entry.text("name"));
    }

    private void readImage(CocoEntry entry, Set<String> names) {
        long width = entry.integer("width");
        long height = entry.integer("height");
        if (Math.min(width, height) < 1 || Math.max(width, height) > Integer.MAX_VALUE) {
            throw entry.error("states a size of %d x %d pixels, expected at least 1 x 1".formatted(width, height));
        }
        CocoImage image = new CocoImage(entry.text("file_name"), (int) width, (int) height, List.of());
        if (images.put(entry.integer("id"), image) != null) {
            throw entry.error("repeats the id " + entry.integer("id"));
        }
        if (!names.add(image.fileName())) {
            throw entry.error("repeats the file name \"%s\"".formatted(image.fileName()));
        }
    }

    private CocoAnnotation annotation(CocoEntry entry) {
        long imageId = entry.integer("image_id");
        CocoImage image = images.get(imageId);
        if (image == null) {
            throw entry.error("refers to image %d, which the file does not list".formatted(imageId));
        }
        CocoAnnotation.Origin origin = new CocoAnnotation.Origin(entry.integer("id"), entry.line(), image.fileName());
        String name = categories.get(entry.integer("category_id"));
        if (name == null) {
            throw entry.error(
                    "refers to category %d, which the file does not list".formatted(entry.integer("category_id")));
        }
        Optional<ObjectCategory> category = CategoryMention.named(name);
        if (category.isEmpty()) {
            return new CocoAnnotation.Refused(
                    origin,
                    "category \"%s\" is none of the %d classes".formatted(name, ObjectCategory.values().length));
        }
        if (entry.node().path("iscrowd").asInt() != 0) {
            return new CocoAnnotation.Refused(origin, "iscrowd is set: a group is no single object");
        }
        CocoAnnotation.Label label = new CocoAnnotation.Label(category.get(), name);
        try {
            JsonNode segmentation = entry.node().path("segmentation");
            if (segmentation.isMissingNode()) {
                return new CocoAnnotation.Boxed(origin, label, box(entry.node().path("bbox"), image));
            }
            return segmentation.isArray()
                    ? new CocoAnnotation.Outlined(origin, label, rings(entry, segmentation, image))
                    : new CocoAnnotation.Masked(origin, label, runs(segmentation, image));
        } catch (IllegalArgumentException e) {
            return new CocoAnnotation.Refused(origin, String.valueOf(e.getMessage()));
        }
    }

    /** A file for detection has boxes (left, top, width, height) and no segmentation at all. */
    private Box box(JsonNode bbox, CocoImage image) {
        if (segmentations == Segmentations.POLYGONS) {
            throw new IllegalArgumentException("there is no segmentation, only polygons are read");
        }
        if (bbox.size() != 4 || !IntStream.range(0, 4).allMatch(i -> bbox.get(i).isNumber())) {
            throw new IllegalArgumentException("there is neither a segmentation nor a bbox [left, top, width, height]");
        }
        double left = Math.max(0, bbox.get(0).asDouble());
        double top = Math.max(0, bbox.get(1).asDouble());
        double right =
                Math.min(image.width(), bbox.get(0).asDouble() + bbox.get(2).asDouble());
        double bottom =
                Math.min(image.height(), bbox.get(1).asDouble() + bbox.get(3).asDouble());
        if (!(right > left && bottom > top)) {
            throw new IllegalArgumentException("the bbox has no area inside the image");
        }
        return new Box(left, top, right, bottom);
    }

    private RunLength runs(JsonNode segmentation, CocoImage image) {
        if (segmentations == Segmentations.POLYGONS) {
            throw new IllegalArgumentException("the segmentation is run-length encoded, only polygons are read");
        }
        return CocoRuns.read(segmentation, image);
    }

    private static List<double[]> rings(CocoEntry entry, JsonNode segmentation, CocoImage image) {
        List<double[]> rings = new ArrayList<>();
        for (JsonNode ring : segmentation) {
            double[] vertices = entry.ring(ring);
            if (vertices.length < 6) {
                throw new IllegalArgumentException("a ring has fewer than 3 vertices");
            }
            if (!clip(vertices, image.width(), image.height())) {
                throw new IllegalArgumentException(
                        "a vertex lies more than %.0f pixels outside of the image".formatted(FARTHEST_OUTSIDE_PIXELS));
            }
            rings.add(vertices);
        }
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("the segmentation is empty");
        }
        return List.copyOf(rings);
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
}
