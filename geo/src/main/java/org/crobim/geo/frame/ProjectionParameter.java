package org.crobim.geo.frame;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parameters of {@link ProjectionMethod}s, with their names in well-known text and PROJ and their keys in GeoTIFF, where
 * several keys mean the same.
 */
public enum ProjectionParameter {
    /** Degrees. */
    LATITUDE_OF_ORIGIN("lat_0", List.of("latitude_of_origin", "latitude_of_center"), 3081, 3085, 3089),
    /** Degrees. */
    CENTRAL_MERIDIAN(
            "lon_0", List.of("central_meridian", "longitude_of_center", "longitude_of_origin"), 3080, 3084, 3088, 3095),
    /** Degrees. */
    FIRST_PARALLEL("lat_1", List.of("standard_parallel_1"), 3078),
    /** Degrees. */
    SECOND_PARALLEL("lat_2", List.of("standard_parallel_2"), 3079),
    /** Without unit. */
    SCALE("k_0", List.of("scale_factor"), 3092, 3093),
    /** In the unit of the system. */
    FALSE_EASTING("x_0", List.of("false_easting"), 3082, 3086, 3090),
    /** In the unit of the system. */
    FALSE_NORTHING("y_0", List.of("false_northing"), 3083, 3087, 3091);

    private final String projName;
    private final List<String> wktNames;
    private final List<Integer> geoKeys;

    ProjectionParameter(String projName, List<String> wktNames, Integer... geoKeys) {
        this.projName = projName;
        this.wktNames = wktNames;
        this.geoKeys = List.of(geoKeys);
    }

    String projName() {
        return projName;
    }

    String wktName() {
        return wktNames.get(0);
    }

    /** The keys of GeoTIFF that may hold it, the usual one first. */
    public List<Integer> geoKeys() {
        return geoKeys;
    }

    /** The parameter with this name in well-known text; case does not count. */
    static Optional<ProjectionParameter> ofWkt(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(parameter -> parameter.wktNames.contains(plain))
                .findFirst();
    }
}
