package org.crobim.language.claim;

import java.util.Optional;
import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;
import org.crobim.language.rules.Verdict;

/**
 * The object lies nearer to another one than all its rivals: "the vehicle closest to the tennis court".
 *
 * <p>The other one is no rival: nothing is nearest to itself. The gap between the boxes decides.
 *
 * @param anchor names the other object; nothing is sure unless it surely names one
 */
public record Nearest(Description anchor) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        Optional<SceneObject> base = scene.named(anchor);
        return base.isPresent() ? nearestTo(base.get(), before, scene) : before.doubted();
    }

    private static Candidates nearestTo(SceneObject base, Candidates before, Scene scene) {
        Candidates others = before.filter(object -> object.id() == base.id() ? Verdict.NO : Verdict.YES);
        return others.best(
                object -> -scene.frame().gap(object, base),
                (leader, other) -> scene.rules().isNearer(leader, other, base, scene.frame()));
    }

    @Override
    public Stratum stratum() {
        return Stratum.RELATION;
    }
}
