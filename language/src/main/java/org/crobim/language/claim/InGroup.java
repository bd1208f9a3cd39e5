package org.crobim.language.claim;

import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;
import org.crobim.language.place.Grouping;
import org.crobim.language.rules.Verdict;

/**
 * The object stands in a row or group of its class, or apart from all others: "the second ship from the left in the row". Groups
 * are formed by all objects of the class in the scene, whatever was said before.
 *
 * @param grouping which of them
 */
public record InGroup(Grouping grouping) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        return before.filter(object -> judge(object, scene));
    }

    private Verdict judge(SceneObject object, Scene scene) {
        ObjectCategory category = object.category();
        return scene.formation(category).judge(grouping, object);
    }

    @Override
    public Stratum stratum() {
        return Stratum.RELATION;
    }
}
