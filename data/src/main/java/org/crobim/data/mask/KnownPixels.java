package org.crobim.data.mask;

import java.util.Optional;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.augment.Rings;

/** The mask of an object of which more than a box is annotated; nothing needs to be guessed then. */
public final class KnownPixels {
    private KnownPixels() {}

    /** Whether the outline or the pixels are annotated. */
    public static boolean areIn(ObjectShape shape) {
        return shape instanceof ObjectShape.Polygons || shape instanceof ObjectShape.Pixels;
    }

    /**
     * The pixels inside the image.
     *
     * @param shape polygons or pixels
     * @param width of the image, pixels
     * @param height of the image, pixels
     * @return empty if the object lies outside, or only a box is known
     */
    public static Optional<Mask> mask(ObjectShape shape, int width, int height) {
        Mask mask = Mask.empty(width, height);
        if (shape instanceof ObjectShape.Polygons polygons) {
            mask = Rings.mask(width, height, polygons.rings());
        } else if (shape instanceof ObjectShape.Pixels pixels) {
            mask = pasted(pixels, width, height);
        }
        return mask.area() > 0 ? Optional.of(mask) : Optional.empty();
    }

    private static Mask pasted(ObjectShape.Pixels known, int width, int height) {
        byte[] pixels = new byte[width * height];
        Mask patch = known.patch();
        for (int y = Math.max(0, -known.top()); y < patch.height() && known.top() + y < height; y++) {
            for (int x = Math.max(0, -known.left()); x < patch.width() && known.left() + x < width; x++) {
                pixels[(known.top() + y) * width + known.left() + x] = (byte) (patch.get(x, y) ? 1 : 0);
            }
        }
        return Mask.of(width, height, pixels);
    }
}
