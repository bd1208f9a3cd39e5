package org.crobim.geo.view;

import net.sf.geographiclib.Geodesic;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.vector.GroundFrame;
import org.locationtech.jts.geom.Coordinate;

/**
 * The length that a scale bar shows.
 *
 * @param metres 1, 2 or 5 times a power of ten
 */
record ScaleLength(double metres) {
    /**
     * The longest round length that is not longer than another one.
     *
     * @param mostMetres above 0
     */
    static ScaleLength upTo(double mostMetres) {
        double power = Math.pow(10, Math.floor(Math.log10(mostMetres)));
        double leading = mostMetres / power;
        return new ScaleLength(power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1));
    }

    /** The length of one column on the ground at a point of a scene, metres along the ellipsoid. */
    static double metresPerColumn(GeoReference reference, Coordinate pixel) {
        GroundFrame ground = new GroundFrame(reference);
        Coordinate left = ground.toWgs84(new Coordinate(pixel.x - 0.5, pixel.y));
        Coordinate right = ground.toWgs84(new Coordinate(pixel.x + 0.5, pixel.y));
        return Geodesic.WGS84.Inverse(left.y, left.x, right.y, right.x).s12;
    }

    /** As "50 cm", "200 m" or "5 km". */
    String label() {
        if (metres < 1) {
            return "%d cm".formatted(Math.round(100 * metres));
        }
        return metres < 1000 ? "%d m".formatted(Math.round(metres)) : "%d km".formatted(Math.round(metres / 1000));
    }
}
