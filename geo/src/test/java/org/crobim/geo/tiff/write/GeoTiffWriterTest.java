package org.crobim.geo.tiff.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crobim.core.error.UsageException;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.frame.CrsDefinition;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GeodeticDatum;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.frame.ProjectionMethod;
import org.crobim.geo.frame.ProjectionParameter;
import org.crobim.geo.frame.SceneCrs;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.mask.ProbabilityRaster;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.crobim.geo.source.Gdal;
import org.crobim.geo.source.RasterOptions;
import org.crobim.geo.source.RasterSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoTiffWriterTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;
    private static final GridTransform ROTATED = new GridTransform(500_000, 0.3, 0.1, 4_000_000, 0.1, -0.3);

    @TempDir
    private Path folder;

    private static boolean set(int x, int y) {
        return (x / 7 + y / 5) % 3 == 0;
    }

    /** A mask whose rows are computed when they are asked for. */
    private static final MaskRaster MASK = new MaskRaster() {
        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public int height() {
            return HEIGHT;
        }

        @Override
        public void readRow(int y, byte[] row) {
            for (int x = 0; x < WIDTH; x++) {
                row[x] = (byte) (set(x, y) ? 1 : 0);
            }
        }
    };

    private static float probability(int x, int y) {
        return x < 20 ? Float.NaN : (x * y % 1001) / 1000f;
    }

    private static final ProbabilityRaster PROBABILITY = new ProbabilityRaster() {
        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public int height() {
            return HEIGHT;
        }

        @Override
        public void readRow(int y, float[] row) {
            for (int x = 0; x < WIDTH; x++) {
                row[x] = probability(x, y);
            }
        }
    };

    private static Optional<GeoReference> at(int code, double x, double y, double pixel) {
        return Optional.of(
                new GeoReference(new GridTransform(x, pixel, 0, y, 0, -pixel), CoordinateSystems.epsg(code)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0xffff_ffffL, 1000})
    void aMaskComesBackPixelByPixel(long classicBytes) throws IOException {
        Path file = folder.resolve("mask.tif");
        GeoTiffWriter.writeMask(file, MASK, at(32650, 403_000, 3_319_000, 0.5), classicBytes);
        assertThat(Files.readAllBytes(file)[2]).isEqualTo((byte) (classicBytes == 1000 ? 43 : 42));
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            ScenePatch patch = source.read(new PixelWindow(0, 0, WIDTH, HEIGHT));
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    assertThat(patch.image().channel(x, y, 0)).isEqualTo(set(x, y) ? GeoTiffWriter.TARGET : 0);
                    assertThat(patch.valid().get(x, y)).isEqualTo(set(x, y));
                }
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("no temporary file stays").containsExactly(file);
        }
    }

    @Test
    void probabilitiesComeBackWithinHalfAStep() {
        Path file = folder.resolve("probability.tif");
        GeoTiffWriter.writeProbability(file, PROBABILITY, Optional.empty());
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            ScenePatch patch = source.read(new PixelWindow(0, 0, WIDTH, HEIGHT));
            assertThat(patch.valid().get(19, 100)).isFalse();
            for (int x = 20; x < WIDTH; x++) {
                assertThat(patch.image().channel(x, 100, 0) / (double) GeoTiffWriter.CERTAIN)
                        .isCloseTo(probability(x, 100), within(0.5 / GeoTiffWriter.CERTAIN + 1e-6));
            }
        }
    }

    @Test
    void anExistingFileIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("mask.tif"), "precious");
        assertThatThrownBy(() -> GeoTiffWriter.writeMask(file, MASK, Optional.empty()))
                .isInstanceOf(UsageException.class);
        assertThat(file).hasContent("precious");
    }

    /** Corners that we and GDAL compute from the file differ by less than a hundredth of a pixel. */
    @ParameterizedTest
    @CsvSource({
        "4326, 116.123456789, 39.987654321, 0.0000083",
        "3857, 12957000.25, 4853000.75, 0.6",
        "32650, 403549.85, 3319206.22, 0.3",
        "32750, 692915.11, 6679530.71, 0.3",
        "27700, 366541.18, 344859.13, 0.25",
        "2154, 774577.6, 6767095.93, 0.2",
    })
    void positionsAreExactToAHundredthOfAPixel(int code, double x, double y, double pixel) throws Exception {
        Path file = folder.resolve("mask.tif");
        GeoTiffWriter.writeMask(file, MASK, at(code, x, y, pixel));
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            GeoReference reference = source.info().reference().orElseThrow();
            assertThat(reference.crs().epsg()).hasValue(code);
            SceneCrs crs = reference.crs();
            double[] wgs84 = crs.toWgs84(
                    reference.transform().x(WIDTH, HEIGHT),
                    reference.transform().y(WIDTH, HEIGHT));
            double[] back = crs.fromWgs84(wgs84[0], wgs84[1]);
            assertThat(reference.transform().column(back[0], back[1])).isCloseTo(WIDTH, within(0.01));
            assertThat(reference.transform().row(back[0], back[1])).isCloseTo(HEIGHT, within(0.01));
        }
        Gdal.assume();
        String info = Gdal.run("gdalinfo", "-json", file.toString());
        String[] numbers = info.replaceAll("(?s).*\"geoTransform\":\\[(.*?)\\].*", "$1")
                .trim()
                .split(",\\s*");
        assertThat(Double.parseDouble(numbers[0])).isCloseTo(x, within(0.01 * pixel));
        assertThat(Double.parseDouble(numbers[3])).isCloseTo(y, within(0.01 * pixel));
        assertThat(Double.parseDouble(numbers[1])).isCloseTo(pixel, within(1e-5 * pixel));
        assertThat(info).contains("ID[\\\"EPSG\\\"," + code + "]]");
    }

    @Test
    void gdalReadsMaskAndProbability() throws Exception {
        Gdal.assume();
        Path mask = folder.resolve("mask.tif");
        GeoTiffWriter.writeMask(
                mask, MASK, Optional.of(new GeoReference(ROTATED, CoordinateSystems.epsg(32650))), 1000);
        String info = Gdal.run("gdalinfo", mask.toString());
        assertThat(info).contains("Block=256x256", "NoData Value=0", "COMPRESSION=DEFLATE", "500000, 0.3, 0.1");
        assertThat(samples(mask)).isEqualTo(samples((x, y) -> set(x, y) ? 255 : 0));

        Path probability = folder.resolve("probability.tif");
        GeoTiffWriter.writeProbability(probability, PROBABILITY, Optional.empty());
        assertThat(Gdal.run("gdalinfo", probability.toString()))
                .contains("NoData Value=255", "Description = probability", "Scale:0.003937");
        assertThat(samples(probability))
                .isEqualTo(
                        samples((x, y) -> Float.isNaN(probability(x, y)) ? 255 : Math.round(254 * probability(x, y))));
    }

    private interface Sample {
        int at(int x, int y);
    }

    private static byte[] samples(Sample sample) {
        byte[] bytes = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) sample.at(i % WIDTH, i / WIDTH);
        }
        return bytes;
    }

    private byte[] samples(Path file) throws Exception {
        Path raw = folder.resolve("raw.img");
        Gdal.translate(file, raw, "-of", "ENVI");
        return Files.readAllBytes(raw);
    }

    @ParameterizedTest
    @CsvSource({
        "LAMBERT_CONFORMAL_TWO_PARALLELS, Lambert Conic Conformal (2SP)",
        "TRANSVERSE_MERCATOR, Transverse Mercator",
        "ALBERS, Albers Equal Area",
        "LAMBERT_AZIMUTHAL, Lambert Azimuthal Equal Area",
    })
    void aSystemWithoutCodeIsSpelledOut(ProjectionMethod method, String name) throws Exception {
        CrsDefinition definition = new CrsDefinition(
                "own grid",
                GeodeticDatum.WGS_84,
                Optional.of(method),
                Map.of(
                        ProjectionParameter.LATITUDE_OF_ORIGIN, 46.5,
                        ProjectionParameter.CENTRAL_MERIDIAN, 3.0,
                        ProjectionParameter.FIRST_PARALLEL, 49.0,
                        ProjectionParameter.SECOND_PARALLEL, 44.0,
                        ProjectionParameter.FALSE_EASTING, 700_000.0),
                1);
        SceneCrs crs = CoordinateSystems.of(definition);
        Path file = folder.resolve("mask.tif");
        GeoTiffWriter.writeMask(file, MASK, Optional.of(new GeoReference(ROTATED, crs)));
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            GeoReference reference = source.info().reference().orElseThrow();
            assertThat(reference.transform()).isEqualTo(ROTATED);
            assertThat(reference.crs().toWgs84(710_000, 10_000))
                    .containsExactly(crs.toWgs84(710_000, 10_000), within(1e-9));
        }
        Gdal.assume();
        assertThat(Gdal.run("gdalinfo", file.toString())).contains(name, "46.5", "700000");
    }
}
