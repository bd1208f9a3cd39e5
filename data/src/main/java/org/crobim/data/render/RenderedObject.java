package org.crobim.data.render;

import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneObject;

/**
 * One annotated object of a rendered scene.
 *
 * @param id unique in its scene, from 0 without gaps
 * @param category class
 * @param left first image column of the patch
 * @param top first image row of the patch
 * @param patch visible pixels of the object inside its bounding box, at least one
 * @param visibleFraction visible part over the whole object, (0, 1]
 */
public record RenderedObject(int id, ObjectCategory category, int left, int top, Mask patch, double visibleFraction) {
    /** The bounding box of the visible part, pixels of the image. */
    public Box box() {
        return new Box(left, top, left + patch.width(), top + patch.height());
    }

    /** The mask at the size of the image. */
    public Mask mask(int imageWidth, int imageHeight) {
        byte[] pixels = new byte[imageWidth * imageHeight];
        for (int y = 0; y < patch.height(); y++) {
            System.arraycopy(patch.pixels(), y * patch.width(), pixels, (top + y) * imageWidth + left, patch.width());
        }
        return Mask.of(imageWidth, imageHeight, pixels);
    }

    /** What the expression rules need to know. */
    public SceneObject toSceneObject() {
        return new SceneObject(id, category, box(), patch.area(), visibleFraction);
    }
}
