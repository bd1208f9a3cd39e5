package org.crobim.geo.frame;

import java.util.Locale;
import java.util.OptionalInt;
import org.crobim.core.error.InputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;

/**
 * Reference systems from EPSG codes, well-known text or spelled-out definitions. Everything is on the class path: nothing
 * is fetched, and no data base is started.
 *
 * <p>Datum shifts are those of three or seven parameters, good to some metres; no shift grids are applied.
 */
public final class CoordinateSystems {
    /** Longitude and latitude on WGS 84. */
    public static final int WGS_84 = 4326;

    private static final int WEB_MERCATOR = 3857;

    private CoordinateSystems() {}

    /**
     * The system with an EPSG code.
     *
     * @throws InputException if the table on the class path does not hold the code
     */
    public static SceneCrs epsg(int code) {
        String wkt = EpsgTable.wkt(code).orElseThrow(() -> unknown(code, null));
        try {
            WktNode node = WktNode.parse(wkt);
            boolean geographic = WktDefinition.isGeographic(node);
            double unit = geographic ? metresPerDegree(WktDefinition.datum(node)) : WktDefinition.metresPerUnit(node);
            ProjCrs.Identity identity = new ProjCrs.Identity(node.text(0), OptionalInt.of(code), wkt);
            return new ProjCrs(identity, geographic, unit, new CRSFactory().createFromName("EPSG:" + code), wgs84());
        } catch (Proj4jException | IllegalArgumentException e) {
            throw unknown(code, e);
        }
    }

    /**
     * The system of a text as "EPSG:32650", "32650" or well-known text.
     *
     * @throws InputException if it is none of them
     */
    public static SceneCrs of(String text) {
        String plain = text.strip();
        String digits = plain.toUpperCase(Locale.ROOT).startsWith("EPSG:") ? plain.substring(5) : plain;
        OptionalInt code = WktDefinition.code(digits);
        return code.isPresent() ? epsg(code.getAsInt()) : fromWkt(plain);
    }

    /**
     * The system that well-known text of version 1 defines, in the dialect of the OGC or of ESRI. Where the text names its EPSG
     * code, the code counts.
     *
     * @throws InputException if the text is broken, of version 2, or its projection is not known here
     */
    public static SceneCrs fromWkt(String wkt) {
        try {
            WktNode node = WktNode.parse(wkt);
            OptionalInt code = WktDefinition.epsg(node);
            if (code.isPresent() && EpsgTable.wkt(code.getAsInt()).isPresent()) {
                return epsg(code.getAsInt());
            }
            return WktDefinition.isWebMercator(node) ? epsg(WEB_MERCATOR) : of(WktDefinition.of(node), wkt);
        } catch (IllegalArgumentException e) {
            throw unusable(wkt, e);
        }
    }

    /**
     * The system of a definition.
     *
     * @throws InputException if its numbers describe no system
     */
    public static SceneCrs of(CrsDefinition definition) {
        return of(definition, definition.wkt());
    }

    private static SceneCrs of(CrsDefinition definition, String wkt) {
        try {
            CoordinateReferenceSystem system =
                    new CRSFactory().createFromParameters(definition.name(), definition.proj());
            boolean geographic = definition.method().isEmpty();
            double unit = geographic ? metresPerDegree(definition.datum()) : definition.metresPerUnit();
            ProjCrs.Identity identity = new ProjCrs.Identity(definition.name(), OptionalInt.empty(), wkt);
            return new ProjCrs(identity, geographic, unit, system, wgs84());
        } catch (Proj4jException | IllegalArgumentException e) {
            throw unusable(definition.name(), e);
        }
    }

    /**
     * The definition of a system, for files that have to spell it out.
     *
     * @throws InputException if its projection is not known here
     */
    public static CrsDefinition definition(SceneCrs crs) {
        try {
            return WktDefinition.of(WktNode.parse(crs.wkt()));
        } catch (IllegalArgumentException e) {
            throw unusable(crs.name(), e);
        }
    }

    private static CoordinateReferenceSystem wgs84() {
        return new CRSFactory().createFromParameters("WGS 84", "+proj=longlat +datum=WGS84 +no_defs");
    }

    private static double metresPerDegree(GeodeticDatum datum) {
        return Math.toRadians(datum.semiMajorMetres());
    }

    private static InputException unknown(int code, @Nullable Exception cause) {
        String message =
                "EPSG:%d is not in the table of reference systems. Check the code, or bring the scene into a system that is, as with gdalwarp -t_srs EPSG:%d."
                        .formatted(code, WGS_84);
        return cause == null ? new InputException(message) : new InputException(message, cause);
    }

    private static InputException unusable(String system, Exception cause) {
        String line = system.replaceAll("\\s+", " ");
        return new InputException(
                "Reference system \"%s\" cannot be used: %s. Name an EPSG code, as EPSG:32650, or bring the scene into another system with gdalwarp -t_srs."
                        .formatted(line.length() <= 80 ? line : line.substring(0, 77) + "...", cause.getMessage()),
                cause);
    }
}
