package org.crobim.geo.frame;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Map projections that a file may define by itself instead of by an EPSG code: their names in well-known text, in PROJ and
 * in GeoTIFF (section 6.3.3.3 of its specification, 1.0).
 */
public enum ProjectionMethod {
    /** Of the UTM zones and most national grids. */
    TRANSVERSE_MERCATOR(1, "tmerc", "Transverse_Mercator", "Gauss_Kruger"),
    /** True at the equator or, given a standard parallel, there. */
    MERCATOR(7, "merc", "Mercator_1SP", "Mercator_2SP", "Mercator", "Mercator (variant A)", "Mercator (variant B)"),
    /** With two standard parallels. */
    LAMBERT_CONFORMAL_TWO_PARALLELS(8, "lcc", "Lambert_Conformal_Conic_2SP", "Lambert_Conformal_Conic"),
    /** With one standard parallel, the latitude of origin. */
    LAMBERT_CONFORMAL_ONE_PARALLEL(9, "lcc", "Lambert_Conformal_Conic_1SP"),
    /** Azimuthal, equal area. */
    LAMBERT_AZIMUTHAL(10, "laea", "Lambert_Azimuthal_Equal_Area"),
    /** Conic, equal area. */
    ALBERS(11, "aea", "Albers_Conic_Equal_Area", "Albers"),
    /** Around a pole. */
    POLAR_STEREOGRAPHIC(
            15,
            "stere",
            "Polar_Stereographic",
            "Polar Stereographic (variant A)",
            "Polar Stereographic (variant B)",
            "Stereographic_North_Pole",
            "Stereographic_South_Pole"),
    /** Around any other point, on the ellipsoid. */
    OBLIQUE_STEREOGRAPHIC(16, "sterea", "Oblique_Stereographic", "Double_Stereographic"),
    /** Plate carree in metres. */
    EQUIRECTANGULAR(17, "eqc", "Equirectangular", "Equidistant_Cylindrical", "Plate_Carree"),
    /** Of old cadastres. */
    CASSINI(18, "cass", "Cassini_Soldner", "Cassini"),
    /** Of MODIS products, on a sphere. */
    SINUSOIDAL(24, "sinu", "Sinusoidal"),
    /** Cylindrical, equal area; of EASE grids. */
    CYLINDRICAL_EQUAL_AREA(28, "cea", "Cylindrical_Equal_Area");

    private final int geoTiffCode;
    private final String projName;
    private final List<String> wktNames;

    ProjectionMethod(int geoTiffCode, String projName, String... wktNames) {
        this.geoTiffCode = geoTiffCode;
        this.projName = projName;
        this.wktNames = List.of(wktNames);
    }

    /** Its number as coordinate transformation of GeoTIFF. */
    public int geoTiffCode() {
        return geoTiffCode;
    }

    String projName() {
        return projName;
    }

    /** Its first name in well-known text. */
    String wktName() {
        return wktNames.get(0);
    }

    /** The method with this number in GeoTIFF. */
    public static Optional<ProjectionMethod> ofGeoTiff(int code) {
        return Stream.of(values()).filter(method -> method.geoTiffCode == code).findFirst();
    }

    /** The method with this name in well-known text; case, spaces and underscores do not count. */
    static Optional<ProjectionMethod> ofWkt(String name) {
        return Stream.of(values())
                .filter(method ->
                        method.wktNames.stream().anyMatch(known -> plain(known).equals(plain(name))))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    }
}
