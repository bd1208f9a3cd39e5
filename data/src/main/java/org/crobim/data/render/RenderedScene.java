package org.crobim.data.render;

import java.util.Arrays;
import java.util.List;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.language.SceneLayout;

/**
 * A picture with everything annotated in it.
 *
 * @param image the picture
 * @param objects all annotated objects, ids equal to their place in the list
 */
public record RenderedScene(RgbImage image, List<RenderedObject> objects) {
    /** Copies the list. */
    public RenderedScene {
        objects = List.copyOf(objects);
    }

    /** The scene as the expression rules see it. */
    public SceneLayout layout() {
        return new SceneLayout(
                image.width(),
                image.height(),
                objects.stream().map(RenderedObject::toSceneObject).toList());
    }

    /** The full-size mask of an object. */
    public Mask mask(int id) {
        return objects.get(id).mask(image.width(), image.height());
    }

    /** Class of each pixel, rows from the top: 0 background, c + 1 for class ordinal c. */
    public byte[] categories() {
        byte[] categories = new byte[image.width() * image.height()];
        for (RenderedObject object : objects) {
            byte value = (byte) (object.category().ordinal() + 1);
            Mask patch = object.patch();
            for (int y = 0; y < patch.height(); y++) {
                for (int x = 0; x < patch.width(); x++) {
                    if (patch.get(x, y)) {
                        categories[(object.top() + y) * image.width() + object.left() + x] = value;
                    }
                }
            }
        }
        return categories;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenderedScene scene
                && Arrays.equals(image.rgb(), scene.image.rgb())
                && objects.equals(scene.objects);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(image.rgb()) + objects.hashCode();
    }
}
