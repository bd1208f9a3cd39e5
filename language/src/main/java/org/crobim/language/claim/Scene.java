package org.crobim.language.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.rules.Formation;
import org.crobim.language.rules.Frame;
import org.crobim.language.rules.Rules;

/** A layout prepared for judging claims: objects by class, positions as fractions of the image, the rules in force. One thread. */
public final class Scene {
    private final Frame frame;
    private final Rules rules;
    private final Map<ObjectCategory, List<SceneObject>> byCategory = new EnumMap<>(ObjectCategory.class);
    private final Map<Description, Optional<SceneObject>> named = new HashMap<>();
    private final Map<ObjectCategory, Formation> formations = new EnumMap<>(ObjectCategory.class);

    /**
     * Prepares a layout.
     *
     * @param leastVisible objects less visible than this fraction are ignored: nobody would recognise them
     * @param rules when a claim counts as sure
     */
    public Scene(SceneLayout layout, double leastVisible, Rules rules) {
        this.frame = new Frame(layout.width(), layout.height());
        this.rules = rules;
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

    /** Whether a sentence may name an object at all, by the rules in force. */
    public boolean mayBeNamed(SceneObject object) {
        return rules.mayBeNamed(object, ofCategory(object.category()), frame);
    }

    /** Which objects of a class stand together; found once. */
    public Formation formation(ObjectCategory category) {
        return formations.computeIfAbsent(category, unused -> Formation.of(ofCategory(category), frame));
    }

    /** The image in which places are judged. */
    Frame frame() {
        return frame;
    }

    Rules rules() {
        return rules;
    }
}
