package org.crobim.language.place;

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
     * How deep inside this part a point lies.
     *
     * @param x fraction of the width
     * @param y fraction of the height
     * @param firstCut where the first of the three columns and rows ends
     * @param secondCut where the last one begins
     * @return distance to the nearest grid line of the part, negative outside it; the frame of the image is no grid line
     */
    public double depth(double x, double y, double firstCut, double secondCut) {
        return Math.min(column.depth(x, firstCut, secondCut), row.depth(y, firstCut, secondCut));
    }

    /** A third of an axis. */
    private enum Band {
        FIRST,
        MIDDLE,
        LAST,
        ALL;

        private double depth(double position, double firstCut, double secondCut) {
            return switch (this) {
                case FIRST -> firstCut - position;
                case MIDDLE -> Math.min(position - firstCut, secondCut - position);
                case LAST -> position - secondCut;
                case ALL -> Double.POSITIVE_INFINITY;
            };
        }
    }
}
