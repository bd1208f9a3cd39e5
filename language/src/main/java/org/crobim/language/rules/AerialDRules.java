package org.crobim.language.rules;

import org.crobim.language.SceneObject;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/**
 * The rules of Aerial-D (arXiv 2512.07338), for patches of 480 pixels. Nearness is not ruled there: {@link Margins#SAFE} do.
 *
 * @param band a centre this near to a line of the 3 x 3 grid lies in both cells; fraction of the image. The paper's band of 10 %
 *     around a border is read as 5 % to either side
 * @param extremeLead lead of the left-most over the next, fraction of the image
 * @param ratio area of the largest over the next, and of the next over the smallest
 * @param sectorDegrees width of a direction before neighbours overlap
 * @param overlapDegrees width of the part that two neighbouring directions share
 * @param reachPixels objects farther apart have no direction, of 480
 */
record AerialDRules(
        double band, double extremeLead, double ratio, double sectorDegrees, double overlapDegrees, double reachPixels)
        implements Rules {
    static final AerialDRules PUBLISHED = new AerialDRules(0.05, 0.05, 1.5, 45, 15, 150);

    private static final double PATCH_SIDE = 480;
    private static final double THIRD = 1 / 3.0;

    /** Beyond the published threshold nothing is surely wrong before it is wrong by this much; our choice. */
    private static final double WRONG_BAND = 0.02;

    private static final double WRONG_DEGREES = 10;

    @Override
    public Verdict inRegion(Region region, SceneObject object, Frame frame) {
        double depth = region.depth(frame.x(object), frame.y(object), THIRD, 2 * THIRD);
        if (depth >= -band) {
            return Verdict.YES;
        }
        double outside = region.isSide() ? Margins.SAFE.cells().outsideSide() : band + WRONG_BAND;
        return depth <= -outside ? Verdict.NO : Verdict.UNSURE;
    }

    @Override
    public boolean isFurther(Side side, SceneObject leader, SceneObject other, Frame frame) {
        return Reach.centre(side, leader, frame) - Reach.centre(side, other, frame) > extremeLead;
    }

    @Override
    public boolean isAhead(SizeRank rank, SceneObject leader, SceneObject other) {
        double whole = Margins.SAFE.size().wholeFraction();
        return leader.visibleFraction() >= whole
                && other.visibleFraction() >= whole
                && rank.ratio(leader.areaPixels(), other.areaPixels()) >= ratio;
    }

    /** Nothing is wrong for being far away only: "left of the bridge" does not say how far. */
    @Override
    public Verdict towards(Bearing bearing, SceneObject object, SceneObject base, Frame frame) {
        double dx = frame.x(object) - frame.x(base);
        double dy = frame.y(object) - frame.y(base);
        double reach = (sectorDegrees + overlapDegrees) / 2;
        double deviation = bearing.deviationDegrees(dx, dy);
        if (deviation <= reach) {
            return Math.hypot(dx, dy) <= reachPixels / PATCH_SIDE ? Verdict.YES : Verdict.UNSURE;
        }
        return deviation >= reach + WRONG_DEGREES ? Verdict.NO : Verdict.UNSURE;
    }

    @Override
    public boolean isNearer(SceneObject leader, SceneObject other, SceneObject base, Frame frame) {
        return Margins.SAFE.isNearer(leader, other, base, frame);
    }
}
