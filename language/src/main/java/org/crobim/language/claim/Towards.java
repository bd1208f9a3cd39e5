package org.crobim.language.claim;

import java.util.Optional;
import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;
import org.crobim.language.place.Bearing;
import org.crobim.language.rules.Verdict;

/**
 * The object lies in a direction from another one: "left of the bridge".
 *
 * @param bearing direction from the anchor to the object
 * @param anchor names the other object; nothing is sure unless it surely names one
 */
public record Towards(Bearing bearing, Description anchor) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        Optional<SceneObject> base = scene.named(anchor);
        return base.isPresent() ? before.filter(object -> judge(object, base.get(), scene)) : before.doubted();
    }

    @Override
    public Stratum stratum() {
        return Stratum.RELATION;
    }

    private Verdict judge(SceneObject object, SceneObject base, Scene scene) {
        return object.id() == base.id() ? Verdict.NO : scene.rules().towards(bearing, object, base, scene.frame());
    }
}
