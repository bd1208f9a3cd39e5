package org.crobim.geo.frame;

import java.util.List;

/**
 * The body on which longitudes and latitudes are given.
 *
 * @param name of the geographic system, as "WGS 84"
 * @param semiMajorMetres equatorial radius
 * @param inverseFlattening 0 for a sphere
 * @param toWgs84 3 or 7 parameters of the shift to WGS 84 (metres, arc seconds, parts in a million); empty where unknown,
 *     positions then count as those of WGS 84
 * @param primeMeridianDegrees east of Greenwich
 */
public record GeodeticDatum(
        String name,
        double semiMajorMetres,
        double inverseFlattening,
        List<Double> toWgs84,
        double primeMeridianDegrees) {
    /** World Geodetic System 1984. */
    public static final GeodeticDatum WGS_84 =
            new GeodeticDatum("WGS 84", 6_378_137, 298.257223563, List.of(0.0, 0.0, 0.0), 0);

    /** Checks the ranges. */
    public GeodeticDatum {
        toWgs84 = List.copyOf(toWgs84);
        if (!(semiMajorMetres > 0)
                || !Double.isFinite(semiMajorMetres)
                || !(inverseFlattening == 0 || inverseFlattening > 1)
                || !Double.isFinite(primeMeridianDegrees)
                || !(toWgs84.isEmpty() || toWgs84.size() == 3 || toWgs84.size() == 7)) {
            throw new IllegalArgumentException(
                    "ellipsoid with a radius of %s m, an inverse flattening of %s, a meridian at %s and %d shift parameters"
                            .formatted(semiMajorMetres, inverseFlattening, primeMeridianDegrees, toWgs84.size()));
        }
    }

    /** Polar radius. */
    double semiMinorMetres() {
        return inverseFlattening == 0 ? semiMajorMetres : semiMajorMetres * (1 - 1 / inverseFlattening);
    }
}
