package org.crobim.geo.tiff;

/** Numbers of the fields of a TIFF directory: TIFF 6.0, GeoTIFF 1.1 and GDAL's own. */
public final class TiffTag {
    /** See the specification. */
    public static final int SUBFILE_TYPE = 254;
    /** See the specification. */
    public static final int WIDTH = 256;
    /** See the specification. */
    public static final int HEIGHT = 257;
    /** See the specification. */
    public static final int BITS_PER_SAMPLE = 258;
    /** See the specification. */
    public static final int COMPRESSION = 259;
    /** See the specification. */
    public static final int PHOTOMETRIC = 262;
    /** See the specification. */
    public static final int FILL_ORDER = 266;
    /** See the specification. */
    public static final int STRIP_OFFSETS = 273;
    /** See the specification. */
    public static final int SAMPLES_PER_PIXEL = 277;
    /** See the specification. */
    public static final int ROWS_PER_STRIP = 278;
    /** See the specification. */
    public static final int STRIP_BYTE_COUNTS = 279;
    /** See the specification. */
    public static final int PLANAR_CONFIGURATION = 284;
    /** See the specification. */
    public static final int PREDICTOR = 317;
    /** See the specification. */
    public static final int COLOR_MAP = 320;
    /** See the specification. */
    public static final int TILE_WIDTH = 322;
    /** See the specification. */
    public static final int TILE_HEIGHT = 323;
    /** See the specification. */
    public static final int TILE_OFFSETS = 324;
    /** See the specification. */
    public static final int TILE_BYTE_COUNTS = 325;
    /** See the specification. */
    public static final int EXTRA_SAMPLES = 338;
    /** See the specification. */
    public static final int SAMPLE_FORMAT = 339;
    /** See the specification. */
    public static final int JPEG_TABLES = 347;
    /** See the specification. */
    public static final int YCBCR_SUBSAMPLING = 530;
    /** See the specification. */
    public static final int YCBCR_POSITIONING = 531;
    /** See the specification. */
    public static final int MODEL_PIXEL_SCALE = 33550;
    /** See the specification. */
    public static final int MODEL_TIEPOINT = 33922;
    /** See the specification. */
    public static final int MODEL_TRANSFORMATION = 34264;
    /** See the specification. */
    public static final int GEO_KEY_DIRECTORY = 34735;
    /** See the specification. */
    public static final int GEO_DOUBLE_PARAMS = 34736;
    /** See the specification. */
    public static final int GEO_ASCII_PARAMS = 34737;
    /** See the specification. */
    public static final int GDAL_METADATA = 42112;
    /** See the specification. */
    public static final int GDAL_NODATA = 42113;

    private TiffTag() {}
}
