package org.crobim.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.crobim.core.image.RgbImage;
import org.crobim.data.augment.Augmentation.Hue;
import org.crobim.data.augment.Augmentation.Photometry;
import org.crobim.data.augment.Augmentation.Tone;
import org.junit.jupiter.api.Test;

class PhotometricJitterTest {
    private static final Tone NO_TONE = new Tone(0, 0, 0);

    @Test
    void noStrengthLeavesEveryByte() {
        RgbImage image = noise();
        Photometry still = new Photometry(1, NO_TONE, new Hue(0, 0, 0, 0), 0, 0);
        assertThat(new PhotometricJitter(still)
                        .apply(image, new SplittableRandom(1))
                        .rgb())
                .isEqualTo(image.rgb());
        assertThat(new PhotometricJitter(Photometry.none())
                        .apply(image, new SplittableRandom(1))
                        .rgb())
                .isEqualTo(image.rgb());
    }

    @Test
    void greyMakesChannelsEqualAndAHueTurnKeepsGreys() {
        RgbImage grey = new PhotometricJitter(new Photometry(1, NO_TONE, new Hue(0, 180, 1, 0), 0, 0))
                .apply(noise(), new SplittableRandom(2));
        for (int i = 0; i < grey.rgb().length; i += 3) {
            assertThat(Math.abs((grey.rgb()[i] & 0xff) - (grey.rgb()[i + 1] & 0xff)))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aChannelSwapKeepsTheValuesOfEachPixel() {
        RgbImage image = noise();
        RgbImage swapped = new PhotometricJitter(new Photometry(1, NO_TONE, new Hue(0, 0, 0, 1), 0, 0))
                .apply(image, new SplittableRandom(3));
        assertThat(swapped.rgb()).isNotEqualTo(image.rgb());
        for (int i = 0; i < image.rgb().length; i += 3) {
            int before = (image.rgb()[i] & 0xff) + (image.rgb()[i + 1] & 0xff) + (image.rgb()[i + 2] & 0xff);
            int after = (swapped.rgb()[i] & 0xff) + (swapped.rgb()[i + 1] & 0xff) + (swapped.rgb()[i + 2] & 0xff);
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void blurKeepsAFlatImageAndNoiseStaysAboutItsMean() {
        byte[] flat = new byte[3 * 32 * 32];
        Arrays.fill(flat, (byte) 100);
        RgbImage image = new RgbImage(32, 32, flat);
        Hue noHue = new Hue(0, 0, 0, 0);
        assertThat(new PhotometricJitter(new Photometry(0, NO_TONE, noHue, 1, 0))
                        .apply(image, new SplittableRandom(4))
                        .rgb())
                .isEqualTo(flat);
        byte[] noisy = new PhotometricJitter(new Photometry(0, NO_TONE, noHue, 0, 1))
                .apply(image, new SplittableRandom(4))
                .rgb();
        double mean = 0;
        for (byte level : noisy) {
            mean += (level & 0xff) / (double) noisy.length;
        }
        assertThat(mean).isBetween(99.0, 101.0);
        assertThat(noisy).isNotEqualTo(flat);
    }

    @Test
    void aStrengthOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new Tone(0.1, 1.5, 0)).hasMessageContaining("contrast is 1.5");
        assertThatThrownBy(() -> new Augmentation.Geometry(1.2, 0.3, 0, 0, 0)).hasMessageContaining("wholeImageShare");
    }

    private static RgbImage noise() {
        byte[] rgb = new byte[3 * 16 * 16];
        new SplittableRandom(9).nextBytes(rgb);
        return new RgbImage(16, 16, rgb);
    }
}
