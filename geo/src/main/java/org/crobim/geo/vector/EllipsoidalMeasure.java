package org.crobim.geo.vector;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas of polygons of the pixel frame on the ellipsoid of WGS 84.
 *
 * <p>Corners go to the equal-area cylindrical projection of the ellipsoid (Snyder 1987, Map Projections: A Working Manual,
 * equations 10-1 and 3-12), relative to the first one. Areas of geodesic polygons, as {@link
 * org.crobim.geo.frame.EllipsoidalArea} has them, are exact to a tenth of a square metre, which is a whole pixel of many
 * aerial pictures; here the error is a share of the area, below a millionth.
 */
final class EllipsoidalMeasure {
    private static final double EQUATORIAL_RADIUS_METRES = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
    private static final double ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);

    /** Pixel edges are not straight in that projection; in steps of about a kilometre they are, nearly. */
    private static final double LONGEST_STEP_DEGREES = 0.01;

    private static final int MOST_STEPS = 1000;

    private final GroundFrame ground;

    EllipsoidalMeasure(GroundFrame ground) {
        this.ground = ground;
    }

    /** Area in square metres. */
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
        Coordinate[] corners = ring.getCoordinates();
        Coordinate first = ground.toWgs84(corners[0]);
        Coordinate origin = equalArea(first, first.x);
        Coordinate before = first;
        Coordinate reached = new Coordinate();
        double doubled = 0;
        for (int i = 1; i < corners.length; i++) {
            Coordinate here = ground.toWgs84(corners[i]);
            int steps = steps(before, here);
            for (int step = 1; step <= steps; step++) {
                double share = step / (double) steps;
                Coordinate pixel = new Coordinate(
                        corners[i - 1].x + share * (corners[i].x - corners[i - 1].x),
                        corners[i - 1].y + share * (corners[i].y - corners[i - 1].y));
                Coordinate next = equalArea(ground.toWgs84(pixel), first.x);
                next.x -= origin.x;
                next.y -= origin.y;
                doubled += reached.x * next.y - next.x * reached.y;
                reached = next;
            }
            before = here;
        }
        return Math.abs(doubled) / 2;
    }

    private static int steps(Coordinate from, Coordinate to) {
        double degrees = Math.max(Math.abs(Antimeridian.near(from.x, to.x) - from.x), Math.abs(to.y - from.y));
        return (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(degrees / LONGEST_STEP_DEGREES)));
    }

    /** Metres east of a longitude and north of the equator such that areas are true. */
    private static Coordinate equalArea(Coordinate degrees, double nearLongitude) {
        double sine = Math.sin(Math.toRadians(degrees.y));
        double part = ECCENTRICITY * sine;
        double logarithm = Math.log((1 - part) / (1 + part)) / (2 * ECCENTRICITY);
        double q = (1 - ECCENTRICITY_SQUARED) * (sine / (1 - part * part) - logarithm);
        double east = Math.toRadians(Antimeridian.near(nearLongitude, degrees.x) - nearLongitude);
        return new Coordinate(EQUATORIAL_RADIUS_METRES * east, EQUATORIAL_RADIUS_METRES * q / 2);
    }
}
