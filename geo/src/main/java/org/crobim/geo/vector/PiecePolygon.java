package org.crobim.geo.vector;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The polygon of a piece that has ended.
 *
 * @param polygon valid, shell clockwise as seen with y upwards
 * @param areaPixels pixels inside
 * @param fillsHoles whether holes were left out because they are small
 * @param corners that its rings had, also those left out
 */
record PiecePolygon(Polygon polygon, long areaPixels, boolean fillsHoles, int corners) {
    /**
     * Puts rings together.
     *
     * @param rings one around the piece, the others around its holes
     * @param minimumHoleAreaPixels smaller holes are filled
     */
    static PiecePolygon of(List<LatticeRing> rings, long minimumHoleAreaPixels, GeometryFactory geometries) {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        long areaPixels = 0;
        int corners = 0;
        for (LatticeRing ring : rings) {
            corners += ring.corners().length - 1;
            if (ring.signedArea() > 0) {
                shell = geometries.createLinearRing(ring.corners());
            } else if (-ring.signedArea() >= minimumHoleAreaPixels) {
                holes.add(geometries.createLinearRing(ring.corners()));
            } else {
                continue;
            }
            areaPixels += ring.signedArea();
        }
        Polygon polygon = geometries.createPolygon(shell, holes.toArray(LinearRing[]::new));
        return new PiecePolygon(polygon, areaPixels, holes.size() + 1 < rings.size(), corners);
    }
}
