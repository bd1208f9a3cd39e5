package org.crobim.geo.vector;

import java.util.OptionalInt;
import org.crobim.geo.frame.SceneCrs;

/** Longitude and latitude on WGS 84 as they are; longitudes beyond 180 come back from the other side. */
public enum PlateCarree implements SceneCrs {
    /** The only one. */
    DEGREES;

    @Override
    public OptionalInt epsg() {
        return OptionalInt.of(4326);
    }

    @Override
    public String wkt() {
        return "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]";
    }

    @Override
    public boolean isGeographic() {
        return true;
    }

    @Override
    public double metresPerUnit() {
        return 111_319.49;
    }

    @Override
    public double[] toWgs84(double x, double y) {
        return new double[] {Math.IEEEremainder(x, 360), y};
    }

    @Override
    public double[] fromWgs84(double longitude, double latitude) {
        return new double[] {longitude, latitude};
    }
}
