package org.crobim.language.claim;

import java.util.Optional;
import org.crobim.core.geometry.Box;
import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;

/**
 * The object lies nearer to another one than all its rivals: "the vehicle closest to the tennis court".
 *
 * <p>The other one is no rival: nothing is nearest to itself. The gap between the boxes decides. A lead is sure when it is wide, clear in proportion too, and the centres agree.
 *
 * @param anchor names the other object; nothing is sure unless it surely names one
 */
public record Nearest(Description anchor) implements Claim {
    /** Far from the anchor a lead of a few percent cannot be seen; Weber's law asks for a proportion. */
    private static final double CLEAR_PROPORTION = 1.3;

    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        Optional<SceneObject> base = scene.named(anchor);
        return base.isPresent() ? nearestTo(base.get(), before, scene) : before.doubted();
    }

    private static Candidates nearestTo(SceneObject base, Candidates before, Scene scene) {
        Candidates others = before.filter(object -> object.id() == base.id() ? Verdict.NO : Verdict.YES);
        return others.best(
                object -> -gap(object, base, scene), (leader, other) -> surelyNearer(leader, other, base, scene));
    }

    @Override
    public Stratum stratum() {
        return Stratum.RELATION;
    }

    private static boolean surelyNearer(SceneObject leader, SceneObject other, SceneObject base, Scene scene) {
        double near = gap(leader, base, scene);
        double far = gap(other, base, scene);
        return far - near >= scene.margins().gap()
                && far >= CLEAR_PROPORTION * near
                && centreDistance(leader, base, scene) < centreDistance(other, base, scene);
    }

    /** Distance between the boxes, 0 where they touch; fractions of the image. */
    private static double gap(SceneObject object, SceneObject base, Scene scene) {
        Box a = scene.fractions(object);
        Box b = scene.fractions(base);
        double dx = Math.max(0, Math.max(a.xMin() - b.xMax(), b.xMin() - a.xMax()));
        double dy = Math.max(0, Math.max(a.yMin() - b.yMax(), b.yMin() - a.yMax()));
        return Math.hypot(dx, dy);
    }

    private static double centreDistance(SceneObject object, SceneObject base, Scene scene) {
        return Math.hypot(scene.x(object) - scene.x(base), scene.y(object) - scene.y(base));
    }
}
