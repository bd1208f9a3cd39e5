package org.crobim.geo.tiff.ground;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crobim.core.error.InputException;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.frame.CrsDefinition;
import org.crobim.geo.frame.GeodeticDatum;
import org.crobim.geo.frame.ProjectionMethod;
import org.crobim.geo.frame.ProjectionParameter;
import org.crobim.geo.frame.SceneCrs;

/** The reference system that GeoTIFF keys describe, by a code or spelled out. */
final class GeoKeyCrs {
    private static final String ESRI_PREFIX = "ESRI PE String = ";
    private static final int UTM_NORTH = 16_000;
    private static final int UTM_SOUTH = 16_100;

    /** EPSG codes of datums and of the geographic systems on them differ by this, for all old enough to be in such keys. */
    private static final int DATUM_ABOVE_SYSTEM = 2000;

    /** Equatorial radius and inverse flattening of ellipsoids by their EPSG codes. */
    private static final Map<Integer, double[]> ELLIPSOIDS = Map.of(
            7001, new double[] {6_377_563.396, 299.3249646},
            7004, new double[] {6_377_397.155, 299.1528128},
            7008, new double[] {6_378_206.4, 294.978698213898},
            7012, new double[] {6_378_249.145, 293.465},
            7019, new double[] {6_378_137, 298.257222101},
            7022, new double[] {6_378_388, 297},
            7024, new double[] {6_378_245, 298.3},
            7030, new double[] {6_378_137, 298.257223563},
            7043, new double[] {6_378_135, 298.26});

    private final GeoKeys keys;

    private GeoKeyCrs(GeoKeys keys) {
        this.keys = keys;
    }

    /**
     * The system of keys.
     *
     * @return empty where the keys name none
     * @throws InputException if the keys name one that is not known here
     */
    static Optional<SceneCrs> read(GeoKeys keys) {
        return new GeoKeyCrs(keys).read();
    }

    private Optional<SceneCrs> read() {
        int model = keys.shorts().getOrDefault(GeoKey.MODEL_TYPE, 0);
        Optional<Integer> projected = keys.code(GeoKey.PROJECTED_TYPE);
        if (projected.isPresent()) {
            return projected.map(CoordinateSystems::epsg);
        }
        Optional<String> esri = keys.text(GeoKey.PROJECTED_CITATION)
                .or(() -> keys.text(GeoKey.CITATION))
                .filter(text -> text.startsWith(ESRI_PREFIX));
        if (esri.isPresent()) {
            return esri.map(text -> CoordinateSystems.fromWkt(text.substring(ESRI_PREFIX.length())));
        }
        if (model == GeoKey.PROJECTED) {
            return Optional.of(CoordinateSystems.of(projectedDefinition()));
        }
        Optional<Integer> geographic = keys.code(GeoKey.GEOGRAPHIC_TYPE);
        if (geographic.isPresent()) {
            return geographic.map(CoordinateSystems::epsg);
        }
        if (model == GeoKey.GEOGRAPHIC) {
            return Optional.of(CoordinateSystems.of(new CrsDefinition(name(), datum(), Optional.empty(), Map.of(), 1)));
        }
        if (model != 0 && model != GeoKey.USER_DEFINED) {
            throw new InputException(
                    "its coordinates are neither geographic nor projected (GeoTIFF model type %d). Bring it into another system with gdalwarp -t_srs."
                            .formatted(model));
        }
        return Optional.empty();
    }

    private CrsDefinition projectedDefinition() {
        int code = keys.code(GeoKey.PROJECTION).orElse(0);
        int zone = code % 100;
        if (zone >= 1 && zone <= 60 && (code - zone == UTM_NORTH || code - zone == UTM_SOUTH)) {
            return utm(zone, code - zone == UTM_SOUTH);
        }
        int number = keys.shorts().getOrDefault(GeoKey.PROJECTION_METHOD, 0);
        ProjectionMethod method = ProjectionMethod.ofGeoTiff(number)
                .orElseThrow(() -> new InputException(
                        "its map projection (\"%s\", GeoTIFF method %d) is not known here. Bring it into another system with gdalwarp -t_srs, or name the system with --crs."
                                .formatted(name(), number)));
        Map<ProjectionParameter, Double> parameters = new EnumMap<>(ProjectionParameter.class);
        for (ProjectionParameter parameter : ProjectionParameter.values()) {
            parameter.geoKeys().stream()
                    .flatMap(key -> keys.number(key).stream())
                    .findFirst()
                    .ifPresent(value -> parameters.put(parameter, value));
        }
        return new CrsDefinition(name(), datum(), Optional.of(method), parameters, metresPerUnit());
    }

    private CrsDefinition utm(int zone, boolean south) {
        Map<ProjectionParameter, Double> parameters = Map.of(
                ProjectionParameter.CENTRAL_MERIDIAN,
                6.0 * zone - 183,
                ProjectionParameter.SCALE,
                0.9996,
                ProjectionParameter.FALSE_EASTING,
                500_000.0,
                ProjectionParameter.FALSE_NORTHING,
                south ? 10_000_000.0 : 0.0);
        return new CrsDefinition(name(), datum(), Optional.of(ProjectionMethod.TRANSVERSE_MERCATOR), parameters, 1);
    }

    private String name() {
        return keys.text(GeoKey.PROJECTED_CITATION)
                .or(() -> keys.text(GeoKey.CITATION))
                .or(() -> keys.text(GeoKey.GEOGRAPHIC_CITATION))
                .orElse("unnamed");
    }

    private double metresPerUnit() {
        int unit = keys.shorts().getOrDefault(GeoKey.LINEAR_UNIT, GeoKey.METRE);
        return switch (unit) {
            case GeoKey.METRE -> 1;
            case 9002 -> 0.3048;
            case 9003 -> 1200.0 / 3937;
            default ->
                keys.number(GeoKey.LINEAR_UNIT_METRES)
                        .orElseThrow(() -> new InputException(
                                "its unit of length (GeoTIFF code %d) is not known here. Bring it into another system with gdalwarp -t_srs."
                                        .formatted(unit)));
        };
    }

    private GeodeticDatum datum() {
        Optional<Integer> geographic = keys.code(GeoKey.GEOGRAPHIC_TYPE)
                .or(() -> keys.code(GeoKey.DATUM).map(code -> code - DATUM_ABOVE_SYSTEM));
        if (geographic.isPresent()) {
            return CoordinateSystems.definition(CoordinateSystems.epsg(geographic.get()))
                    .datum();
        }
        double[] known = keys.code(GeoKey.ELLIPSOID).map(ELLIPSOIDS::get).orElseGet(() ->
                new double[] {GeodeticDatum.WGS_84.semiMajorMetres(), GeodeticDatum.WGS_84.inverseFlattening()});
        double major = keys.number(GeoKey.SEMI_MAJOR).orElse(known[0]);
        double flattening = keys.number(GeoKey.INVERSE_FLATTENING)
                .or(() -> keys.number(GeoKey.SEMI_MINOR).map(minor -> minor == major ? 0 : major / (major - minor)))
                .orElse(known[1]);
        try {
            return new GeodeticDatum(
                    keys.text(GeoKey.GEOGRAPHIC_CITATION).orElse("unnamed"),
                    major,
                    flattening,
                    keys.doubles().getOrDefault(GeoKey.TO_WGS84, List.of()),
                    keys.number(GeoKey.PRIME_MERIDIAN_DEGREES).orElse(0.0));
        } catch (IllegalArgumentException e) {
            throw new InputException("its reference system has an " + e.getMessage(), e);
        }
    }
}
