package org.crobim.geo.vector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.features.user.FeatureDao;
import mil.nga.geopackage.features.user.FeatureResultSet;
import org.crobim.core.mask.Mask;
import org.crobim.core.mask.RunLength;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.vector.FeatureOrigin;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.GroundFrame;
import org.crobim.geo.vector.MaskFeature;
import org.crobim.geo.vector.PolygonRules;
import org.crobim.geo.vector.Polygonizer;
import org.crobim.geo.vector.TextMask;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Feature;

/** What is written is read back, by the libraries and, where it is installed, by GDAL. */
class FeatureFilesTest {
    private static final Mask MASK = TextMask.of(
            "###......", //
            "#.#..##..",
            "###..##..",
            ".........",
            "......###");

    private static final FeatureOrigin ORIGIN =
            FeatureOrigin.of("the ships \"left\" of the pier, größer", "crobim-tiny", "scene");

    @TempDir
    private Path folder;

    /** Name, EPSG code, transform with pixels of half a metre or so. */
    static Stream<Arguments> grids() {
        return Stream.of(
                Arguments.of(4326, new GridTransform(116.3, 5e-6, 0, 39.9, 0, -5e-6)),
                Arguments.of(3857, new GridTransform(1_100_000, 0.5, 0, 6_400_000, 0, -0.5)),
                Arguments.of(32650, new GridTransform(440_000, 0.5, 0, 4_420_000, 0, -0.5)),
                Arguments.of(32756, new GridTransform(334_000, 0.3, 0.1, 6_252_000, 0.1, -0.3)),
                Arguments.of(2154, new GridTransform(652_000, 0.2, 0, 6_862_000, 0, -0.2)));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void geoJsonComesBackWithinAHundredthOfAPixel(int epsg, GridTransform grid) throws Exception {
        FeatureSet features = features(reference(epsg, grid));
        JsonNode file = new ObjectMapper().readTree(Files.readString(written(FeatureFormat.GEOJSON, features)));

        List<Geometry> read = new ArrayList<>();
        for (JsonNode feature : file.path("features")) {
            Geometry degrees = new GeoJsonReader().read(feature.path("geometry").toString());
            read.add(moved(degrees, corner -> {
                double[] there = CoordinateSystems.epsg(epsg).fromWgs84(corner.x, corner.y);
                return pixel(grid, there[0], there[1]);
            }));
        }
        assertSamePlaces(read, features);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void geoPackageComesBackWithinAHundredthOfAPixelInTheScenesSystem(int epsg, GridTransform grid) throws Exception {
        FeatureSet features = features(reference(epsg, grid));
        List<Geometry> read = new ArrayList<>();
        for (Geometry geometry : geoPackageGeometries(written(FeatureFormat.GEOPACKAGE, features), epsg)) {
            read.add(moved(geometry, corner -> pixel(grid, corner.x, corner.y)));
        }
        assertSamePlaces(read, features);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void flatGeobufComesBackWithinAHundredthOfAPixelInTheScenesSystem(int epsg, GridTransform grid) throws Exception {
        FeatureSet features = features(reference(epsg, grid));
        FlatGeobufFile file = flatGeobuf(written(FeatureFormat.FLATGEOBUF, features));

        assertThat(file.header().srid).isEqualTo(epsg);
        List<Geometry> read = new ArrayList<>();
        for (Geometry geometry : file.geometries()) {
            read.add(moved(geometry, corner -> pixel(grid, corner.x, corner.y)));
        }
        assertSamePlaces(read, features);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void gdalReadsEveryMapFormatAtTheSamePlace(int epsg, GridTransform grid) throws Exception {
        assumeGdal();
        FeatureSet features = features(reference(epsg, grid));
        for (FeatureFormat format :
                List.of(FeatureFormat.GEOJSON, FeatureFormat.GEOPACKAGE, FeatureFormat.FLATGEOBUF)) {
            String report = ogrinfo(written(format, features));

            assertThat(report).contains("Feature Count: 3");
            assertThat(report)
                    .contains("expression (String) = " + ORIGIN.expression().orElseThrow());
            assertThat(report).contains("score (Real) = 0.75");
            assertThat(report).contains("ID[\"EPSG\"," + (format == FeatureFormat.GEOJSON ? 4326 : epsg) + "]");
            assertThat(report).doesNotContain("Warning").doesNotContain("ERROR");
            assertExtent(report, format, features);
        }
    }

    @Test
    void cocoRunLengthsAreTheMask() throws Exception {
        FeatureSet features = features(Optional.empty());
        JsonNode file = new ObjectMapper().readTree(Files.readString(written(FeatureFormat.COCO, features)));

        byte[] pixels = new byte[MASK.width() * MASK.height()];
        for (JsonNode annotation : file.path("annotations")) {
            JsonNode segmentation = annotation.path("segmentation");
            assertThat(segmentation.path("size").toString()).isEqualTo("[5,9]");
            Mask part = RunLength.fromCompressedString(
                            MASK.width(),
                            MASK.height(),
                            segmentation.path("counts").asText())
                    .decode();
            assertThat(annotation.path("area").asLong()).isEqualTo(part.area());
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] += part.pixels()[i];
            }
        }
        assertThat(Mask.of(MASK.width(), MASK.height(), pixels)).isEqualTo(MASK);
        assertThat(file.path("annotations").get(0).path("bbox").toString()).isEqualTo("[0.0,0.0,3.0,3.0]");
        assertThat(file.path("annotations").get(0).path("polygons").size()).isEqualTo(1);
        assertThat(file.path("categories").get(0).path("name").asText())
                .isEqualTo(ORIGIN.expression().orElseThrow());
        assertThat(file.path("images").get(0).path("width").asInt()).isEqualTo(9);
    }

    @Test
    void aSceneTooLargeForRunLengthsIsWrittenWithPolygons() throws Exception {
        Geometry square = features(Optional.empty()).features().get(0).geometry();
        FeatureSet features = new FeatureSet(
                "huge.tif",
                50_000,
                50_000,
                Optional.empty(),
                List.of(new MaskFeature(square, ORIGIN, OptionalDouble.empty())));
        JsonNode annotation = new ObjectMapper()
                .readTree(Files.readString(written(FeatureFormat.COCO, features)))
                .path("annotations")
                .get(0);

        assertThat(annotation.path("segmentation").get(0).size()).isEqualTo(8);
        assertThat(annotation.has("polygons")).isFalse();
    }

    @Test
    void attributesOfAGeoPackageSayWhatWasAsked() throws Exception {
        Path file = written(FeatureFormat.GEOPACKAGE, features(reference(32650, grid32650())));
        try (GeoPackage geoPackage = GeoPackageManager.open(file.toFile())) {
            FeatureResultSet rows = geoPackage.getFeatureDao("features").queryForAll();
            assertThat(rows.moveToNext()).isTrue();
            assertThat(rows.getRow().getValue("expression"))
                    .isEqualTo(ORIGIN.expression().orElseThrow());
            assertThat((double) rows.getRow().getValue("score")).isEqualTo(0.75);
            // Eight pixels of half a metre, on a grid that is 0.9996 to 1.0004 of the ground.
            assertThat((double) rows.getRow().getValue("area_m2")).isCloseTo(2, within(0.002));
        }
    }

    @ParameterizedTest
    @EnumSource(FeatureFormat.class)
    void noFeaturesAreAValidFile(FeatureFormat format) throws Exception {
        FeatureSet nothing = new FeatureSet("port.tif", 9, 5, reference(32650, grid32650()), List.of());
        Path file = written(format, nothing);

        assertThat(Files.size(file)).isPositive();
        assertThat(filesIn(folder)).containsExactly(file.getFileName().toString());
        switch (format) {
            case GEOPACKAGE -> assertThat(geoPackageGeometries(file, 32650)).isEmpty();
            case FLATGEOBUF -> assertThat(flatGeobuf(file).geometries()).isEmpty();
            default ->
                assertThat(new ObjectMapper().readTree(Files.readString(file)).isObject())
                        .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(value = FeatureFormat.class, names = "COCO", mode = EnumSource.Mode.EXCLUDE)
    void gdalReadsFilesWithoutFeatures(FeatureFormat format) throws Exception {
        assumeGdal();
        FeatureSet nothing = new FeatureSet("port.tif", 9, 5, reference(32650, grid32650()), List.of());
        assertThat(ogrinfo(written(format, nothing)))
                .contains("Feature Count: 0")
                .doesNotContain("ERROR");
    }

    @ParameterizedTest
    @EnumSource(value = FeatureFormat.class, names = "COCO", mode = EnumSource.Mode.EXCLUDE)
    void aPlainImageIsWrittenInPixels(FeatureFormat format) throws Exception {
        assumeGdal();
        String report = ogrinfo(written(format, features(Optional.empty())));
        assertThat(report).contains("Extent: (0.000000, 0.000000) - (9.000000, 5.000000)");
        assertThat(report).contains("centroid_column (Real)").doesNotContain("area_m2");
    }

    private static GridTransform grid32650() {
        return new GridTransform(440_000, 0.5, 0, 4_420_000, 0, -0.5);
    }

    private static Optional<GeoReference> reference(int epsg, GridTransform grid) {
        return Optional.of(new GeoReference(grid, CoordinateSystems.epsg(epsg)));
    }

    private static FeatureSet features(Optional<GeoReference> reference) {
        List<MaskFeature> features = new Polygonizer(PolygonRules.EXACT)
                .polygons(MaskRaster.of(MASK)).stream()
                        .map(polygon -> new MaskFeature(polygon.geometry(), ORIGIN, OptionalDouble.of(0.75)))
                        .toList();
        return new FeatureSet("port.tif", MASK.width(), MASK.height(), reference, features);
    }

    private Path written(FeatureFormat format, FeatureSet features) {
        Path file = folder.resolve("found" + format.suffix());
        format.writer().write(file, features, true);
        return file;
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Moves a corner. */
    private interface CornerMove {
        Coordinate apply(Coordinate corner);
    }

    private static Coordinate pixel(GridTransform grid, double x, double y) {
        return new Coordinate(grid.column(x, y), grid.row(x, y));
    }

    private static Geometry moved(Geometry geometry, CornerMove move) {
        Geometry copy = geometry.copy();
        copy.apply((CoordinateFilter) corner -> corner.setCoordinate(move.apply(corner)));
        copy.geometryChanged();
        return copy;
    }

    /** Every feature has its counterpart, corner by corner; formats may sort. */
    private static void assertSamePlaces(List<Geometry> read, FeatureSet features) {
        assertThat(read).hasSameSizeAs(features.features());
        for (MaskFeature feature : features.features()) {
            Geometry expected = MultiPolygons.of(feature.geometry());
            assertThat(read).anySatisfy(geometry -> {
                assertThat(geometry.getNumPoints()).isEqualTo(expected.getNumPoints());
                assertThat(rounded(geometry)).isEqualTo(rounded(expected));
                assertThat(furthest(geometry, expected)).isLessThan(0.01);
            });
        }
    }

    private static Geometry rounded(Geometry geometry) {
        return MultiPolygons.of(moved(geometry, corner -> new Coordinate(Math.rint(corner.x), Math.rint(corner.y))))
                .norm();
    }

    private static double furthest(Geometry geometry, Geometry lattice) {
        double furthest = 0;
        for (Coordinate corner : geometry.getCoordinates()) {
            furthest = Math.max(furthest, corner.distance(new Coordinate(Math.rint(corner.x), Math.rint(corner.y))));
        }
        assertThat(lattice.getNumPoints()).isEqualTo(geometry.getNumPoints());
        return furthest;
    }

    private static List<Geometry> geoPackageGeometries(Path file, int epsg) throws IOException, ParseException {
        List<Geometry> geometries = new ArrayList<>();
        try (GeoPackage geoPackage = GeoPackageManager.open(file.toFile())) {
            FeatureDao table = geoPackage.getFeatureDao("features");
            assertThat(table.getSrs().getOrganizationCoordsysId()).isEqualTo(epsg);
            FeatureResultSet rows = table.queryForAll();
            while (rows.moveToNext()) {
                geometries.add(new WKBReader().read(rows.getGeometry().getWkb()));
            }
        }
        return geometries;
    }

    /** Header and geometries in the order of the file. */
    private record FlatGeobufFile(HeaderMeta header, List<Geometry> geometries) {}

    private static FlatGeobufFile flatGeobuf(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            HeaderMeta header = HeaderMeta.read(bytes);
            int offset = header.offset;
            if (header.indexNodeSize > 0 && header.featuresCount > 0) {
                offset += (int) PackedRTree.calcSize((int) header.featuresCount, header.indexNodeSize);
            }
            List<Geometry> geometries = new ArrayList<>();
            while (offset < bytes.limit()) {
                int size = bytes.getInt(offset);
                Feature feature = Feature.getRootAsFeature(
                        bytes.slice(offset + Integer.BYTES, size).order(ByteOrder.LITTLE_ENDIAN));
                geometries.add(GeometryConversions.deserialize(feature.geometry(), header.geometryType));
                offset += Integer.BYTES + size;
            }
            return new FlatGeobufFile(header, geometries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assumeGdal() {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(part -> Files.isExecutable(Path.of(part, "ogrinfo")));
        Assumptions.assumeTrue(there, "ogrinfo is not installed (Debian package gdal-bin): not compared with GDAL");
    }

    private static String ogrinfo(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("ogrinfo", "-al", file.toString())
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(report).isZero();
        return report;
    }

    /** GDAL's extent of the layer is that of the features, to its six decimals. */
    private static void assertExtent(String report, FeatureFormat format, FeatureSet features) {
        GroundFrame ground = new GroundFrame(features.reference().orElseThrow());
        Envelope extent = new Envelope();
        for (MaskFeature feature : features.features()) {
            extent.expandToInclude((format == FeatureFormat.GEOJSON
                            ? ground.toWgs84(feature.geometry())
                            : ground.toCrs(feature.geometry()))
                    .getEnvelopeInternal());
        }
        Matcher found = Pattern.compile("Extent: \\((\\S+), (\\S+)\\) - \\((\\S+), (\\S+)\\)")
                .matcher(report);
        assertThat(found.find()).isTrue();
        assertThat(Double.parseDouble(found.group(1))).isCloseTo(extent.getMinX(), within(1e-6));
        assertThat(Double.parseDouble(found.group(2))).isCloseTo(extent.getMinY(), within(1e-6));
        assertThat(Double.parseDouble(found.group(3))).isCloseTo(extent.getMaxX(), within(1e-6));
        assertThat(Double.parseDouble(found.group(4))).isCloseTo(extent.getMaxY(), within(1e-6));
    }
}
