package org.crobim.data.augment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;

/**
 * The objects of a scene as a view shows them: what sentences are generated from and what masks are made of.
 *
 * @param width pixels of the view
 * @param height pixels of the view
 * @param objects at least one pixel of each is seen, in the order of the scene; the place in this list is the id in the
 *     layout
 */
public record SceneView(int width, int height, List<VisibleObject> objects) {
    /**
     * The visible part of one object.
     *
     * @param category class
     * @param left of the patch, pixels of the view
     * @param top of the patch, pixels of the view
     * @param patch the pixels of the object in a rectangle that lies in the view
     * @param box around the set pixels, pixels of the view
     * @param visibleFraction part of the outline's area inside the view, (0, 1]
     */
    public record VisibleObject(
            ObjectCategory category, int left, int top, Mask patch, Box box, double visibleFraction) {}

    /** Copies the list. */
    public SceneView {
        objects = List.copyOf(objects);
    }

    /** What a view shows of the outlines of a scene. */
    public static SceneView of(OutlinedScene scene, View view) {
        List<VisibleObject> objects = new ArrayList<>();
        for (OutlinedScene.Outline outline : scene.outlines()) {
            visible(outline, view).ifPresent(objects::add);
        }
        return new SceneView(view.width(), view.height(), objects);
    }

    /** Objects with ids equal to their place in the list. */
    public SceneLayout layout() {
        List<SceneObject> described = new ArrayList<>();
        for (VisibleObject object : objects) {
            described.add(new SceneObject(
                    described.size(),
                    object.category(),
                    object.box(),
                    object.patch().area(),
                    object.visibleFraction()));
        }
        return new SceneLayout(width, height, described);
    }

    /** The mask of an object in the frame of the view. */
    public Mask mask(int id) {
        byte[] pixels = new byte[width * height];
        paint(objects.get(id), (byte) 1, pixels);
        return Mask.of(width, height, pixels);
    }

    /** Class of each pixel: 0 background, c + 1 for class ordinal c; where objects overlap the smaller one counts. */
    public byte[] categories() {
        byte[] pixels = new byte[width * height];
        objects.stream()
                .sorted(Comparator.comparingDouble(
                        (VisibleObject object) -> -object.box().area()))
                .forEach(object -> paint(object, (byte) (object.category().ordinal() + 1), pixels));
        return pixels;
    }

    private void paint(VisibleObject object, byte value, byte[] pixels) {
        Mask patch = object.patch();
        byte[] set = patch.pixels();
        for (int y = 0; y < patch.height(); y++) {
            int row = (object.top() + y) * width + object.left();
            for (int x = 0; x < patch.width(); x++) {
                if (set[y * patch.width() + x] != 0) {
                    pixels[row + x] = value;
                }
            }
        }
    }

    private static Optional<VisibleObject> visible(OutlinedScene.Outline outline, View view) {
        List<double[]> parts = new ArrayList<>();
        double whole = 0;
        double inside = 0;
        for (double[] ring : outline.rings()) {
            double[] seen = view.project(ring);
            double[] part = Rings.clip(seen, view.width(), view.height());
            whole += Rings.area(seen);
            if (part.length > 0) {
                inside += Rings.area(part);
                parts.add(part);
            }
        }
        return inside > 0 ? patch(outline.category(), parts, Math.min(1, inside / whole), view) : Optional.empty();
    }

    private static Optional<VisibleObject> patch(
            ObjectCategory category, List<double[]> parts, double fraction, View view) {
        Box around = Rings.box(parts);
        // Where a side was clipped, rounding may leave the vertex a little outside of the view.
        int left = Math.max(0, (int) Math.floor(around.xMin()));
        int top = Math.max(0, (int) Math.floor(around.yMin()));
        int width = Math.min(view.width(), (int) Math.ceil(around.xMax())) - left;
        int height = Math.min(view.height(), (int) Math.ceil(around.yMax())) - top;
        if (width < 1 || height < 1) {
            return Optional.empty();
        }
        byte[] pixels = new byte[width * height];
        Rings.fill(
                pixels,
                width,
                height,
                parts.stream().map(part -> Rings.from(left, top, part)).toList());
        Mask patch = Mask.of(width, height, pixels);
        return patch.boundingBox()
                .map(box -> new VisibleObject(
                        category,
                        left,
                        top,
                        patch,
                        new Box(left + box.xMin(), top + box.yMin(), left + box.xMax(), top + box.yMax()),
                        fraction));
    }
}
