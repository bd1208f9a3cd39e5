package org.crobim.geo.vector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A corner of a border that is being followed; borders run with the object to their left as seen with y upwards.
 *
 * <p>Corners form open chains. Only the two ends of a chain know each other, so that chains join in constant time. A chain
 * of one corner is its own other end.
 */
final class LatticeVertex {
    private final int x;
    private final int y;
    private final boolean touching;
    private @Nullable LatticeVertex next;
    private LatticeVertex otherEnd;

    /**
     * A chain of one corner.
     *
     * @param x column of the lattice
     * @param y row of the lattice
     * @param touching whether two pixels of the mask meet here at their corners only
     */
    LatticeVertex(int x, int y, boolean touching) {
        this.x = x;
        this.y = y;
        this.touching = touching;
        this.otherEnd = this;
    }

    /**
     * Leads a border from the end of one chain to the start of another.
     *
     * @return whether both were ends of one chain, which is a closed ring now
     */
    static boolean join(LatticeVertex end, LatticeVertex start) {
        boolean closed = end.otherEnd == start;
        end.next = start;
        if (!closed) {
            LatticeVertex newStart = end.otherEnd;
            LatticeVertex newEnd = start.otherEnd;
            newStart.otherEnd = newEnd;
            newEnd.otherEnd = newStart;
        }
        return closed;
    }

    /**
     * The simple rings of the closed ring through this corner: a ring that touches itself is cut in two there, so that one
     * lies in the other or beside it and both are valid.
     */
    List<LatticeRing> rings() {
        List<LatticeRing> rings = new ArrayList<>();
        RingStack stack = new RingStack(rings);
        LatticeVertex vertex = this;
        do {
            stack.push(new Coordinate(vertex.x, vertex.y), vertex.touching);
            vertex = following(vertex);
        } while (vertex != this);
        stack.finish();
        return rings;
    }

    private static LatticeVertex following(LatticeVertex vertex) {
        LatticeVertex next = vertex.next;
        if (next == null) {
            throw new IllegalStateException("The border at (%d, %d) is not closed".formatted(vertex.x, vertex.y));
        }
        return next;
    }
}
