package org.crobim.geo.frame;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads what well-known text of version 1 means, in the dialect of the OGC or of ESRI. Text that means nothing known is an
 * {@link IllegalArgumentException} that says what.
 */
final class WktDefinition {
    private static final double DEGREE_RADIANS = Math.toRadians(1);

    private WktDefinition() {}

    static boolean isGeographic(WktNode node) {
        return node.keyword().equals("GEOGCS");
    }

    /** Whether this is the projection of web maps, which takes the ellipsoid for a sphere. */
    static boolean isWebMercator(WktNode node) {
        String projection = projection(node).toLowerCase(Locale.ROOT);
        return projection.equals("mercator_auxiliary_sphere")
                || projection.equals("popular visualisation pseudo mercator");
    }

    /** The EPSG code that the text gives itself. */
    static OptionalInt epsg(WktNode node) {
        return node.child("AUTHORITY")
                .filter(authority -> authority.text(0).equalsIgnoreCase("EPSG"))
                .map(authority -> code(authority.text(1)))
                .orElse(OptionalInt.empty());
    }

    /** The number of a text, where it is one that can be a code. */
    static OptionalInt code(String text) {
        boolean digits = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    static CrsDefinition of(WktNode node) {
        GeodeticDatum datum = datum(node);
        if (isGeographic(node)) {
            requireDegrees(node);
            return new CrsDefinition(node.text(0), datum, Optional.empty(), Map.of(), 1);
        }
        String projection = projection(node);
        ProjectionMethod method = ProjectionMethod.ofWkt(projection)
                .orElseThrow(
                        () -> new IllegalArgumentException("projection \"%s\" is not known".formatted(projection)));
        Map<ProjectionParameter, Double> parameters = new EnumMap<>(ProjectionParameter.class);
        node.childrenNamed("PARAMETER")
                .forEach(child -> ProjectionParameter.ofWkt(child.text(0))
                        .ifPresent(parameter -> parameters.put(parameter, child.number(1))));
        if (method == ProjectionMethod.LAMBERT_CONFORMAL_TWO_PARALLELS
                && !parameters.containsKey(ProjectionParameter.SECOND_PARALLEL)) {
            // ESRI calls both kinds by one name.
            method = ProjectionMethod.LAMBERT_CONFORMAL_ONE_PARALLEL;
            parameters.remove(ProjectionParameter.FIRST_PARALLEL);
        }
        return new CrsDefinition(node.text(0), datum, Optional.of(method), parameters, metresPerUnit(node));
    }

    /** Metres in one unit of the projected coordinates. */
    static double metresPerUnit(WktNode projected) {
        return projected.child("UNIT").map(child -> child.number(1)).orElse(1.0);
    }

    static GeodeticDatum datum(WktNode node) {
        WktNode geographic = isGeographic(node) ? node : required(node, "GEOGCS");
        WktNode datum = required(geographic, "DATUM");
        WktNode body = datum.child("SPHEROID").orElseGet(() -> required(datum, "ELLIPSOID"));
        List<Double> shift = datum.child("TOWGS84")
                .map(child -> child.values().stream().map(Double::valueOf).toList())
                .orElse(List.of());
        double meridian =
                geographic.child("PRIMEM").map(child -> child.number(1)).orElse(0.0);
        return new GeodeticDatum(geographic.text(0), body.number(1), body.number(2), shift, meridian);
    }

    private static String projection(WktNode node) {
        return node.child("PROJECTION").map(child -> child.text(0)).orElse("");
    }

    private static WktNode required(WktNode node, String keyword) {
        return node.child(keyword)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no %s; expected a PROJCS or GEOGCS of version 1".formatted(node.keyword(), keyword)));
    }

    private static void requireDegrees(WktNode geographic) {
        double unit = geographic.child("UNIT").map(child -> child.number(1)).orElse(DEGREE_RADIANS);
        if (Math.abs(unit - DEGREE_RADIANS) > 1e-9) {
            throw new IllegalArgumentException("its angles are not degrees (unit of %s radians)".formatted(unit));
        }
    }
}
