package org.crobim.geo.frame;

import java.util.OptionalInt;
import org.crobim.core.error.InputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** A reference system computed by proj4j; two with one definition are equal. */
final class ProjCrs implements SceneCrs {
    private final String name;
    private final OptionalInt epsg;
    private final String wkt;
    private final boolean geographic;
    private final double metresPerUnit;
    private final BasicCoordinateTransform toWgs84;
    private final BasicCoordinateTransform fromWgs84;

    /**
     * A system.
     *
     * @param metresPerUnit of coordinates; empty for degrees
     */
    ProjCrs(
            Identity identity,
            boolean geographic,
            double metresPerUnit,
            CoordinateReferenceSystem system,
            CoordinateReferenceSystem wgs84) {
        this.name = identity.name;
        this.epsg = identity.epsg;
        this.wkt = identity.wkt;
        this.geographic = geographic;
        this.metresPerUnit = metresPerUnit;
        this.toWgs84 = new BasicCoordinateTransform(system, wgs84);
        this.fromWgs84 = new BasicCoordinateTransform(wgs84, system);
    }

    /** What a system is called. */
    record Identity(String name, OptionalInt epsg, String wkt) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public OptionalInt epsg() {
        return epsg;
    }

    @Override
    public String wkt() {
        return wkt;
    }

    @Override
    public boolean isGeographic() {
        return geographic;
    }

    @Override
    public double metresPerUnit() {
        return metresPerUnit;
    }

    @Override
    public double[] toWgs84(double x, double y) {
        return apply(toWgs84, geographic ? withinHalfTurn(x) : x, y);
    }

    @Override
    public double[] fromWgs84(double longitude, double latitude) {
        return apply(fromWgs84, longitude, latitude);
    }

    /** Grids may run across longitude 180 or count from 0 to 360; proj4j would cut what lies beyond. */
    private static double withinHalfTurn(double longitude) {
        return Math.abs(longitude) <= 180 ? longitude : longitude - 360 * Math.rint(longitude / 360);
    }

    private double[] apply(BasicCoordinateTransform transform, double x, double y) {
        ProjCoordinate result = new ProjCoordinate();
        try {
            transform.transform(new ProjCoordinate(x, y), result);
        } catch (Proj4jException e) {
            throw outside(x, y, e);
        }
        if (!Double.isFinite(result.x) || !Double.isFinite(result.y)) {
            throw outside(x, y, null);
        }
        return new double[] {result.x, result.y};
    }

    private InputException outside(double x, double y, @Nullable Exception cause) {
        String message =
                "Coordinate (%s, %s) lies outside of the area that %s describes. Check the reference system of the scene."
                        .formatted(x, y, this);
        return cause == null ? new InputException(message) : new InputException(message, cause);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProjCrs crs && crs.wkt.equals(wkt) && crs.epsg.equals(epsg);
    }

    @Override
    public int hashCode() {
        return wkt.hashCode();
    }

    @Override
    public String toString() {
        return epsg.isPresent() ? "EPSG:" + epsg.getAsInt() : name;
    }
}
