package org.crobim.geo.frame;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A coordinate reference system spelled out, for files that carry no EPSG code.
 *
 * @param name as the file calls it
 * @param datum of its longitudes and latitudes
 * @param method the projection; empty for longitude and latitude in degrees
 * @param parameters of the projection; what is missing is 0, a scale 1
 * @param metresPerUnit of the projected coordinates; 1 for a geographic system
 */
public record CrsDefinition(
        String name,
        GeodeticDatum datum,
        Optional<ProjectionMethod> method,
        Map<ProjectionParameter, Double> parameters,
        double metresPerUnit) {
    /** Checks the ranges. */
    public CrsDefinition {
        parameters = parameters.isEmpty() ? Map.of() : Map.copyOf(parameters);
        if (!(metresPerUnit > 0) || !Double.isFinite(metresPerUnit)) {
            throw new IllegalArgumentException("a unit of %s m".formatted(metresPerUnit));
        }
    }

    /** A parameter, or what it is when nothing is said. */
    public double parameter(ProjectionParameter parameter) {
        return parameters.getOrDefault(parameter, parameter == ProjectionParameter.SCALE ? 1.0 : 0.0);
    }

    /** As arguments of PROJ. */
    String proj() {
        StringBuilder text = new StringBuilder();
        text.append("+proj=").append(method.map(ProjectionMethod::projName).orElse("longlat"));
        projParameters()
                .forEach((name, value) ->
                        text.append(" +").append(name).append('=').append(value));
        text.append(" +a=").append(datum.semiMajorMetres());
        // proj4j 1.4.1 takes the flattening for its inverse and the other way round, so the polar radius it is.
        text.append(" +b=").append(datum.semiMinorMetres());
        if (!datum.toWgs84().isEmpty()) {
            text.append(" +towgs84=").append(commaSeparated());
        }
        if (datum.primeMeridianDegrees() != 0) {
            text.append(" +pm=").append(datum.primeMeridianDegrees());
        }
        return text.append(method.isPresent() ? " +to_meter=" + metresPerUnit : "")
                .append(" +no_defs")
                .toString();
    }

    private String commaSeparated() {
        return String.join(",", datum.toWgs84().stream().map(String::valueOf).toList());
    }

    private Map<String, Double> projParameters() {
        Map<String, Double> result = new LinkedHashMap<>();
        if (method.isEmpty() || parameters.isEmpty()) {
            return result;
        }
        ProjectionMethod projection = method.get();
        new EnumMap<>(parameters)
                .forEach((parameter, value) -> result.put(projName(projection, parameter), inMetres(parameter, value)));
        if (projection == ProjectionMethod.LAMBERT_CONFORMAL_ONE_PARALLEL) {
            result.put("lat_1", parameter(ProjectionParameter.LATITUDE_OF_ORIGIN));
        }
        if (projection == ProjectionMethod.POLAR_STEREOGRAPHIC) {
            putPole(result);
        }
        return result;
    }

    /** In some projections the only parallel is where the scale is true. */
    private static String projName(ProjectionMethod method, ProjectionParameter parameter) {
        boolean cylinder = method == ProjectionMethod.MERCATOR
                || method == ProjectionMethod.EQUIRECTANGULAR
                || method == ProjectionMethod.CYLINDRICAL_EQUAL_AREA
                || method == ProjectionMethod.POLAR_STEREOGRAPHIC;
        return cylinder && parameter == ProjectionParameter.FIRST_PARALLEL ? "lat_ts" : parameter.projName();
    }

    /** Writers put the latitude of true scale either where it belongs or into the latitude of origin. */
    private void putPole(Map<String, Double> result) {
        double origin = parameter(ProjectionParameter.LATITUDE_OF_ORIGIN);
        double trueScale = parameter(ProjectionParameter.FIRST_PARALLEL);
        double sign = trueScale != 0 ? trueScale : origin;
        result.put("lat_0", Math.copySign(90, sign));
        if (trueScale == 0 && Math.abs(origin) < 90) {
            result.put("lat_ts", origin);
        }
    }

    // False eastings are metres in PROJ.
    private double inMetres(ProjectionParameter parameter, double value) {
        boolean isLength =
                parameter == ProjectionParameter.FALSE_EASTING || parameter == ProjectionParameter.FALSE_NORTHING;
        return isLength ? value * metresPerUnit : value;
    }

    /** As well-known text, version 1. */
    String wkt() {
        if (method.isEmpty()) {
            return geographicWkt(name);
        }
        StringBuilder text = new StringBuilder("PROJCS[\"%s\",%s,PROJECTION[\"%s\"]"
                .formatted(
                        plain(name), geographicWkt(datum.name()), method.get().wktName()));
        for (ProjectionParameter parameter : ProjectionParameter.values()) {
            if (parameters.containsKey(parameter)) {
                text.append(",PARAMETER[\"%s\",%s]".formatted(parameter.wktName(), parameter(parameter)));
            }
        }
        return text.append(",UNIT[\"%s\",%s]]".formatted(metresPerUnit == 1 ? "metre" : "unit", metresPerUnit))
                .toString();
    }

    private String geographicWkt(String title) {
        String shift = datum.toWgs84().isEmpty() ? "" : ",TOWGS84[%s]".formatted(commaSeparated());
        return String.format(
                Locale.ROOT,
                "GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"%s\",%s,%s]%s],PRIMEM[\"%s\",%s],UNIT[\"degree\",%s]]",
                plain(title),
                plain(datum.name()),
                plain(datum.name()),
                datum.semiMajorMetres(),
                datum.inverseFlattening(),
                shift,
                datum.primeMeridianDegrees() == 0 ? "Greenwich" : "meridian",
                datum.primeMeridianDegrees(),
                Math.toRadians(1));
    }

    private static String plain(String text) {
        return text.replace('"', '\'');
    }
}
