package org.crobim.language.place;

import java.util.Arrays;
import org.crobim.core.geometry.Box;

/** One of eight directions in the image; up means towards the top edge, not north. */
public enum Bearing {
    RIGHT(1, 0),
    ABOVE_RIGHT(1, -1),
    ABOVE(0, -1),
    ABOVE_LEFT(-1, -1),
    LEFT(-1, 0),
    BELOW_LEFT(-1, 1),
    BELOW(0, 1),
    BELOW_RIGHT(1, 1);

    private final int x;
    private final int y;

    Bearing(int x, int y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The direction of a step.
     *
     * @param x -1 left, 0, 1 right
     * @param y -1 up, 0, 1 down, not 0 together with x
     */
    public static Bearing of(int x, int y) {
        return Arrays.stream(values())
                .filter(bearing -> bearing.x == x && bearing.y == y)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A direction needs steps of -1, 0 or 1, not both 0, got (%d, %d)".formatted(x, y)));
    }

    /** Horizontal part: -1 left, 0, 1 right. */
    public int x() {
        return x;
    }

    /** Vertical part: -1 above, 0, 1 below. */
    public int y() {
        return y;
    }

    /** Whether this lies between two of the main directions. */
    public boolean isDiagonal() {
        return x != 0 && y != 0;
    }

    /** Degrees, 0..180, between this direction and a step of (dx, dy), y down. */
    public double deviationDegrees(double dx, double dy) {
        double cross = x * dy - y * dx;
        double along = x * dx + y * dy;
        return Math.toDegrees(Math.abs(Math.atan2(cross, along)));
    }

    /** Whether a box lies wholly on this side of another, for a diagonal on both sides; edges may touch. */
    public boolean separates(Box box, Box base) {
        return apart(x, box.xMin(), box.xMax(), base.xMin(), base.xMax())
                && apart(y, box.yMin(), box.yMax(), base.yMin(), base.yMax());
    }

    private static boolean apart(int sign, double boxMin, double boxMax, double baseMin, double baseMax) {
        return sign == 0 || (sign < 0 ? boxMax <= baseMin : boxMin >= baseMax);
    }
}
