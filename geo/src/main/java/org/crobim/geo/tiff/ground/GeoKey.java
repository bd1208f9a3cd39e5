package org.crobim.geo.tiff.ground;

/** Numbers of the keys and codes of GeoTIFF 1.1 that are used here. */
public final class GeoKey {
    /** See the specification. */
    public static final int MODEL_TYPE = 1024;
    /** See the specification. */
    public static final int RASTER_TYPE = 1025;
    /** See the specification. */
    public static final int CITATION = 1026;
    /** See the specification. */
    public static final int GEOGRAPHIC_TYPE = 2048;
    /** See the specification. */
    public static final int GEOGRAPHIC_CITATION = 2049;
    /** See the specification. */
    public static final int DATUM = 2050;
    /** See the specification. */
    public static final int PRIME_MERIDIAN_DEGREES = 2061;
    /** See the specification. */
    public static final int ANGULAR_UNIT = 2054;
    /** See the specification. */
    public static final int ELLIPSOID = 2056;
    /** See the specification. */
    public static final int SEMI_MAJOR = 2057;
    /** See the specification. */
    public static final int SEMI_MINOR = 2058;
    /** See the specification. */
    public static final int INVERSE_FLATTENING = 2059;
    /** See the specification. */
    public static final int TO_WGS84 = 2062;
    /** See the specification. */
    public static final int PROJECTED_TYPE = 3072;
    /** See the specification. */
    public static final int PROJECTED_CITATION = 3073;
    /** See the specification. */
    public static final int PROJECTION = 3074;
    /** See the specification. */
    public static final int PROJECTION_METHOD = 3075;
    /** See the specification. */
    public static final int LINEAR_UNIT = 3076;
    /** See the specification. */
    public static final int LINEAR_UNIT_METRES = 3077;

    /** See the specification. */
    public static final int PROJECTED = 1;
    /** See the specification. */
    public static final int GEOGRAPHIC = 2;
    /** See the specification. */
    public static final int PIXEL_IS_AREA = 1;
    /** See the specification. */
    public static final int PIXEL_IS_POINT = 2;
    /** See the specification. */
    public static final int USER_DEFINED = 32_767;
    /** See the specification. */
    public static final int METRE = 9001;
    /** See the specification. */
    public static final int DEGREE = 9102;

    private GeoKey() {}
}
