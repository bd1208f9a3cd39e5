package org.crobim.geo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.image.RgbImage;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written by GDAL in every layout are read pixel by pixel. */
class GdalFilesTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 210;

    @TempDir
    private Path folder;

    @BeforeAll
    static void gdal() {
        Gdal.assume();
    }

    private static double sample(int band, int x, int y) {
        return (x * 3 + y * (band + 1) + (x * y) % 7 * 11) % 256;
    }

    private Path scene(int bands, String type, double factor, String... options)
            throws IOException, InterruptedException {
        Path raw = Gdal.writeEnvi(
                folder.resolve("raw.img"), WIDTH, HEIGHT, bands, type, (band, x, y) -> factor * sample(band, x, y));
        Path file = folder.resolve("scene.tif");
        Gdal.translate(raw, file, options);
        return file;
    }

    private static void assertPixels(ScenePatch patch, PixelWindow window) {
        for (int y = 0; y < window.height(); y++) {
            for (int x = 0; x < window.width(); x++) {
                for (int band = 0; band < 3; band++) {
                    if (patch.image().channel(x, y, band) != (int) sample(band, x + window.x(), y + window.y())) {
                        assertThat(patch.image().channel(x, y, band))
                                .as("band %d of pixel (%d, %d)", band, x + window.x(), y + window.y())
                                .isEqualTo((int) sample(band, x + window.x(), y + window.y()));
                    }
                }
            }
        }
        assertThat(patch.valid().area()).isEqualTo((long) window.width() * window.height());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-co COMPRESS=NONE",
                "-co COMPRESS=NONE -co INTERLEAVE=BAND",
                "-co COMPRESS=LZW",
                "-co COMPRESS=LZW -co PREDICTOR=2",
                "-co COMPRESS=DEFLATE -co PREDICTOR=2 -co INTERLEAVE=BAND",
                "-co COMPRESS=PACKBITS",
                "-co TILED=YES -co COMPRESS=NONE",
                "-co TILED=YES -co BLOCKXSIZE=64 -co BLOCKYSIZE=32 -co COMPRESS=DEFLATE",
                "-co TILED=YES -co COMPRESS=LZW -co INTERLEAVE=BAND -co BLOCKXSIZE=64 -co BLOCKYSIZE=64",
                "-co TILED=YES -co COMPRESS=DEFLATE -co BIGTIFF=YES",
                "-co ENDIANNESS=BIG -co COMPRESS=LZW -co PREDICTOR=2",
                "-co ENDIANNESS=BIG -co TILED=YES -co BIGTIFF=YES",
                "-of COG -co COMPRESS=DEFLATE -co BLOCKSIZE=128",
                "-of COG -co COMPRESS=LZW -co PREDICTOR=YES -co BLOCKSIZE=128",
                "-co BLOCKYSIZE=1",
                "-co BLOCKYSIZE=210 -co COMPRESS=DEFLATE",
            })
    void eightBitColoursAreReadAsTheyAre(String options) throws Exception {
        Path file = scene(3, "uint8", 1, options.split(" "));
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            PixelWindow all = new PixelWindow(0, 0, WIDTH, HEIGHT);
            assertPixels(source.read(all), all);
            PixelWindow part = new PixelWindow(117, 53, 101, 120);
            assertPixels(source.read(part), part);
            assertThat(source.info().sampleType()).isEqualTo("uint8");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "uint16, 10, -co COMPRESS=DEFLATE -co PREDICTOR=2",
        "uint16, 10, -co COMPRESS=LZW -co PREDICTOR=2 -co TILED=YES -co INTERLEAVE=BAND",
        "uint16, 10, -co ENDIANNESS=BIG -co COMPRESS=DEFLATE -co PREDICTOR=2",
        "uint16, 10, -co COMPRESS=NONE",
        "int16, -10, -co COMPRESS=LZW -co PREDICTOR=2",
        "int16, 10, -co TILED=YES",
        "int32, 1000, -co TILED=YES -co COMPRESS=DEFLATE -co PREDICTOR=2",
        "uint32, 1000, -co COMPRESS=DEFLATE",
        "float32, 0.125, -co COMPRESS=DEFLATE -co PREDICTOR=3",
        "float32, 0.125, -co COMPRESS=LZW -co PREDICTOR=3 -co TILED=YES -co INTERLEAVE=BAND",
        "float32, 0.125, -co COMPRESS=LZW -co PREDICTOR=2",
        "float32, -0.125, -co COMPRESS=NONE",
        "float64, 0.125, -co COMPRESS=DEFLATE",
    })
    void deepSamplesAreStretchedByTheGivenRange(String type, double factor, String options) throws Exception {
        Path file = scene(5, type, factor, options.split(" "));
        Stretch range = factor < 0 ? new Stretch.Range(255 * factor, 0) : new Stretch.Range(0, 255 * factor);
        RasterOptions wanted =
                RasterOptions.DEFAULT.withBands(List.of("1", "2", "3")).withStretch(range);
        try (RasterSource source = RasterSources.open(file, wanted)) {
            assertThat(source.info().sampleType()).isEqualTo(type);
            ScenePatch patch = source.read(new PixelWindow(10, 20, 200, 150));
            for (int band = 0; band < 3; band++) {
                int value = (int) sample(band, 47, 61);
                assertThat(patch.image().channel(37, 41, band)).isEqualTo(factor < 0 ? 255 - value : value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-co COMPRESS=JPEG -co PHOTOMETRIC=YCBCR -co TILED=YES -co BLOCKXSIZE=64 -co BLOCKYSIZE=64",
                "-co COMPRESS=JPEG -co JPEG_QUALITY=95",
                "-co COMPRESS=JPEG -co TILED=YES -co INTERLEAVE=BAND",
                "-of COG -co COMPRESS=JPEG -co BLOCKSIZE=128",
            })
    void coloursInJpegAreThoseThatGdalDecodes(String options) throws Exception {
        Path raw = Gdal.writeEnvi(
                folder.resolve("raw.img"), WIDTH, HEIGHT, 3, "uint8", (band, x, y) -> (x + y * (band + 1)) / 4);
        Path file = folder.resolve("scene.tif");
        Gdal.translate(raw, file, options.split(" "));
        Path decoded = folder.resolve("decoded.img");
        Gdal.translate(file, decoded, "-of", "ENVI");
        byte[] expected = Files.readAllBytes(decoded);
        boolean byPixel = Files.readString(folder.resolve("decoded.hdr")).contains("interleave = bip");
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            RgbImage image = source.read(new PixelWindow(0, 0, WIDTH, HEIGHT)).image();
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                for (int band = 0; band < 3; band++) {
                    int wanted = expected[byPixel ? 3 * i + band : band * WIDTH * HEIGHT + i] & 0xff;
                    assertThat(image.rgb()[3 * i + band] & 0xff).isCloseTo(wanted, within(4));
                }
            }
        }
    }

    @Test
    void missingDataIsNotValid() throws Exception {
        Path file = scene(1, "uint8", 1, "-a_nodata", "7");
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            ScenePatch patch = source.read(new PixelWindow(0, 0, WIDTH, HEIGHT));
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                boolean data = (int) sample(0, i % WIDTH, i / WIDTH) != 7;
                assertThat(patch.valid().get(i % WIDTH, i / WIDTH)).isEqualTo(data);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-b 1 -b 2 -b 3 -mask 4 --config GDAL_TIFF_INTERNAL_MASK YES", "-colorinterp_4 alpha"})
    void maskedPixelsAreNotValid(String options) throws Exception {
        Path raw = Gdal.writeEnvi(
                folder.resolve("raw.img"),
                WIDTH,
                HEIGHT,
                4,
                "uint8",
                (band, x, y) -> band < 3 ? 100 : x < 150 ? 0 : 255);
        Path file = folder.resolve("scene.tif");
        Gdal.translate(raw, file, options.split(" "));
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            ScenePatch patch = source.read(new PixelWindow(100, 0, 100, 10));
            assertThat(patch.valid().area()).isEqualTo(500);
            assertThat(patch.valid().get(49, 3)).isFalse();
            assertThat(patch.valid().get(50, 3)).isTrue();
            // Shrunk, the edge falls between two pixels.
            assertThat(source.read(new PixelWindow(100, 0, 100, 10), 10, 1)
                            .valid()
                            .area())
                    .isEqualTo(5);
        }
    }

    @Test
    void aBandIsFoundByItsColour() throws Exception {
        Path file = scene(4, "uint8", 1, "-co", "PHOTOMETRIC=MINISBLACK", "-colorinterp", "blue,green,red,undefined");
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            RgbImage image = source.read(new PixelWindow(0, 0, 50, 50)).image();
            assertThat(image.channel(20, 30, 0)).isEqualTo((int) sample(2, 20, 30));
            assertThat(image.channel(20, 30, 2)).isEqualTo((int) sample(0, 20, 30));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4326, 116, 0.0001",
        "EPSG:3857, 4000000, 10",
        "EPSG:32650, 403000, 0.5",
        "EPSG:32750, 403000, 0.5",
        "EPSG:27700, 366000, 1",
        "EPSG:2154, 774000, 0.2"
    })
    void aSceneLiesWhereGdalPutsIt(String crs, double left, double pixel) throws Exception {
        double top = 50;
        Path file = scene(
                3,
                "uint8",
                1,
                "-a_srs",
                crs,
                "-a_ullr",
                "" + left,
                "" + top,
                "" + (left + pixel * WIDTH),
                "" + (top - pixel * HEIGHT));
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            GridTransform transform = source.info().reference().orElseThrow().transform();
            assertThat(source.info().reference().orElseThrow().crs()).hasToString(crs);
            assertThat(transform.column(left + 17 * pixel, top)).isCloseTo(17, within(1e-3));
            assertThat(transform.row(left, top - 23 * pixel)).isCloseTo(23, within(1e-3));
        }
    }

    @Test
    void positionsOfPixelCentresAreMovedToTheCorner() throws Exception {
        Path file = scene(
                1,
                "uint8",
                1,
                "-a_srs",
                "EPSG:32650",
                "-a_ullr",
                "1000",
                "2000",
                "1300",
                "1790",
                "-mo",
                "AREA_OR_POINT=Point");
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            GridTransform transform = source.info().reference().orElseThrow().transform();
            assertThat(transform.originX()).isCloseTo(1000, within(1e-9));
            assertThat(transform.originY()).isCloseTo(2000, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m",
                "+proj=tmerc +lat_0=10 +lon_0=105 +k=0.9999 +x_0=500000 +y_0=0 +datum=WGS84 +units=m",
                "+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=23 +lon_0=-96 +x_0=0 +y_0=0 +datum=NAD83",
                "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80",
                "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +datum=WGS84",
                "+proj=sterea +lat_0=52 +lon_0=5 +k=0.9999 +x_0=155000 +y_0=463000 +datum=WGS84",
                "+proj=merc +lon_0=20 +k=0.9 +datum=WGS84"
            })
    void aSystemOfItsOwnIsUnderstood(String proj) throws Exception {
        Path file = scene(1, "uint8", 1, "-a_srs", proj, "-a_ullr", "500000", "4000000", "503000", "3997900");
        String[] expected = Gdal.run(
                        "sh", "-c", "echo 501000 3999000 | gdaltransform -t_srs EPSG:4326 -s_srs '" + proj + "'")
                .strip()
                .split(" ");
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            double[] position = source.info().reference().orElseThrow().crs().toWgs84(501_000, 3_999_000);
            assertThat(position[0]).isCloseTo(Double.parseDouble(expected[0]), within(1e-6));
            assertThat(position[1]).isCloseTo(Double.parseDouble(expected[1]), within(1e-6));
        }
    }

    @Test
    void overviewsServeReductions() throws Exception {
        Path file = scene(3, "uint8", 1, "-co", "TILED=YES");
        Gdal.run("gdaladdo", "-q", "-r", "average", file.toString(), "2", "4");
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            PixelWindow all = new PixelWindow(0, 0, WIDTH, HEIGHT);
            ScenePatch half = source.read(all, WIDTH / 2, HEIGHT / 2);
            Path overview = folder.resolve("half.img");
            Gdal.translate(file, overview, "-of", "ENVI", "-co", "INTERLEAVE=BIP", "-outsize", "50%", "50%");
            assertThat(half.image().rgb()).isEqualTo(Files.readAllBytes(overview));
        }
    }

    @Test
    void whatIsNotDecodedHereIsConvertedOnTheWay() throws Exception {
        Path file =
                scene(3, "uint8", 1, "-co", "COMPRESS=ZSTD", "-a_srs", "EPSG:2154", "-a_ullr", "0", "210", "300", "0");
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            PixelWindow part = new PixelWindow(117, 53, 101, 120);
            assertPixels(source.read(part), part);
            assertThat(source.info().file()).isEqualTo(file);
            assertThat(source.info().reference()).isPresent();
            assertThat(source.remarks()).first().asString().contains("gdal_translate", "ZSTD");
        }
    }
}
