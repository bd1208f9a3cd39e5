package org.crobim.data.augment;

import java.util.List;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.language.ObjectCategory;

/**
 * An image and the outlines of its annotated objects.
 *
 * @param image the picture
 * @param outlines in its continuous pixel frame
 */
public record OutlinedScene(RgbImage image, List<Outline> outlines) {
    /**
     * The border of one object.
     *
     * @param category class
     * @param rings {@code x1, y1, x2, y2, ...}, not closed, continuous pixels; their union is the object; not copied,
     *     treat as immutable
     */
    public record Outline(ObjectCategory category, List<double[]> rings) {
        /** Copies the list. */
        public Outline {
            rings = List.copyOf(rings);
        }

        /** The box around all rings. */
        public Box box() {
            return Rings.box(rings);
        }
    }

    /** Copies the list. */
    public OutlinedScene {
        outlines = List.copyOf(outlines);
    }
}
