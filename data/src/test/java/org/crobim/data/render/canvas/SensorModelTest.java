package org.crobim.data.render.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.crobim.core.image.RgbImage;
import org.junit.jupiter.api.Test;

class SensorModelTest {
    private static final int GREY = 0x646464;
    private static final int LEAVES = 0x40602c;

    @Test
    void anIdealSensorCopiesTheDrawing() {
        RgbImage image = SensorModel.ideal().expose(new int[] {0x102030, 0xfffefd}, 2, 1, dice());
        assertThat(image.rgb()).containsExactly(0x10, 0x20, 0x30, (byte) 0xff, (byte) 0xfe, (byte) 0xfd);
    }

    @Test
    void blurKeepsTheMeanAndSoftensAnEdge() {
        int[] pixels = new int[64];
        for (int i = 0; i < 64; i++) {
            pixels[i] = i % 8 < 4 ? 0 : 0xc8c8c8;
        }
        SensorModel soft = new SensorModel(0.25, new double[] {1, 1, 1}, 0, 1, 0, SensorModel.Bands.NATURAL);
        RgbImage image = soft.expose(pixels, 8, 8, dice());
        assertThat(image.channel(3, 4, 0)).isEqualTo(50);
        assertThat(image.channel(4, 4, 0)).isEqualTo(150);
        assertThat(image.channel(0, 4, 1)).isZero();
        assertThat(image.channel(7, 4, 2)).isEqualTo(200);
    }

    @Test
    void inInfraredLeavesAreRedAndRoadsAreNot() {
        SensorModel infrared = new SensorModel(0, new double[] {1, 1, 1}, 0, 1, 0, SensorModel.Bands.INFRARED);
        RgbImage image = infrared.expose(new int[] {LEAVES, GREY}, 2, 1, dice());
        assertThat(image.channel(0, 0, 0)).isGreaterThan(2 * image.channel(0, 0, 1));
        assertThat(image.channel(1, 0, 0)).isLessThan(image.channel(1, 0, 1));
    }

    @Test
    void drawnSensorsKeepTheScene() {
        int[] pixels = new int[4096];
        Arrays.fill(pixels, GREY);
        for (int seed = 0; seed < 50; seed++) {
            Dice dice = new Dice(new SplittableRandom(seed));
            RgbImage image = SensorModel.draw(dice, 0).expose(pixels, 64, 64, dice);
            double mean = 0;
            for (byte value : image.rgb()) {
                mean += (value & 0xff) / (double) image.rgb().length;
            }
            assertThat(mean).isBetween(25.0, 170.0);
        }
    }

    private static Dice dice() {
        return new Dice(new SplittableRandom(3));
    }
}
