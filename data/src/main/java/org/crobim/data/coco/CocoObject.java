package org.crobim.data.coco;

import java.util.List;
import org.crobim.core.geometry.Box;
import org.crobim.data.augment.Rings;
import org.crobim.language.ObjectCategory;

/**
 * One outlined object.
 *
 * @param category class
 * @param rings at least one; each {@code x1, y1, x2, y2, ...}, not closed, either orientation; vertices name pixels
 *     (3 is the fourth pixel, not an edge) and lie inside the image; several rings are a union; not copied, treat as
 *     immutable
 */
public record CocoObject(ObjectCategory category, List<double[]> rings) {
    /** Checks that every ring encloses something and copies the list. */
    public CocoObject {
        rings = List.copyOf(rings);
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("An outlined %s has no ring".formatted(category.canonicalName()));
        }
        for (double[] ring : rings) {
            if (ring.length < 6 || ring.length % 2 != 0) {
                throw new IllegalArgumentException("An outlined %s has a ring of %d numbers, expected pairs, at least 3"
                        .formatted(category.canonicalName(), ring.length));
            }
        }
    }

    /** The box around all pixels of the object, border pixels included, as edges. */
    public Box box() {
        Box vertices = Rings.box(rings);
        return new Box(vertices.xMin(), vertices.yMin(), vertices.xMax() + 1, vertices.yMax() + 1);
    }
}
