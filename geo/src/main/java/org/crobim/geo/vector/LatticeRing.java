package org.crobim.geo.vector;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A simple ring along pixel edges.
 *
 * @param corners closed, the first one repeated at the end
 * @param signedArea pixels inside; above 0 around an object, below 0 around a hole
 */
record LatticeRing(Coordinate[] corners, long signedArea) {
    /** Closes the corners. */
    static LatticeRing of(List<Coordinate> open) {
        Coordinate[] corners = new Coordinate[open.size() + 1];
        long doubled = 0;
        for (int i = 0; i < corners.length; i++) {
            corners[i] = open.get(i % open.size()).copy();
            if (i > 0) {
                doubled +=
                        (long) corners[i - 1].y * (long) corners[i].x - (long) corners[i - 1].x * (long) corners[i].y;
            }
        }
        return new LatticeRing(corners, doubled / 2);
    }
}
