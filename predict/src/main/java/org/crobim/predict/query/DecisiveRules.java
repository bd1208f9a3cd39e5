package org.crobim.predict.query;

import org.crobim.core.geometry.Box;
import org.crobim.language.SceneObject;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;
import org.crobim.language.rules.Frame;
import org.crobim.language.rules.Rules;
import org.crobim.language.rules.Verdict;

/**
 * Rules for answering: every comparison has a winner, however narrow its lead, and a place is the ninth of the frame that bears
 * its name. The rules for asking ({@link org.crobim.language.rules.Margins}) want a clear lead instead, which among hundreds of
 * objects nobody has.
 *
 * @param generosity an object counts as lying in a place when it is no farther outside than this, fraction of the frame; 1/6 makes
 *     the outer thirds halves
 */
record DecisiveRules(double generosity) implements Rules {
    /** The ninths themselves. */
    static final DecisiveRules NINTHS = new DecisiveRules(0);

    /** Halves and quarters, as people use the same words more loosely. */
    static final DecisiveRules HALVES = new DecisiveRules(1 / 6.0);

    private static final double THIRD = 1 / 3.0;
    private static final double CLEARLY_DEGREES = 45;
    private static final double RIGHT_ANGLE_DEGREES = 90;

    @Override
    public Verdict inRegion(Region region, SceneObject object, Frame frame) {
        double depth = region.depth(frame.x(object), frame.y(object), THIRD, 2 * THIRD);
        return depth >= -generosity ? Verdict.YES : Verdict.NO;
    }

    /** {@inheritDoc} Centres decide; of two with one centre the first one leads. */
    @Override
    public boolean isFurther(Side side, SceneObject leader, SceneObject other, Frame frame) {
        return switch (side) {
            case LEFT -> frame.x(leader) <= frame.x(other);
            case RIGHT -> frame.x(leader) >= frame.x(other);
            case TOP -> frame.y(leader) <= frame.y(other);
            case BOTTOM -> frame.y(leader) >= frame.y(other);
        };
    }

    @Override
    public boolean isAhead(SizeRank rank, SceneObject leader, SceneObject other) {
        return rank.ratio(leader.areaPixels(), other.areaPixels()) >= 1;
    }

    /**
     * {@inheritDoc} Within 45 degrees of the direction; what lies wholly on that side but farther round is unsure: it counts where
     * nothing lies nearer to the direction.
     */
    @Override
    public Verdict towards(Bearing bearing, SceneObject object, SceneObject base, Frame frame) {
        double dx = frame.x(object) - frame.x(base);
        double dy = frame.y(object) - frame.y(base);
        double deviation = bearing.deviationDegrees(dx, dy);
        if (deviation <= CLEARLY_DEGREES) {
            return Verdict.YES;
        }
        boolean beside = bearing.separates(frame.fractions(object), frame.fractions(base));
        return beside && deviation < RIGHT_ANGLE_DEGREES ? Verdict.UNSURE : Verdict.NO;
    }

    @Override
    public boolean isNearer(SceneObject leader, SceneObject other, SceneObject base, Frame frame) {
        return distance(leader, base) <= distance(other, base);
    }

    /** Gap between the boxes, pixels; 0 where they touch. */
    static double distance(SceneObject object, SceneObject base) {
        Box one = object.box();
        Box other = base.box();
        double dx = Math.max(0, Math.max(one.xMin() - other.xMax(), other.xMin() - one.xMax()));
        double dy = Math.max(0, Math.max(one.yMin() - other.yMax(), other.yMin() - one.yMax()));
        return Math.hypot(dx, dy);
    }
}
