package org.crobim.data.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crobim.core.image.RgbImage;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.attribute.AppearanceMeasurement;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.attribute.Appearance;

/**
 * The annotations of one patch.
 *
 * @param frame where it lies
 * @param objects at least one pixel of each is seen, in the order of the scene
 */
record Patch(PatchFrame frame, List<SeenObject> objects) {
    /** Less visible objects are not recognised; they neither count nor rival others. */
    private static final double LEAST_RECOGNISED = 0.1;

    /** VRSBench's cutting drops what is less visible. */
    private static final double LEAST_VISIBLE_TARGET = 0.7;

    /** Smaller objects are a few pixels that nobody would recognise: 8 x 8. */
    private static final long LEAST_TARGET_PIXELS = 64;

    /**
     * One object.
     *
     * @param object its shape in pixels of the patch
     * @param part what is seen of it
     */
    record SeenObject(AnnotatedObject object, VisiblePart part) {
        boolean mayBeTarget() {
            return !object.difficult()
                    && part.fraction() >= LEAST_VISIBLE_TARGET
                    && part.areaPixels() >= LEAST_TARGET_PIXELS;
        }

        SceneObject described(RgbImage picture) {
            SceneObject plain =
                    new SceneObject(object.id(), object.category(), part.box(), part.areaPixels(), part.fraction());
            return appearance(picture).map(plain::withAppearance).orElse(plain);
        }

        /** Of a box only its direction is known: much of what it holds is ground. */
        private Optional<Appearance> appearance(RgbImage picture) {
            if (object.shape() instanceof ObjectShape.UprightBox) {
                return Optional.empty();
            }
            if (object.shape() instanceof ObjectShape.OrientedBox box) {
                return Optional.of(new Appearance(Map.of(), AppearanceMeasurement.form(box.corners())));
            }
            return Optional.of(AppearanceMeasurement.measure(picture, part.left(), part.top(), part.pixels()));
        }
    }

    /** Copies the list. */
    Patch {
        objects = List.copyOf(objects);
    }

    /**
     * All patches of a scene.
     *
     * @param border width of the band along the border of the image that is not seen, source pixels
     * @return in the order of the frames
     */
    static List<Patch> of(AnnotatedScene scene, int border, PatchRules rules) {
        return PatchFrame.of(scene.width(), scene.height(), border, rules).stream()
                .map(frame -> new Patch(frame, seen(scene, frame)))
                .toList();
    }

    private static List<SeenObject> seen(AnnotatedScene scene, PatchFrame frame) {
        List<SeenObject> objects = new ArrayList<>();
        for (AnnotatedObject object : scene.objects()) {
            if (frame.meets(object.shape().box())) {
                AnnotatedObject here = new AnnotatedObject(
                        object.id(),
                        object.category(),
                        object.sourceClass(),
                        frame.project(object.shape()),
                        object.difficult());
                VisiblePart.of(here.shape(), frame.sidePixels())
                        .ifPresent(part -> objects.add(new SeenObject(here, part)));
            }
        }
        return objects;
    }

    /** Ids of the objects that may be described here, as far as they alone decide that. */
    Set<Integer> targets() {
        return objects.stream()
                .filter(SeenObject::mayBeTarget)
                .map(seen -> seen.object().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How well an object is seen here: its visible share first, of equals the one nearer to the middle. */
    double prominence(int id) {
        VisiblePart part = object(id).orElseThrow().part();
        double middle = frame.sidePixels() / 2.0;
        double offCentre =
                Math.hypot(part.box().centreX() - middle, part.box().centreY() - middle) / frame.sidePixels();
        // Small beside any difference in visibility that matters.
        return part.fraction() - 0.001 * offCentre;
    }

    /** Objects of the class of one of them, itself among them. */
    int rivals(int id) {
        ObjectCategory category = object(id).orElseThrow().object().category();
        return (int) objects.stream()
                .filter(seen -> seen.object().category() == category)
                .count();
    }

    /** Whether more objects are recognised than the rules allow. */
    boolean isCrowded(PatchRules rules) {
        return objects.stream()
                        .filter(object -> object.part().fraction() >= LEAST_RECOGNISED)
                        .count()
                > rules.mostObjects();
    }

    /** An object that is seen. */
    Optional<SeenObject> object(int id) {
        return objects.stream().filter(object -> object.object().id() == id).findFirst();
    }

    /**
     * What sentences are made from; ids are those of the scene.
     *
     * @param picture the pixels of this patch, from which colours are taken where the outline of an object is known
     */
    SceneLayout layout(RgbImage picture) {
        return new SceneLayout(
                frame.sidePixels(),
                frame.sidePixels(),
                objects.stream().map(object -> object.described(picture)).toList());
    }
}
