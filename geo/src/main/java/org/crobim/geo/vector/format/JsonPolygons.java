package org.crobim.geo.vector.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.GroundFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Polygons of the pixel frame as GeoJSON geometries, rounded to a number of decimals and still valid. */
final class JsonPolygons {
    private static final int FEWEST_DECIMALS = 7;
    private static final int MOST_DECIMALS = 13;
    private static final int PIXEL_DECIMALS = 3;
    private static final double ROUNDING_SHARE_OF_A_PIXEL = 1e-3;

    private final Optional<GroundFrame> ground;
    private final int decimals;

    private JsonPolygons(Optional<GroundFrame> ground, int decimals) {
        this.ground = ground;
        this.decimals = decimals;
    }

    /** For the features of a scene. */
    static JsonPolygons of(FeatureSet features) {
        Optional<GeoReference> reference = features.reference();
        if (reference.isEmpty()) {
            return new JsonPolygons(Optional.empty(), PIXEL_DECIMALS);
        }
        GroundFrame ground = new GroundFrame(reference.get());
        double pixelDegrees = ground.pixelDegrees(new Coordinate(features.width() / 2.0, features.height() / 2.0));
        double needed = Math.ceil(-Math.log10(pixelDegrees * ROUNDING_SHARE_OF_A_PIXEL));
        return new JsonPolygons(Optional.of(ground), (int) Math.max(FEWEST_DECIMALS, Math.min(MOST_DECIMALS, needed)));
    }

    /** Writes a polygon, or a multipolygon where there are several. */
    void write(JsonGenerator json, Geometry pixels) throws IOException {
        Geometry placed = rounded(ground.isPresent() ? ground.get().toWgs84(pixels) : pixels);
        json.writeStartObject();
        json.writeStringField("type", placed.getNumGeometries() == 1 ? "Polygon" : "MultiPolygon");
        json.writeFieldName("coordinates");
        if (placed.getNumGeometries() == 1) {
            writePolygon(json, (Polygon) placed.getGeometryN(0));
        } else {
            json.writeStartArray();
            for (int i = 0; i < placed.getNumGeometries(); i++) {
                writePolygon(json, (Polygon) placed.getGeometryN(i));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private Geometry rounded(Geometry exact) {
        PrecisionModel precision = new PrecisionModel(Math.pow(10, decimals));
        Geometry rounded = GeometryPrecisionReducer.reducePointwise(exact, precision);
        // Corners that lie closer together than the rounding may cross.
        return rounded.isValid() ? rounded : GeometryPrecisionReducer.reduce(exact, precision);
    }

    private void writePolygon(JsonGenerator json, Polygon polygon) throws IOException {
        Polygon wound = wound(polygon);
        json.writeStartArray();
        writeRing(json, wound.getExteriorRing());
        for (int hole = 0; hole < wound.getNumInteriorRing(); hole++) {
            writeRing(json, wound.getInteriorRingN(hole));
        }
        json.writeEndArray();
    }

    /** Outer rings counter-clockwise, holes clockwise. */
    private static Polygon wound(Polygon polygon) {
        // JTS norms the other way round.
        return (Polygon) polygon.norm().reverse();
    }

    private void writeRing(JsonGenerator json, LinearRing ring) throws IOException {
        json.writeStartArray();
        for (Coordinate corner : ring.getCoordinates()) {
            json.writeStartArray();
            json.writeNumber(plain(corner.x));
            json.writeNumber(plain(corner.y));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private BigDecimal plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal stripped = rounded.stripTrailingZeros();
        // Not 1E+1 for 10.
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
