package org.crobim.geo.frame;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;

/**
 * Areas on the ellipsoid of WGS 84: edges are geodesics, the method is Karney's (Algorithms for geodesics, 2013), exact to
 * about 0.1 m2 for polygons of any size.
 */
public final class EllipsoidalArea {
    private EllipsoidalArea() {}

    /**
     * The area that a ring encloses.
     *
     * @param longitudes degrees, of each corner; the first may be repeated at the end
     * @param latitudes degrees, -90..90, as many
     * @return square metres, never below 0 whichever way the ring turns; the smaller of the two parts of the globe
     */
    public static double squareMetres(double[] longitudes, double[] latitudes) {
        if (longitudes.length != latitudes.length) {
            throw new IllegalArgumentException(
                    "Ring of %d longitudes and %d latitudes".formatted(longitudes.length, latitudes.length));
        }
        PolygonArea polygon = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 0; i < longitudes.length; i++) {
            polygon.AddPoint(latitudes[i], longitudes[i]);
        }
        return Math.abs(polygon.Compute(false, true).area);
    }
}
