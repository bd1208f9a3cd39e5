package org.crobim.language.claim;

import java.util.Optional;
import org.crobim.core.geometry.Box;
import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;

/**
 * The object lies in a direction from another one: "left of the bridge".
 *
 * <p>Sure when the line between the centres has that direction and the boxes do not overlap along it. An object that lies
 * wholly on that side of the other is not surely wrong before the line is at a right angle to the direction: people call
 * everything on one side of a long bridge "left" of it.
 *
 * @param bearing direction from the anchor to the object
 * @param anchor names the other object; nothing is sure unless it surely names one
 */
public record Towards(Bearing bearing, Description anchor) implements Claim {
    private static final double RIGHT_ANGLE_DEGREES = 90;

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
        if (object.id() == base.id()) {
            return Verdict.NO;
        }
        Margins.Directions margins = scene.margins().directions();
        double dx = scene.x(object) - scene.x(base);
        double dy = scene.y(object) - scene.y(base);
        if (Math.hypot(dx, dy) < margins.leastDistance()) {
            return Verdict.UNSURE;
        }
        double deviation = bearing.deviationDegrees(dx, dy);
        boolean beside = liesBeside(scene.fractions(object), scene.fractions(base));
        if (deviation <= share() * margins.yesDegrees() && beside) {
            return Verdict.YES;
        }
        double least = beside ? RIGHT_ANGLE_DEGREES : margins.noDegrees();
        return deviation >= share() * least ? Verdict.NO : Verdict.UNSURE;
    }

    /** Diagonals share their sector with two main directions, so their tolerance is half as wide. */
    private double share() {
        return bearing.isDiagonal() ? 0.5 : 1;
    }

    /** Whether the object lies wholly on that side of the base, for a diagonal on both sides. */
    private boolean liesBeside(Box object, Box base) {
        return apart(bearing.x(), object.xMin(), object.xMax(), base.xMin(), base.xMax())
                && apart(bearing.y(), object.yMin(), object.yMax(), base.yMin(), base.yMax());
    }

    private static boolean apart(int sign, double objectMin, double objectMax, double baseMin, double baseMax) {
        return sign == 0 || (sign < 0 ? objectMax <= baseMin : objectMin >= baseMax);
    }
}
