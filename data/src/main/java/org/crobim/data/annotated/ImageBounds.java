package org.crobim.data.annotated;

import java.nio.file.Path;
import java.util.List;
import org.crobim.core.geometry.Box;

/**
 * Leaves out objects that lie outside of their image.
 *
 * @param width pixels
 * @param height pixels
 */
public record ImageBounds(int width, int height) {
    /**
     * The objects that have a part inside; boxes may reach across the border, as they do for cut objects.
     *
     * @param file that the objects were read from, for the refusal
     */
    public List<AnnotatedObject> inside(Path file, List<AnnotatedObject> objects, RefusalLog refusals) {
        return objects.stream()
                .filter(object -> {
                    Box box = object.shape().box();
                    boolean inside = box.xMax() > 0 && box.yMax() > 0 && box.xMin() < width && box.yMin() < height;
                    if (!inside) {
                        refusals.refuse(new Refusal(
                                file,
                                0,
                                "object %d (%s)".formatted(object.id(), object.sourceClass()),
                                "lies outside of its image"));
                    }
                    return inside;
                })
                .toList();
    }
}
