package org.crobim.language.claim;

import java.util.Optional;
import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;
import org.crobim.language.rules.NeighbourhoodRules;

/**
 * The object lies between two others: "the vehicle between the bridge and the roundabout".
 *
 * @param first names one of the others; nothing is sure unless both surely name one each
 * @param second names another one
 */
public record Between(Description first, Description second) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        Optional<SceneObject> one = scene.named(first);
        Optional<SceneObject> other = scene.named(second);
        if (one.isEmpty() || other.isEmpty() || one.get().id() == other.get().id()) {
            return before.doubted();
        }
        return before.filter(object -> NeighbourhoodRules.between(object, one.get(), other.get(), scene.frame()));
    }

    @Override
    public Stratum stratum() {
        return Stratum.RELATION;
    }
}
