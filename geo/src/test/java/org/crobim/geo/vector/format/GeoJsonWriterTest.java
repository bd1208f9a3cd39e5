package org.crobim.geo.vector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crobim.core.error.UsageException;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.vector.FeatureOrigin;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.MaskFeature;
import org.crobim.geo.vector.PlateCarree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;

class GeoJsonWriterTest {
    /** Pixels of a hundred-thousandth of a degree, about a metre. */
    private static final GeoReference METRE_GRID =
            new GeoReference(new GridTransform(8.0, 1e-5, 0, 50.0, 0, -1e-5), PlateCarree.DEGREES);

    private static final FeatureOrigin ORIGIN = FeatureOrigin.of("the largest ship", "crobim-tiny", "scene");

    @TempDir
    private Path folder;

    @Test
    void ringsAreWoundAsRfc7946WantsIt() throws Exception {
        JsonNode file =
                written(Optional.of(METRE_GRID), "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3))");

        Polygon polygon = (Polygon) geometry(file.path("features").get(0));
        assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates()))
                .isTrue();
        assertThat(Orientation.isCCW(polygon.getInteriorRingN(0).getCoordinates()))
                .isFalse();
    }

    @Test
    void cornersComeBackWithinAHundredthOfAPixel() throws Exception {
        String wkt = "POLYGON ((0 0, 99.5 0.25, 12345 678, 0 9, 0 0))";
        Geometry degrees =
                geometry(written(Optional.of(METRE_GRID), wkt).path("features").get(0));

        GridTransform grid = METRE_GRID.transform();
        degrees.apply((CoordinateFilter) corner -> {
            double column = grid.column(corner.x, corner.y);
            corner.y = grid.row(corner.x, corner.y);
            corner.x = column;
        });
        degrees.geometryChanged();
        assertThat(degrees.norm().equalsExact(wkt(wkt).norm(), 0.01)).isTrue();
    }

    @Test
    void attributesSayWhatWasAskedAndHowLargeTheAnswerIs() throws Exception {
        JsonNode properties = written(Optional.of(METRE_GRID), "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))")
                .path("features")
                .get(0)
                .path("properties");

        assertThat(properties.path("expression").asText()).isEqualTo("the largest ship");
        assertThat(properties.path("score").asDouble()).isEqualTo(0.75);
        assertThat(properties.path("model").asText()).isEqualTo("crobim-tiny");
        assertThat(properties.path("frame").asText()).isEqualTo("scene");
        assertThat(properties.path("area_pixels").asDouble()).isEqualTo(10_000);
        // A degree of the meridian at 50 N is 111,229 m, one of the parallel 71,696 m.
        assertThat(properties.path("area_m2").asDouble()).isCloseTo(111.229 * 71.696, within(1.0));
        assertThat(properties.path("centroid_longitude").asDouble()).isCloseTo(8.0005, within(1e-9));
        assertThat(properties.path("centroid_latitude").asDouble()).isCloseTo(49.9995, within(1e-9));
    }

    @Test
    void aPolygonAcrossLongitude180IsCutThere() throws Exception {
        GeoReference pacific = new GeoReference(new GridTransform(179.995, 1e-3, 0, 0, 0, -1e-3), PlateCarree.DEGREES);
        Geometry geometry = geometry(written(Optional.of(pacific), "POLYGON ((0 0, 10 0, 10 1, 0 1, 0 0))")
                .path("features")
                .get(0));

        assertThat(geometry.norm())
                .isEqualTo(wkt("MULTIPOLYGON (((179.995 -0.001, 180 -0.001, 180 0, 179.995 0, 179.995 -0.001)),"
                                + " ((-180 -0.001, -179.995 -0.001, -179.995 0, -180 0, -180 -0.001)))")
                        .norm());
    }

    @Test
    void pixelsOfAPlainImageAreMarkedAsSuch() throws Exception {
        JsonNode file = written(Optional.empty(), "POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))");

        assertThat(file.path("coordinateFrame").asText()).isEqualTo("pixel");
        assertThat(geometry(file.path("features").get(0)).norm())
                .isEqualTo(wkt("POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))").norm());
        assertThat(file.path("features").get(0).path("properties").has("area_m2"))
                .isFalse();
    }

    @Test
    void noFeaturesAreAValidFile() throws Exception {
        JsonNode file = written(Optional.of(METRE_GRID));

        assertThat(file.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(file.path("features").isArray()).isTrue();
        assertThat(file.path("features")).isEmpty();
    }

    @Test
    void aFileIsReplacedOnDemandOnly() throws Exception {
        written(Optional.of(METRE_GRID));
        assertThatThrownBy(() -> written(Optional.of(METRE_GRID)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--overwrite");
    }

    private JsonNode written(Optional<GeoReference> reference, String... polygons) throws IOException, ParseException {
        Path file = folder.resolve("found.geojson");
        List<MaskFeature> features = new ArrayList<>();
        for (String polygon : polygons) {
            features.add(new MaskFeature(wkt(polygon), ORIGIN, OptionalDouble.of(0.75)));
        }
        FeatureFormat.GEOJSON.writer().write(file, new FeatureSet("port.tif", 100, 100, reference, features));
        return new ObjectMapper().readTree(Files.readString(file));
    }

    private static Geometry geometry(JsonNode feature) throws Exception {
        return new GeoJsonReader().read(feature.path("geometry").toString());
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }
}
