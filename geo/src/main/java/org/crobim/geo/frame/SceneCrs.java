package org.crobim.geo.frame;

import java.util.OptionalInt;

/** A coordinate reference system; coordinates are always given as (easting or longitude, northing or latitude). */
public interface SceneCrs {
    /** Its name, as "WGS 84 / UTM zone 50N". */
    String name();

    /** Its EPSG code, where it has one. */
    OptionalInt epsg();

    /** Its definition as well-known text, version 1. */
    String wkt();

    /** Whether coordinates are degrees of longitude and latitude. */
    boolean isGeographic();

    /** Metres in one unit of a projected system; for a geographic one the length of a degree on the equator. */
    double metresPerUnit();

    /**
     * To longitude and latitude on the ellipsoid of WGS 84, degrees.
     *
     * @return (longitude, latitude)
     */
    double[] toWgs84(double x, double y);

    /**
     * From longitude and latitude on WGS 84, degrees.
     *
     * @return (easting or longitude, northing or latitude)
     */
    double[] fromWgs84(double longitude, double latitude);
}
