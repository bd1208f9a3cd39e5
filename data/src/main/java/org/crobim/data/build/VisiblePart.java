package org.crobim.data.build;

import java.util.List;
import java.util.Optional;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.augment.OutlinedScene;
import org.crobim.data.augment.SceneView;
import org.crobim.data.augment.View;
import org.crobim.language.ObjectCategory;

/**
 * What a square patch shows of a shape. Of a box everything inside it counts, since nothing better is known.
 *
 * @param left column of the first pixel of {@code pixels}, pixels of the patch
 * @param top row of the first pixel of {@code pixels}, pixels of the patch
 * @param pixels the visible pixels, at least one, all inside the patch
 * @param fraction visible part over the whole shape, (0, 1]
 */
record VisiblePart(int left, int top, Mask pixels, double fraction) {
    /** The geometry asks for an image but reads no pixel of it. */
    private static final RgbImage UNREAD = new RgbImage(1, 1, new byte[3]);

    /**
     * The visible part; empty if no pixel is seen.
     *
     * @param shape in pixels of the patch
     */
    static Optional<VisiblePart> of(ObjectShape shape, int sidePixels) {
        if (shape instanceof ObjectShape.Pixels pixels) {
            return ofPixels(pixels, sidePixels);
        } else if (shape instanceof ObjectShape.Polygons polygons) {
            return ofRings(polygons.rings(), sidePixels);
        } else if (shape instanceof ObjectShape.OrientedBox box) {
            return ofRings(List.of(box.corners()), sidePixels);
        }
        Box box = shape.box();
        double[] ring = {box.xMin(), box.yMin(), box.xMax(), box.yMin(), box.xMax(), box.yMax(), box.xMin(), box.yMax()
        };
        return ofRings(List.of(ring), sidePixels);
    }

    private static Optional<VisiblePart> ofRings(List<double[]> rings, int side) {
        // Nor does the class play a part in what is seen.
        OutlinedScene.Outline outline = new OutlinedScene.Outline(ObjectCategory.VEHICLE, rings);
        View patch = new View(new Box(0, 0, side, side), side, side, View.Orientation.UPRIGHT);
        return SceneView.of(new OutlinedScene(UNREAD, List.of(outline)), patch).objects().stream()
                .findFirst()
                .map(seen -> new VisiblePart(seen.left(), seen.top(), seen.patch(), seen.visibleFraction()));
    }

    private static Optional<VisiblePart> ofPixels(ObjectShape.Pixels pixels, int side) {
        Mask mask = pixels.patch();
        int fromX = Math.max(0, -pixels.left());
        int fromY = Math.max(0, -pixels.top());
        int width = Math.min(mask.width(), side - pixels.left()) - fromX;
        int height = Math.min(mask.height(), side - pixels.top()) - fromY;
        if (width < 1 || height < 1) {
            return Optional.empty();
        }
        byte[] seen = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(mask.pixels(), (fromY + y) * mask.width() + fromX, seen, y * width, width);
        }
        Mask visible = Mask.of(width, height, seen);
        return visible.area() == 0
                ? Optional.empty()
                : Optional.of(new VisiblePart(
                        pixels.left() + fromX,
                        pixels.top() + fromY,
                        visible,
                        pixels.fraction() * visible.area() / mask.area()));
    }

    /** Number of visible pixels. */
    long areaPixels() {
        return pixels.area();
    }

    /** The box around the visible pixels, pixels of the patch. */
    Box box() {
        Box inside = pixels.boundingBox().orElseThrow();
        return new Box(left + inside.xMin(), top + inside.yMin(), left + inside.xMax(), top + inside.yMax());
    }

    /** The visible pixels in a mask of the size of the patch. */
    Mask mask(int sidePixels) {
        byte[] painted = new byte[sidePixels * sidePixels];
        for (int y = 0; y < pixels.height(); y++) {
            System.arraycopy(
                    pixels.pixels(), y * pixels.width(), painted, (top + y) * sidePixels + left, pixels.width());
        }
        return Mask.of(sidePixels, sidePixels, painted);
    }
}
