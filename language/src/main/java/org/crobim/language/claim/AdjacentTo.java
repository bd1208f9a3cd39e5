package org.crobim.language.claim;

import java.util.Optional;
import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;
import org.crobim.language.rules.NeighbourhoodRules;

/**
 * The object lies next to another one, with hardly a gap: "the ship beside the harbor".
 *
 * @param anchor names the other object; nothing is sure unless it surely names one
 */
public record AdjacentTo(Description anchor) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        Optional<SceneObject> base = scene.named(anchor);
        return base.isPresent()
                ? before.filter(object -> NeighbourhoodRules.adjacent(object, base.get(), scene.frame()))
                : before.doubted();
    }

    @Override
    public Stratum stratum() {
        return Stratum.RELATION;
    }
}
