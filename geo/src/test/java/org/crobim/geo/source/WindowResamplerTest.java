package org.crobim.geo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.geo.raster.ScenePatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowResamplerTest {
    private static final int[] RGB = {0, 1, 2};

    private static RgbImage noise(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        new Random(1).nextBytes(rgb);
        return new RgbImage(width, height, rgb);
    }

    private static ScenePatch read(RgbImage image, byte[] valid, int width, int height) {
        WindowResampler.Frame frame = new WindowResampler.Frame(0, 0, image.width(), image.height());
        return WindowResampler.read(new PlainImageSource.MemoryRows(image, valid, RGB), frame, width, height);
    }

    @ParameterizedTest
    @CsvSource({"20, 15", "200, 150", "97, 73", "33, 140", "1, 1"})
    void rowByRowGivesTheImageOfTheWholeAtOnce(int width, int height) {
        RgbImage image = noise(97, 73);
        ScenePatch patch = read(image, new byte[0], width, height);
        RgbImage expected = Resampling.bilinear(image, width, height);
        for (int i = 0; i < expected.rgb().length; i++) {
            assertThat(patch.image().rgb()[i] & 0xff).isCloseTo(expected.rgb()[i] & 0xff, within(1));
        }
        assertThat(patch.valid().area()).isEqualTo((long) width * height);
    }

    @Test
    void missingDataDoesNotColourItsNeighbours() {
        byte[] rgb = new byte[3 * 64];
        byte[] valid = new byte[64];
        for (int i = 0; i < 64; i++) {
            valid[i] = (byte) (i % 8 < 4 ? 1 : 0);
            Arrays.fill(rgb, 3 * i, 3 * i + 3, (byte) (i % 8 < 4 ? 200 : 0));
        }
        ScenePatch patch = read(new RgbImage(8, 8, rgb), valid, 4, 4);
        assertThat(patch.valid().area()).isEqualTo(8);
        assertThat(patch.image().channel(0, 2, 1)).isEqualTo(200);
        assertThat(patch.image().channel(1, 2, 1)).isEqualTo(200);
    }
}
