package org.crobim.geo.vector;

import org.jspecify.annotations.Nullable;

/**
 * Follows the borders of a mask downwards, one line of the pixel lattice after the other.
 *
 * <p>At a corner a vertical and a horizontal edge of the border meet. Vertical edges from above and the horizontal edge from
 * the left already belong to open borders; what goes down or to the right is left open. Where two set pixels meet at a
 * corner only, each keeps its own corner of the border, so that pieces connected by edges alone come out apart.
 */
final class BorderTracer {
    /** The open end of the border that comes along this line from the left. */
    private @Nullable LatticeVertex horizontal;

    private long corners;

    /** Corners made so far. */
    long corners() {
        return corners;
    }

    /**
     * Follows all borders across the line between two rows; rings that close are added to their pieces.
     *
     * @param y the line, which is the upper edge of row y
     * @param above runs of row y - 1 with pieces and ends
     * @param below runs of row y with pieces; receives the ends
     */
    void cross(int y, RowRuns above, RowRuns below) {
        int upper = 0;
        int lower = 0;
        while (upper < above.edgeCount() || lower < below.edgeCount()) {
            int x = Math.min(above.edge(upper), below.edge(lower));
            boolean fromAbove = above.edge(upper) == x;
            boolean fromBelow = below.edge(lower) == x;
            if (fromAbove && fromBelow && isLeft(upper) == isLeft(lower)) {
                below.setEnd(lower, above.end(upper));
            } else if (fromAbove && fromBelow) {
                crossTouchingPixels(new LatticePoint(x, y, true), above, upper, below, lower);
            } else if (fromAbove) {
                end(new LatticePoint(x, y, false), above, upper);
            } else {
                begin(new LatticePoint(x, y, false), below, lower);
            }
            upper += fromAbove ? 1 : 0;
            lower += fromBelow ? 1 : 0;
        }
    }

    /** A point of the lattice, and whether two set pixels meet there at their corners only. */
    private record LatticePoint(int x, int y, boolean touching) {}

    private void crossTouchingPixels(LatticePoint point, RowRuns above, int upper, RowRuns below, int lower) {
        // The pixel on the left takes the border that comes from the left.
        if (isLeft(upper)) {
            begin(point, below, lower);
            end(point, above, upper);
        } else {
            end(point, above, upper);
            begin(point, below, lower);
        }
    }

    /** A corner where the border along an edge from above turns aside. */
    private void end(LatticePoint point, RowRuns above, int edge) {
        LatticeVertex corner = corner(point);
        boolean arriving = isLeft(edge);
        connect(above.end(edge), corner, arriving);
        if (turn(corner, arriving)) {
            LatticePiece piece = above.piece(edge / 2);
            corner.rings().forEach(piece::add);
        }
    }

    /** A corner where the border turns down along an edge. */
    private void begin(LatticePoint point, RowRuns below, int edge) {
        LatticeVertex corner = corner(point);
        below.setEnd(edge, corner);
        turn(corner, !isLeft(edge));
    }

    private LatticeVertex corner(LatticePoint point) {
        corners++;
        return new LatticeVertex(point.x(), point.y(), point.touching());
    }

    /**
     * Connects a corner with the border from the left, or opens one to the right.
     *
     * @param arriving whether the border arrives along the vertical edge, and so leaves along the horizontal one
     * @return whether that closes a ring
     */
    private boolean turn(LatticeVertex corner, boolean arriving) {
        LatticeVertex fromLeft = horizontal;
        if (fromLeft == null) {
            horizontal = corner;
            return false;
        }
        horizontal = null;
        return connect(fromLeft, corner, !arriving);
    }

    private static boolean connect(LatticeVertex open, LatticeVertex corner, boolean arriving) {
        return arriving ? LatticeVertex.join(open, corner) : LatticeVertex.join(corner, open);
    }

    /** Borders go down along the left edge of a run and up along the right one. */
    private static boolean isLeft(int edge) {
        return edge % 2 == 0;
    }
}
