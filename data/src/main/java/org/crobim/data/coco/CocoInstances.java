package org.crobim.data.coco;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crobim.core.error.InputException;
import org.crobim.language.ObjectCategory;

/**
 * The content of a COCO instances file, as far as we can use it.
 *
 * @param source the file
 * @param images in the order of the file, including those without a usable object
 * @param refusals annotations left out, in the order of the file
 */
public record CocoInstances(Path source, List<CocoImage> images, List<Refusal> refusals) {
    /**
     * An annotation that was left out.
     *
     * @param annotationId id in the file
     * @param reason one sentence without numbers of the annotation, so that equal reasons can be counted
     */
    public record Refusal(long annotationId, String reason) {}

    /** Copies the lists. */
    public CocoInstances {
        images = List.copyOf(images);
        refusals = List.copyOf(refusals);
    }

    /**
     * Reads a file whole.
     *
     * @throws InputException if the file is missing, is no COCO instances file, or holds no usable object
     */
    public static CocoInstances read(Path json) {
        return CocoInstancesReader.read(json);
    }

    /** Number of usable objects. */
    public int objectCount() {
        return images.stream().mapToInt(image -> image.objects().size()).sum();
    }

    /** Usable objects of each class that occurs. */
    public Map<ObjectCategory, Integer> categoryCounts() {
        Map<ObjectCategory, Integer> counts = new EnumMap<>(ObjectCategory.class);
        images.forEach(image -> image.objects().forEach(object -> counts.merge(object.category(), 1, Integer::sum)));
        return counts;
    }

    /** How many annotations were left out for each reason. */
    public Map<String, Integer> refusalCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        refusals.forEach(refusal -> counts.merge(refusal.reason(), 1, Integer::sum));
        return counts;
    }

    /**
     * The images of a split.
     *
     * @param fileNames names as in the file, in the wanted order
     * @return one image a name, in that order
     * @throws InputException if a name is not in the file
     */
    public List<CocoImage> named(Collection<String> fileNames) {
        Map<String, CocoImage> byName = new HashMap<>();
        images.forEach(image -> byName.put(image.fileName(), image));
        List<String> unknown =
                fileNames.stream().filter(name -> !byName.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw new InputException(
                    "%d of %d images of the split are not in %s, the first is \"%s\". Use the split made for this file."
                            .formatted(unknown.size(), fileNames.size(), source, unknown.get(0)));
        }
        return fileNames.stream().map(byName::get).toList();
    }
}
