package org.crobim.geo.vector;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Areas on the ellipsoid of WGS 84, exact for geodesic edges (Karney 2013, "Algorithms for geodesics"). */
final class EllipsoidalMeasure {
    /** Pixel edges are no geodesics; in steps of about a kilometre the difference is millionths of the area. */
    private static final double LONGEST_STEP_DEGREES = 0.01;

    private static final int MOST_STEPS = 1000;

    private final GroundFrame ground;

    EllipsoidalMeasure(GroundFrame ground) {
        this.ground = ground;
    }

    /** Area in square metres of polygons of the pixel frame. */
    double squareMetres(Geometry pixels) {
        double area = 0;
        for (int i = 0; i < pixels.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) pixels.getGeometryN(i);
            area += squareMetres(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                area -= squareMetres(polygon.getInteriorRingN(hole));
            }
        }
        return area;
    }

    private double squareMetres(LinearRing ring) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        Coordinate[] corners = ring.getCoordinates();
        Coordinate before = ground.toWgs84(corners[0]);
        for (int i = 1; i < corners.length; i++) {
            Coordinate here = ground.toWgs84(corners[i]);
            double degrees =
                    Math.max(Math.abs(Antimeridian.near(before.x, here.x) - before.x), Math.abs(here.y - before.y));
            int steps = (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(degrees / LONGEST_STEP_DEGREES)));
            addSteps(area, corners[i - 1], corners[i], steps);
            before = here;
        }
        return Math.abs(area.Compute(false, true).area);
    }

    private void addSteps(PolygonArea area, Coordinate from, Coordinate to, int steps) {
        for (int step = 0; step < steps; step++) {
            double share = step / (double) steps;
            Coordinate degrees =
                    ground.toWgs84(new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)));
            area.AddPoint(degrees.y, degrees.x);
        }
    }
}
