package org.crobim.data.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crobim.core.image.RgbImage;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.attribute.AppearanceMeasurement;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.attribute.Appearance;

/**
 * The annotations of one patch.
 *
 * @param frame where it lies
 * @param objects at least one pixel of each is seen, in the order of the scene
 * @param targets ids of the objects that this patch, and no other of the image, may describe
 */
record Patch(PatchFrame frame, List<SeenObject> objects, Set<Integer> targets) {
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

    /** Copies the lists. */
    Patch {
        objects = List.copyOf(objects);
        targets = new TreeSet<>(targets);
    }

    /**
     * All patches of a scene, targets dealt out: an object that several patches show is described where most of it is seen, and of
     * equals where it lies nearest to the middle. So no object is asked about twice.
     *
     * @param border width of the band along the border of the image that is not seen, source pixels
     * @return in the order of the frames
     */
    static List<Patch> of(AnnotatedScene scene, int border, PatchRules rules) {
        List<Patch> patches = new ArrayList<>();
        for (PatchFrame frame : PatchFrame.of(scene.width(), scene.height(), border, rules)) {
            patches.add(new Patch(frame, seen(scene, frame), Set.of()));
        }
        List<Set<Integer>> dealt = new ArrayList<>();
        patches.forEach(patch -> dealt.add(new TreeSet<>()));
        for (AnnotatedObject object : scene.objects()) {
            best(object.id(), patches, rules)
                    .ifPresent(place -> dealt.get(place).add(object.id()));
        }
        List<Patch> result = new ArrayList<>();
        for (int i = 0; i < patches.size(); i++) {
            result.add(new Patch(patches.get(i).frame, patches.get(i).objects, dealt.get(i)));
        }
        return result;
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

    private static Optional<Integer> best(int id, List<Patch> patches, PatchRules rules) {
        Optional<Integer> best = Optional.empty();
        double leader = 0;
        for (int i = 0; i < patches.size(); i++) {
            Patch patch = patches.get(i);
            Optional<SeenObject> object = patch.object(id).filter(SeenObject::mayBeTarget);
            if (object.isPresent() && !patch.isCrowded(rules)) {
                double score = object.get().part().fraction()
                        - patch.offCentre(object.get().part());
                if (best.isEmpty() || score > leader) {
                    best = Optional.of(i);
                    leader = score;
                }
            }
        }
        return best;
    }

    /** Distance from the middle, small beside any difference in visibility that matters: below 0.001. */
    private double offCentre(VisiblePart part) {
        double middle = frame.sidePixels() / 2.0;
        double distance = Math.hypot(part.box().centreX() - middle, part.box().centreY() - middle);
        return 0.001 * distance / frame.sidePixels();
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
