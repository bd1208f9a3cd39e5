package org.crobim.geo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.crobim.core.error.InputException;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainImageTest {
    private static final int WIDTH = 50;
    private static final int HEIGHT = 40;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeImage() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, (x < 10 ? 0 : 0xff) << 24 | 5 * x << 16 | 6 * y << 8 | 7);
            }
        }
        file = folder.resolve("scene.png");
        ImageIO.write(image, "png", file.toFile());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1 << 20})
    void aWindowIsTheSameFromMemoryAndFromDisk(long mostPixelsInMemory) {
        try (RasterSource source = PlainImageSource.open(file, RasterOptions.DEFAULT, mostPixelsInMemory)) {
            ScenePatch patch = source.read(new PixelWindow(5, 7, 20, 30));
            assertThat(patch.image().channel(12, 3, 0)).isEqualTo(5 * 17);
            assertThat(patch.image().channel(12, 3, 1)).isEqualTo(6 * 10);
            assertThat(patch.image().channel(12, 3, 2)).isEqualTo(7);
            assertThat(patch.valid().get(4, 0)).isFalse();
            assertThat(patch.valid().get(5, 0)).isTrue();
            assertThat(source.info().reference()).isEmpty();
        }
    }

    @Test
    void channelsCanBeChosenByName() {
        try (RasterSource source =
                RasterSources.open(file, RasterOptions.DEFAULT.withBands(List.of("blue", "green", "1")))) {
            ScenePatch patch = source.read(new PixelWindow(20, 20, 1, 1));
            assertThat(patch.image().rgb()).containsExactly(7, 120, 100);
        }
    }

    @Test
    void aWorldFileGivesTheCentreOfTheFirstPixel() throws IOException {
        Files.writeString(folder.resolve("scene.pgw"), "0.5\n0\n0\n-0.5\n403000.25\n3319999.75\n");
        Files.writeString(
                folder.resolve("scene.prj"), CoordinateSystems.epsg(32650).wkt());
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            GeoReference reference = source.info().reference().orElseThrow();
            assertThat(reference.crs().epsg()).hasValue(32650);
            assertThat(reference.transform().originX()).isCloseTo(403_000, within(1e-9));
            assertThat(reference.transform().originY()).isCloseTo(3_320_000, within(1e-9));
        }
    }

    @Test
    void aWorldFileWithoutSystemIsMentioned() throws IOException {
        Files.writeString(folder.resolve("scene.wld"), "0.5 0 0 -0.5 1 2");
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            assertThat(source.info().reference()).isEmpty();
            assertThat(source.remarks()).singleElement().asString().contains(".prj", "--crs");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5 0 0", "a b c d e f", "0 0 0 0 5 5", ""})
    void aBrokenWorldFileIsNamed(String content) throws IOException {
        Files.writeString(folder.resolve("scene.pgw"), content);
        assertThatThrownBy(() -> RasterSources.open(file, RasterOptions.DEFAULT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("scene.pgw");
    }

    @Test
    void anImageThatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 40));
        assertThatThrownBy(() -> RasterSources.open(file, RasterOptions.DEFAULT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("scene.png");
    }
}
