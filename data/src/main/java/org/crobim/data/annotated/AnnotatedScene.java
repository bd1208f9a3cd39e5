package org.crobim.data.annotated;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One image of a source and everything annotated in it.
 *
 * @param id unique within the source, usually the file name without its extension
 * @param image the image file; it need not exist until its pixels are asked for
 * @param width pixels, as the annotation or the image file states
 * @param height pixels
 * @param groundSampleDistanceMetres metres a pixel, where the source states a plausible one
 * @param objects all annotated objects with unique ids
 */
public record AnnotatedScene(
        String id,
        Path image,
        int width,
        int height,
        OptionalDouble groundSampleDistanceMetres,
        List<AnnotatedObject> objects) {
    /** Copies the list and checks size and ids. */
    public AnnotatedScene {
        objects = List.copyOf(objects);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("Scene %s has no pixels: %d x %d".formatted(id, width, height));
        }
        Set<Integer> ids = new HashSet<>();
        for (AnnotatedObject object : objects) {
            if (!ids.add(object.id())) {
                throw new IllegalArgumentException("Scene %s holds object %d twice".formatted(id, object.id()));
            }
        }
    }
}
