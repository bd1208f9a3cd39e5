package org.crobim.geo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.UsageException;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.tiff.TiffBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {
    @TempDir
    private Path folder;

    @Test
    void textsNameStretches() {
        assertThat(Stretch.parse("auto")).isEqualTo(Stretch.AUTOMATIC);
        assertThat(Stretch.parse("none")).isEqualTo(new Stretch.Range(0, 255));
        assertThat(Stretch.parse("1%, 99.5%")).isEqualTo(new Stretch.Percentiles(1, 99.5));
        assertThat(Stretch.parse("-10,3e3")).isEqualTo(new Stretch.Range(-10, 3000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wild", "2%,98", "98%,2%", "5,5", "1,2,3", "0,e"})
    void otherTextsAreUsageErrors(String text) {
        assertThatThrownBy(() -> Stretch.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected");
    }

    /** Samples grow row by row behind a row of zeros, which do not count. */
    @Test
    void percentilesOfABandBecomeBlackAndWhite() throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(2 * 101 * 100).order(ByteOrder.LITTLE_ENDIAN);
        samples.position(2 * 100);
        for (int i = 1; i <= 10_000; i++) {
            samples.putShort((short) i);
        }
        TiffBuilder builder = TiffBuilder.classic();
        builder.image(100, 101, 1).shorts(258, 16).longs(278, 101).blocks(List.of(samples.array()));
        Path file = Files.write(folder.resolve("scene.tif"), builder.build());
        RasterOptions wide = RasterOptions.DEFAULT.withStretch(new Stretch.Percentiles(0, 100));
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT);
                RasterSource all = RasterSources.open(file, wide)) {
            assertThat(source.remarks()).singleElement().asString().contains("uint16", "from ", " to ");
            int middle = source.read(new PixelWindow(50, 50, 1, 1)).image().channel(0, 0, 0);
            assertThat(middle).isBetween(126, 130);
            assertThat(source.read(new PixelWindow(0, 100, 1, 1)).image().channel(0, 0, 1))
                    .isGreaterThan(
                            all.read(new PixelWindow(0, 100, 1, 1)).image().channel(0, 0, 1) - 1);
        }
    }
}
