package org.crobim.geo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.crobim.core.error.InputException;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.gdal.GdalTranslate;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.crobim.geo.tiff.TiffBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file is said in a sentence that names it. */
class BadTiffTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final int SUBFILE_TYPE = 254;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int ROWS_PER_STRIP = 278;
    private static final int BYTE_COUNTS = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int PIXEL_SCALE = 33550;
    private static final int TIEPOINT = 33922;
    private static final int GEO_KEYS = 34735;

    @TempDir
    private Path folder;

    private static List<byte[]> strips(int count) {
        byte[] strip = new byte[3 * WIDTH * HEIGHT / count];
        Arrays.fill(strip, (byte) 77);
        List<byte[]> strips = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strips.add(TiffBuilder.deflated(strip));
        }
        return strips;
    }

    private byte[] scene(Consumer<TiffBuilder.Image> change) {
        TiffBuilder builder = TiffBuilder.classic();
        change.accept(builder.image(WIDTH, HEIGHT, 3)
                .shorts(COMPRESSION, 8)
                .longs(ROWS_PER_STRIP, 10)
                .blocks(strips(3)));
        return builder.build();
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("scene.tif"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(byte[] bytes, String... words) {
        Path file = write(bytes);
        assertThatThrownBy(() -> {
                    try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT, new GdalTranslate(""))) {
                        source.read(new PixelWindow(
                                0, 0, source.info().width(), source.info().height()));
                    }
                })
                .isInstanceOf(InputException.class)
                .hasMessageContaining("scene.tif")
                .satisfies(error -> {
                    for (String word : words) {
                        assertThat(error).hasMessageContaining(word);
                    }
                });
    }

    @Test
    void theSceneOfTheseTestsIsSound() {
        try (RasterSource source = RasterSources.open(write(scene(image -> {})), RasterOptions.DEFAULT)) {
            assertThat(source.read(new PixelWindow(0, 0, WIDTH, HEIGHT)).image().channel(39, 29, 2))
                    .isEqualTo(77);
            assertThat(source.info().reference()).isEmpty();
        }
    }

    @Test
    void aFileCutAnywhereIsRefused() {
        byte[] whole = scene(image -> {});
        for (int length = 4; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void wrongByteCountsAreRefused() {
        assertRefused(scene(image -> image.longs(BYTE_COUNTS, 10, 1L << 30, 10)), "block 1", "the file has");
        assertRefused(scene(image -> image.longs(BYTE_COUNTS, 3, 3, 3)), "block 0", "cannot be decoded");
        assertRefused(scene(image -> image.longs(BYTE_COUNTS, 10)), "take 3 blocks");
    }

    @Test
    void absurdDimensionsAreRefused() {
        assertRefused(scene(image -> image.longs(256, 0)), "ImageWidth");
        assertRefused(scene(image -> image.longs(256, 4_000_000_000L)), "ImageWidth");
        assertRefused(scene(image -> image.longs(257, 4_000_000)), "blocks");
        assertRefused(scene(image -> image.longs(256, 4_000_000)
                .longs(257, 4_000_000)
                .shorts(COMPRESSION, 1)
                .longs(ROWS_PER_STRIP, 4_000_000)
                .blocks(List.of(new byte[0]))));
    }

    @Test
    void aBlockThatCannotHoldItsPixelsIsNotAllocated() {
        byte[] tiny = TiffBuilder.deflated(new byte[10]);
        TiffBuilder builder = TiffBuilder.classic();
        builder.image(9000, 9000, 3)
                .shorts(COMPRESSION, 8)
                .longs(TILE_WIDTH, 9008)
                .longs(TILE_HEIGHT, 9008)
                .blocks(List.of(tiny));
        assertRefused(builder.build(), "cannot hold");
    }

    @Test
    void directoriesThatFormACircleAreRefused() {
        TiffBuilder builder = TiffBuilder.classic().lastPointsTo(0);
        builder.image(WIDTH, HEIGHT, 3)
                .shorts(COMPRESSION, 8)
                .longs(ROWS_PER_STRIP, 10)
                .blocks(strips(3));
        builder.image(WIDTH, HEIGHT, 3)
                .shorts(COMPRESSION, 8)
                .longs(SUBFILE_TYPE, 1)
                .longs(ROWS_PER_STRIP, 10)
                .blocks(strips(3));
        assertRefused(builder.build(), "circle");
    }

    @Test
    void bandsOfDifferentTypeAreRefused() {
        assertRefused(scene(image -> image.shorts(BITS, 8, 16, 8)), "bands differ in type", "8 and 16");
    }

    @Test
    void anUnknownReferenceSystemSaysWhatToDo() {
        byte[] bytes = scene(image -> image.doubles(PIXEL_SCALE, 1, 1, 0)
                .doubles(TIEPOINT, 0, 0, 0, 500, 600, 0)
                .shorts(GEO_KEYS, 1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, 39998));
        assertRefused(bytes, "EPSG:39998", "gdalwarp");
        RasterOptions named =
                new RasterOptions(List.of(), Stretch.AUTOMATIC, Optional.of(CoordinateSystems.epsg(32650)));
        try (RasterSource source = RasterSources.open(write(bytes), named)) {
            assertThat(source.info().reference().orElseThrow().crs().epsg()).hasValue(32650);
        }
    }

    @Test
    void pixelsWithoutAreaAreRefused() {
        assertRefused(
                scene(image -> image.doubles(PIXEL_SCALE, 0, 1, 0)
                        .doubles(TIEPOINT, 0, 0, 0, 500, 600, 0)
                        .shorts(GEO_KEYS, 1, 1, 0, 1, 3072, 0, 1, 32650)),
                "degenerate");
    }

    @Test
    void positionsWithoutSystemLeaveTheSceneInPixelsAndSaySo() {
        byte[] bytes = scene(image -> image.doubles(PIXEL_SCALE, 1, 1, 0).doubles(TIEPOINT, 0, 0, 0, 500, 600, 0));
        try (RasterSource source = RasterSources.open(write(bytes), RasterOptions.DEFAULT)) {
            assertThat(source.info().reference()).isEmpty();
            assertThat(source.remarks()).singleElement().asString().contains("no reference system", "--crs");
        }
    }

    @ParameterizedTest
    @CsvSource({"50000, ZSTD", "34887, LERC", "6, old-style JPEG"})
    void whatIsNotDecodedHereSaysHowToConvertIt(int compression, String name) {
        assertRefused(
                scene(image -> image.shorts(COMPRESSION, compression)), name, "apt install gdal-bin", "gdal_translate");
    }

    @Test
    void aBandThatIsNotThereSaysWhichAre() {
        Path file = write(scene(image -> {}));
        assertThatThrownBy(() -> RasterSources.open(file, RasterOptions.DEFAULT.withBands(List.of("5"))))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(
                        "scene.tif: band 5 requested but the file has 3 bands (uint8), of which 1 red, 2 green, 3 blue. Use --bands 3,2,1 to choose red, green and blue.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "II*\0", "MM\0+\0\10\0\0"})
    void whatIsNoSceneIsRefused(String content) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void blocksThatAreLeftOutHoldNoData() {
        List<byte[]> strips = strips(3);
        strips.set(1, new byte[0]);
        TiffBuilder builder = TiffBuilder.big(ByteOrder.BIG_ENDIAN);
        builder.image(WIDTH, HEIGHT, 3)
                .shorts(COMPRESSION, 8)
                .longs(ROWS_PER_STRIP, 10)
                .blocks(strips);
        try (RasterSource source = RasterSources.open(write(builder.build()), RasterOptions.DEFAULT)) {
            ScenePatch patch = source.read(new PixelWindow(0, 0, WIDTH, HEIGHT));
            assertThat(patch.valid().area()).isEqualTo(WIDTH * 20);
            assertThat(patch.valid().get(5, 15)).isFalse();
            assertThat(source.read(new PixelWindow(0, 10, WIDTH, 10)).isBlank()).isTrue();
        }
    }
}
