package org.crobim.language.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crobim.core.geometry.Box;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;

/** A layout prepared for judging claims: objects by class, positions as fractions of the image, the margins in force. One thread. */
public final class Scene {
    private final double width;
    private final double height;
    private final Margins margins;
    private final Map<ObjectCategory, List<SceneObject>> byCategory = new EnumMap<>(ObjectCategory.class);
    private final Map<Description, Optional<SceneObject>> named = new HashMap<>();

    /**
     * Prepares a layout.
     *
     * @param leastVisible objects less visible than this fraction are ignored: nobody would recognise them
     */
    public Scene(SceneLayout layout, double leastVisible, Margins margins) {
        this.width = layout.width();
        this.height = layout.height();
        this.margins = margins;
        for (SceneObject object : layout.objects()) {
            if (object.visibleFraction() >= leastVisible) {
                byCategory
                        .computeIfAbsent(object.category(), unused -> new ArrayList<>())
                        .add(object);
            }
        }
    }

    /** Classes that have an object here, in the order of the enumeration. */
    public Set<ObjectCategory> categories() {
        return Collections.unmodifiableSet(byCategory.keySet());
    }

    /** The objects of a class, possibly none. */
    public List<SceneObject> ofCategory(ObjectCategory category) {
        return Collections.unmodifiableList(byCategory.getOrDefault(category, List.of()));
    }

    /** The one object that a description surely names; remembered, because many claims start from the same object. */
    Optional<SceneObject> named(Description description) {
        Optional<SceneObject> known = named.get(description);
        if (known == null) {
            Candidates candidates = description.resolve(this);
            known = candidates.target().isPresent()
                    ? Optional.of(candidates.sure().get(0))
                    : Optional.empty();
            named.put(description, known);
        }
        return known;
    }

    Margins margins() {
        return margins;
    }

    /** Centre, fraction of the width. */
    double x(SceneObject object) {
        return object.box().centreX() / width;
    }

    /** Centre, fraction of the height. */
    double y(SceneObject object) {
        return object.box().centreY() / height;
    }

    /** The box in fractions of width and height. */
    Box fractions(SceneObject object) {
        Box box = object.box();
        return new Box(box.xMin() / width, box.yMin() / height, box.xMax() / width, box.yMax() / height);
    }
}
