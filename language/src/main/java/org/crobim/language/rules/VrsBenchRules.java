package org.crobim.language.rules;

import java.util.List;
import org.crobim.core.geometry.Box;
import org.crobim.language.SceneObject;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/**
 * The extraction rules of VRSBench (lx709/VRSBench), for patches of 512 pixels; in images of another size the pixels count for the
 * same fraction. Where VRSBench rules nothing (directions, nearness; how wrong is surely wrong) {@link Margins#SAFE} do.
 *
 * @param firstCut columns and rows of the 3 x 3 grid end here, fraction of the image
 * @param secondCut and here
 * @param sideCut a whole side reaches so far into the image, fraction
 * @param extremePixels lead of the left-most over the next, of 512
 * @param largerRatio area of the largest over the next
 * @param smallerRatio area of the smallest over the next
 * @param crowdedGap objects with one of their class nearer than this are not named, fraction of the image
 * @param crowdSize nor are those of a class with so many objects; both may be named when they are extreme
 */
record VrsBenchRules(
        double firstCut,
        double secondCut,
        double sideCut,
        double extremePixels,
        double largerRatio,
        double smallerRatio,
        double crowdedGap,
        int crowdSize)
        implements Rules {
    static final VrsBenchRules PUBLISHED = new VrsBenchRules(0.33, 0.66, 0.3, 30, 1.44, 0.64, 0.15, 10);

    private static final double PATCH_SIDE = 512;

    /** The whole box must lie inside; a box of which the centre is clearly outside surely does not lie there. */
    @Override
    public Verdict inRegion(Region region, SceneObject object, Frame frame) {
        Box box = frame.fractions(object);
        double first = region.isSide() ? sideCut : firstCut;
        double second = region.isSide() ? 1 - sideCut : secondCut;
        double depth = Math.min(
                region.depth(box.xMin(), box.yMin(), first, second),
                region.depth(box.xMax(), box.yMax(), first, second));
        if (depth > 0) {
            return Verdict.YES;
        }
        return Margins.SAFE.inRegion(region, object, frame) == Verdict.NO ? Verdict.NO : Verdict.UNSURE;
    }

    @Override
    public boolean isFurther(Side side, SceneObject leader, SceneObject other, Frame frame) {
        return Reach.centre(side, leader, frame) - Reach.centre(side, other, frame) >= extremePixels / PATCH_SIDE
                && Reach.edge(side, leader, frame) >= Reach.edge(side, other, frame);
    }

    @Override
    public boolean isAhead(SizeRank rank, SceneObject leader, SceneObject other) {
        double whole = Margins.SAFE.size().wholeFraction();
        double ratio = rank.ratio(leader.areaPixels(), other.areaPixels());
        return leader.visibleFraction() >= whole
                && other.visibleFraction() >= whole
                && ratio > (rank == SizeRank.LARGEST ? largerRatio : 1 / smallerRatio);
    }

    @Override
    public Verdict towards(Bearing bearing, SceneObject object, SceneObject base, Frame frame) {
        return Margins.SAFE.towards(bearing, object, base, frame);
    }

    @Override
    public boolean isNearer(SceneObject leader, SceneObject other, SceneObject base, Frame frame) {
        return Margins.SAFE.isNearer(leader, other, base, frame);
    }

    @Override
    public boolean mayBeNamed(SceneObject object, List<SceneObject> sameClass, Frame frame) {
        boolean crowded = sameClass.size() >= crowdSize
                || sameClass.stream()
                        .anyMatch(other -> other.id() != object.id() && axisGap(object, other, frame) < crowdedGap);
        return !crowded || isExtreme(object, sameClass, frame);
    }

    private boolean isExtreme(SceneObject object, List<SceneObject> sameClass, Frame frame) {
        for (Side side : Side.values()) {
            if (sameClass.stream()
                    .allMatch(other -> other.id() == object.id() || isFurther(side, object, other, frame))) {
                return true;
            }
        }
        return false;
    }

    /** VRSBench's distance of boxes: the gap along the axis where there is one, sqrt((gx^2 + gy^2) / 2) across corners. */
    private static double axisGap(SceneObject object, SceneObject other, Frame frame) {
        Box a = frame.fractions(object);
        Box b = frame.fractions(other);
        double dx = Math.max(0, Math.max(a.xMin() - b.xMax(), b.xMin() - a.xMax()));
        double dy = Math.max(0, Math.max(a.yMin() - b.yMax(), b.yMin() - a.yMax()));
        return dx > 0 && dy > 0 ? Math.sqrt((dx * dx + dy * dy) / 2) : Math.max(dx, dy);
    }
}
