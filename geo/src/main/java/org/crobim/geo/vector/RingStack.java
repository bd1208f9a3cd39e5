package org.crobim.geo.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Walks a ring and cuts it wherever it comes back to a corner. */
final class RingStack {
    private final List<LatticeRing> rings;
    private final List<Coordinate> corners = new ArrayList<>();
    /** Where corners that may be met again stand in the list. */
    private final Map<Coordinate, Integer> touched = new HashMap<>();

    /**
     * @param rings receives the simple rings
     */
    RingStack(List<LatticeRing> rings) {
        this.rings = rings;
    }

    void push(Coordinate corner, boolean mayComeBack) {
        if (mayComeBack) {
            Integer before = touched.get(corner);
            if (before != null) {
                cut(before);
            }
            touched.put(corner, corners.size());
        }
        corners.add(corner);
    }

    void finish() {
        cut(0);
    }

    /** Makes a ring of the corners from an index on. */
    private void cut(int start) {
        List<Coordinate> loop = corners.subList(start, corners.size());
        loop.forEach(touched::remove);
        rings.add(LatticeRing.of(loop));
        loop.clear();
    }
}
