package org.crobim.geo.vector.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.crobim.core.file.AtomicFile;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.MaskFeature;

/**
 * GeoJSON as RFC 7946 has it: longitude and latitude on WGS 84, outer rings counter-clockwise, holes clockwise, one feature
 * a line.
 *
 * <p>Coordinates have as many decimals as a thousandth of a pixel needs, at least 7. A plain image has no place on the
 * ground, and pixels are no GeoJSON that a map could show; its file has the foreign member {@code "coordinateFrame":"pixel"}
 * and column and row, downwards, as coordinates. Rings keep their turn as numbers then: counter-clockwise where y grows
 * upwards.
 */
final class GeoJsonWriter implements FeatureWriter {
    @Override
    public void write(Path target, FeatureSet features, boolean overwrite) {
        AtomicFile.write(target, overwrite, stream -> write(stream, features));
    }

    private static void write(OutputStream stream, FeatureSet features) throws IOException {
        List<AttributeColumn> columns = AttributeColumn.of(features);
        JsonPolygons polygons = JsonPolygons.of(features);
        JsonGenerator json = new JsonFactory().createGenerator(stream).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeStringField("image", features.image());
        if (features.reference().isEmpty()) {
            json.writeStringField("coordinateFrame", "pixel");
        }
        json.writeArrayFieldStart("features");
        for (int i = 0; i < features.features().size(); i++) {
            json.writeRaw('\n');
            MaskFeature feature = features.features().get(i);
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeNumberField("id", i + 1);
            json.writeObjectFieldStart("properties");
            writeProperties(json, columns, AttributeColumn.row(features, feature));
            json.writeEndObject();
            json.writeFieldName("geometry");
            polygons.write(json, feature.geometry());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private static void writeProperties(JsonGenerator json, List<AttributeColumn> columns, AttributeColumn.Row row)
            throws IOException {
        for (AttributeColumn column : columns) {
            json.writeFieldName(column.name());
            Optional<Object> value = column.value().apply(row);
            if (value.isEmpty()) {
                json.writeNull();
            } else if (value.get() instanceof Double number) {
                json.writeNumber(number);
            } else {
                json.writeString(String.valueOf(value.get()));
            }
        }
    }
}
