package org.crobim.language.rules;

import org.crobim.language.SceneObject;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/**
 * How clearly a claim must hold, or fail, before it counts as sure.
 *
 * @param cells for parts of the image
 * @param gap lead of the left-most, right-most, top-most or bottom-most object over the next, and of the nearest over the next;
 *     fraction of the image side
 * @param size for largest and smallest
 * @param directions for directions from another object
 */
public record Margins(Cells cells, double gap, Size size, Directions directions) implements Rules {
    private static final double THIRD = 1 / 3.0;
    private static final double RIGHT_ANGLE_DEGREES = 90;

    /** Far from the anchor a lead of a few percent cannot be seen; Weber's law asks for a proportion. */
    private static final double CLEAR_PROPORTION = 1.3;

    /** For sentences that name an object. Gap and area ratio follow VRSBench and Aerial-D, the others are our choice. */
    public static final Margins SAFE =
            new Margins(new Cells(0.04, 0.06, 0.12), 0.06, new Size(1.5, 0.95), new Directions(30, 70, 0.15));

    /** For sentences that must name nothing: farther away from being true. */
    public static final Margins WIDE =
            new Margins(new Cells(0.04, 0.12, 0.18), 0.06, new Size(1.5, 0.95), new Directions(30, 85, 0.15));

    /**
     * Distances from the lines of the 3 x 3 grid, fractions of the image side.
     *
     * @param inside an object this far inside its cell surely lies in it
     * @param outside an object this far outside a cell surely does not lie in it
     * @param outsideSide the same for a whole side of the image, which people draw more generously than a cell
     */
    public record Cells(double inside, double outside, double outsideSide) {
        /** Checks the ranges. */
        public Cells {
            if (!(inside > 0 && inside < 1 / 6.0 && outside > 0 && outsideSide > 0)) {
                throw new IllegalArgumentException("Cells need inside in 0..1/6 and outside above 0, got %s, %s and %s"
                        .formatted(inside, outside, outsideSide));
            }
        }
    }

    /**
     * What makes a size sure.
     *
     * @param ratio area of the larger over the smaller object, at least 1
     * @param wholeFraction objects less visible than this have no sure size
     */
    public record Size(double ratio, double wholeFraction) {
        /** Checks the ranges. */
        public Size {
            if (!(ratio >= 1 && wholeFraction >= 0 && wholeFraction <= 1)) {
                throw new IllegalArgumentException(
                        "Sizes need a ratio of at least 1 and a fraction in 0..1, got %s and %s"
                                .formatted(ratio, wholeFraction));
            }
        }
    }

    /**
     * What makes a direction sure. Both angles are halved for diagonals, which lie between two main directions.
     *
     * @param yesDegrees largest deviation that surely still counts as the direction
     * @param noDegrees smallest deviation that surely does not
     * @param leastDistance centres nearer than this have no sure direction; fraction of the image side
     */
    public record Directions(double yesDegrees, double noDegrees, double leastDistance) {
        /** Checks the ranges. */
        public Directions {
            if (!(yesDegrees > 0 && yesDegrees <= noDegrees && noDegrees <= 90 && leastDistance >= 0)) {
                throw new IllegalArgumentException(
                        "Directions need 0 < yes <= no <= 90 degrees and a distance of at least 0, got %s, %s and %s"
                                .formatted(yesDegrees, noDegrees, leastDistance));
            }
        }
    }

    /** Checks the range. */
    public Margins {
        if (!(gap > 0 && gap < 1)) {
            throw new IllegalArgumentException("Gap must lie in 0..1 of the image side, got %s".formatted(gap));
        }
    }

    @Override
    public Verdict inRegion(Region region, SceneObject object, Frame frame) {
        double depth = region.depth(frame.x(object), frame.y(object), THIRD, 2 * THIRD);
        if (depth >= cells.inside()) {
            return Verdict.YES;
        }
        double outside = region.isSide() ? cells.outsideSide() : cells.outside();
        return depth <= -outside ? Verdict.NO : Verdict.UNSURE;
    }

    /** {@inheritDoc} Centres decide; the lead is sure when the edge that faces the side does not lie behind the other object's. */
    @Override
    public boolean isFurther(Side side, SceneObject leader, SceneObject other, Frame frame) {
        return Reach.centre(side, leader, frame) - Reach.centre(side, other, frame) >= gap
                && Reach.edge(side, leader, frame) >= Reach.edge(side, other, frame);
    }

    /** {@inheritDoc} An object that is cut by the frame or hidden has no sure size: neither it nor anything compared with it. */
    @Override
    public boolean isAhead(SizeRank rank, SceneObject leader, SceneObject other) {
        return leader.visibleFraction() >= size.wholeFraction()
                && other.visibleFraction() >= size.wholeFraction()
                && rank.ratio(leader.areaPixels(), other.areaPixels()) >= size.ratio();
    }

    /**
     * {@inheritDoc} Sure when the line between the centres has that direction and the boxes do not overlap along it. An object that
     * lies wholly on that side of the other is not surely wrong before the line is at a right angle to the direction: people call
     * everything on one side of a long bridge "left" of it.
     */
    @Override
    public Verdict towards(Bearing bearing, SceneObject object, SceneObject base, Frame frame) {
        double dx = frame.x(object) - frame.x(base);
        double dy = frame.y(object) - frame.y(base);
        if (Math.hypot(dx, dy) < directions.leastDistance()) {
            return Verdict.UNSURE;
        }
        // Diagonals share their sector with two main directions, so their tolerance is half as wide.
        double share = bearing.isDiagonal() ? 0.5 : 1;
        double deviation = bearing.deviationDegrees(dx, dy);
        boolean beside = bearing.separates(frame.fractions(object), frame.fractions(base));
        if (deviation <= share * directions.yesDegrees() && beside) {
            return Verdict.YES;
        }
        double least = beside ? RIGHT_ANGLE_DEGREES : directions.noDegrees();
        return deviation >= share * least ? Verdict.NO : Verdict.UNSURE;
    }

    /** {@inheritDoc} A lead is sure when it is wide, clear in proportion too, and the centres agree. */
    @Override
    public boolean isNearer(SceneObject leader, SceneObject other, SceneObject base, Frame frame) {
        double near = frame.gap(leader, base);
        double far = frame.gap(other, base);
        return far - near >= gap
                && far >= CLEAR_PROPORTION * near
                && frame.centreDistance(leader, base) < frame.centreDistance(other, base);
    }
}
