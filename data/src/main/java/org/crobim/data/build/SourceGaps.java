package org.crobim.data.build;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.language.ObjectCategory;

/**
 * What a source is known to leave without annotation. A sentence is proved against the annotations only: what they lack may fit it
 * too.
 *
 * @param borderPixels width of the band along the border of an image, source pixels, in which objects that the border cuts are not
 *     annotated; it is not used; at least 0
 * @param classes of which only some objects are annotated; they are neither named nor mentioned
 */
public record SourceGaps(int borderPixels, Set<ObjectCategory> classes) {
    /** A source that annotates everything. */
    public static final SourceGaps NONE = new SourceGaps(0, List.of());

    /** Checks the range and copies the set, in the order of the classes. */
    public SourceGaps {
        if (borderPixels < 0) {
            throw new IllegalArgumentException("A border is at least 0 pixels wide, got " + borderPixels);
        }
        classes = Collections.unmodifiableSet(enumSet(classes));
    }

    /** The same with classes as typed. */
    public SourceGaps(int borderPixels, List<ObjectCategory> classes) {
        this(borderPixels, enumSet(classes));
    }

    /** The scene with the classes of which all is annotated. */
    AnnotatedScene without(AnnotatedScene scene) {
        List<AnnotatedObject> kept = scene.objects().stream()
                .filter(object -> !classes.contains(object.category()))
                .toList();
        return new AnnotatedScene(
                scene.id(), scene.image(), scene.width(), scene.height(), scene.groundSampleDistanceMetres(), kept);
    }

    private static Set<ObjectCategory> enumSet(Collection<ObjectCategory> classes) {
        Set<ObjectCategory> ordered = EnumSet.noneOf(ObjectCategory.class);
        ordered.addAll(classes);
        return ordered;
    }
}
