package org.crobim.language;

import java.util.Optional;
import org.crobim.core.geometry.Box;
import org.crobim.language.attribute.Appearance;

/**
 * One annotated object as the expression rules see it: no pixels, only what can be said about it.
 *
 * @param id unique within its scene
 * @param category class
 * @param box around the visible part, pixels of the scene
 * @param areaPixels pixels of the visible part, above 0
 * @param visibleFraction visible part over the whole object, (0, 1]; a cropped object is below 1
 * @param appearance colours and form, where somebody looked
 */
public record SceneObject(
        int id,
        ObjectCategory category,
        Box box,
        double areaPixels,
        double visibleFraction,
        Optional<Appearance> appearance) {
    /** An object of which only box and area are known: nothing can be said about its colour or form. */
    public SceneObject(int id, ObjectCategory category, Box box, double areaPixels, double visibleFraction) {
        this(id, category, box, areaPixels, visibleFraction, Optional.empty());
    }

    /** The same object after somebody looked at it. */
    public SceneObject withAppearance(Appearance seen) {
        return new SceneObject(id, category, box, areaPixels, visibleFraction, Optional.of(seen));
    }
}
