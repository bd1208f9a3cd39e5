package org.crobim.language.claim;

import java.util.List;

/** A part of the image that has a name: a cell of the 3 x 3 grid, or a whole outer column or row. */
public enum Region {
    TOP_LEFT(Band.FIRST, Band.FIRST),
    TOP_CENTER(Band.MIDDLE, Band.FIRST),
    TOP_RIGHT(Band.LAST, Band.FIRST),
    MIDDLE_LEFT(Band.FIRST, Band.MIDDLE),
    CENTER(Band.MIDDLE, Band.MIDDLE),
    MIDDLE_RIGHT(Band.LAST, Band.MIDDLE),
    BOTTOM_LEFT(Band.FIRST, Band.LAST),
    BOTTOM_CENTER(Band.MIDDLE, Band.LAST),
    BOTTOM_RIGHT(Band.LAST, Band.LAST),
    LEFT(Band.FIRST, Band.ALL),
    RIGHT(Band.LAST, Band.ALL),
    TOP(Band.ALL, Band.FIRST),
    BOTTOM(Band.ALL, Band.LAST);

    /** The four outer columns and rows. */
    public static final List<Region> SIDES = List.of(LEFT, RIGHT, TOP, BOTTOM);

    private final Band column;
    private final Band row;

    Region(Band column, Band row) {
        this.column = column;
        this.row = row;
    }

    /** Whether this is a whole column or row. */
    public boolean isSide() {
        return column == Band.ALL || row == Band.ALL;
    }

    /** Whether this is a whole column, left or right. */
    public boolean isColumn() {
        return row == Band.ALL;
    }

    /**
     * Judges a point.
     *
     * @param x fraction of the width
     * @param y fraction of the height
     */
    Verdict judge(double x, double y, Margins margins) {
        double inside = margins.cells().inside();
        double outside =
                isSide() ? margins.cells().outsideSide() : margins.cells().outside();
        return column.judge(x, inside, outside).and(row.judge(y, inside, outside));
    }

    /** A third of an axis. */
    private enum Band {
        FIRST,
        MIDDLE,
        LAST,
        ALL;

        private static final double THIRD = 1 / 3.0;

        Verdict judge(double position, double inside, double outside) {
            double depth = depth(position);
            if (depth >= inside) {
                return Verdict.YES;
            }
            return depth <= -outside ? Verdict.NO : Verdict.UNSURE;
        }

        /** Distance to the nearest grid line of the band, negative outside it; the frame of the image is no grid line. */
        private double depth(double position) {
            return switch (this) {
                case FIRST -> THIRD - position;
                case MIDDLE -> Math.min(position - THIRD, 2 * THIRD - position);
                case LAST -> position - 2 * THIRD;
                case ALL -> Double.POSITIVE_INFINITY;
            };
        }
    }
}
