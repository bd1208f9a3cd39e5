package org.crobim.geo.vector.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.crobim.core.file.AtomicFile;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.MaskFeature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A COCO file with one image; each expression is a category, each feature an annotation, all in the pixel frame.
 *
 * <p>{@code segmentation} holds compressed run lengths, which keep holes and are what pycocotools decodes; the outer rings
 * stand beside them as {@code polygons}. A scene of 2^31 pixels or more has no run lengths of that kind: the outer rings are
 * the segmentation then.
 */
final class CocoWriter implements FeatureWriter {
    private static final String NO_EXPRESSION = "object";
    private static final int IMAGE_ID = 1;

    @Override
    public void write(Path target, FeatureSet features, boolean overwrite) {
        AtomicFile.write(target, overwrite, stream -> write(stream, features));
    }

    private static void write(OutputStream stream, FeatureSet features) throws IOException {
        List<String> categories = features.features().stream()
                .map(CocoWriter::category)
                .distinct()
                .toList();
        JsonGenerator json = new JsonFactory().createGenerator(stream).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        writeImage(json, features);
        writeCategories(json, categories);
        json.writeArrayFieldStart("annotations");
        for (int i = 0; i < features.features().size(); i++) {
            MaskFeature feature = features.features().get(i);
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeNumberField("id", i + 1);
            json.writeNumberField("image_id", IMAGE_ID);
            json.writeNumberField("category_id", categories.indexOf(category(feature)) + 1);
            writeOutline(json, feature.geometry(), features);
            writeOrigin(json, feature);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private static String category(MaskFeature feature) {
        return feature.origin().expression().orElse(NO_EXPRESSION);
    }

    private static void writeImage(JsonGenerator json, FeatureSet features) throws IOException {
        json.writeArrayFieldStart("images");
        json.writeStartObject();
        json.writeNumberField("id", IMAGE_ID);
        json.writeStringField("file_name", features.image());
        json.writeNumberField("width", features.width());
        json.writeNumberField("height", features.height());
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void writeCategories(JsonGenerator json, List<String> categories) throws IOException {
        json.writeArrayFieldStart("categories");
        for (int i = 0; i < categories.size(); i++) {
            json.writeStartObject();
            json.writeNumberField("id", i + 1);
            json.writeStringField("name", categories.get(i));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeOutline(JsonGenerator json, Geometry geometry, FeatureSet features) throws IOException {
        boolean hasRuns = (long) features.width() * features.height() <= Integer.MAX_VALUE;
        if (hasRuns) {
            json.writeObjectFieldStart("segmentation");
            json.writeFieldName("size");
            json.writeArray(new int[] {features.height(), features.width()}, 0, 2);
            json.writeStringField(
                    "counts",
                    PolygonRuns.of(geometry, features.width(), features.height())
                            .toCompressedString());
            json.writeEndObject();
        }
        json.writeArrayFieldStart(hasRuns ? "polygons" : "segmentation");
        for (double[] ring : outerRings(geometry)) {
            json.writeArray(ring, 0, ring.length);
        }
        json.writeEndArray();
        json.writeNumberField("area", geometry.getArea());
        Envelope box = geometry.getEnvelopeInternal();
        json.writeFieldName("bbox");
        json.writeArray(new double[] {box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight()}, 0, 4);
        json.writeNumberField("iscrowd", 0);
    }

    private static void writeOrigin(JsonGenerator json, MaskFeature feature) throws IOException {
        OptionalDouble score = feature.score();
        if (score.isPresent()) {
            json.writeNumberField("score", score.getAsDouble());
        }
        if (feature.origin().model().isPresent()) {
            json.writeStringField("model", feature.origin().model().get());
        }
        if (feature.origin().frame().isPresent()) {
            json.writeStringField("frame", feature.origin().frame().get());
        }
    }

    /** x1, y1, x2, y2 ... of each part, not closed. */
    private static List<double[]> outerRings(Geometry geometry) {
        List<double[]> rings = new ArrayList<>();
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            Coordinate[] corners =
                    ((Polygon) geometry.getGeometryN(part)).getExteriorRing().getCoordinates();
            double[] ring = new double[2 * (corners.length - 1)];
            for (int i = 0; i + 1 < corners.length; i++) {
                ring[2 * i] = corners[i].x;
                ring[2 * i + 1] = corners[i].y;
            }
            rings.add(ring);
        }
        return rings;
    }
}
