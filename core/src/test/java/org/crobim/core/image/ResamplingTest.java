package org.crobim.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crobim.core.mask.Mask;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    @Test
    void enlargingTwiceMixesNeighboursThreeToOne() {
        RgbImage image = greyRow(0, 100);

        assertThat(reds(Resampling.bilinear(image, 4, 1))).containsExactly(0, 25, 75, 100);
    }

    @Test
    void shrinkingAveragesAndDoesNotPickPixels() {
        // Half-width 2 around centre 2: weights 1 3 3 1 of 8; the last output sees the mirror image.
        RgbImage stripes = greyRow(0, 80, 0, 80, 0, 80, 0, 80);

        assertThat(reds(Resampling.bilinear(stripes, 4, 1))).containsExactly(34, 40, 40, 46);
    }

    @Test
    void columnsAreTreatedAsRowsAre() {
        RgbImage column = new RgbImage(1, 2, new byte[] {0, 0, 0, 100, 100, 100});

        assertThat(reds(Resampling.bilinear(column, 1, 4))).containsExactly(0, 25, 75, 100);
    }

    @Test
    void anImageOfTheRightSizeIsReturnedItself() {
        RgbImage image = greyRow(1, 2, 3);

        assertThat(Resampling.bilinear(image, 3, 1)).isSameAs(image);
    }

    @Property(tries = 200)
    void anImageOfOneColourKeepsItAtEverySize(
            @ForAll @IntRange(min = 1, max = 90) int from,
            @ForAll @IntRange(min = 1, max = 90) int to,
            @ForAll @IntRange(max = 255) int value) {
        byte[] rgb = new byte[3 * from * from];
        Arrays.fill(rgb, (byte) value);

        RgbImage resized = Resampling.bilinear(new RgbImage(from, from, rgb), to, to);

        for (int red : reds(resized)) {
            assertThat(red).isEqualTo(value);
        }
    }

    @Test
    void aMaskTakesThePixelUnderTheCentre() {
        Mask mask = Mask.of(5, 1, new byte[] {0, 1, 0, 1, 0});

        // centres 0.83, 2.5, 4.17
        assertThat(Resampling.nearest(mask, 3, 1).pixels()).containsExactly(0, 0, 0);
        // centres 1.25, 3.75
        assertThat(Resampling.nearest(mask, 2, 1).pixels()).containsExactly(1, 1);
    }

    @Property(tries = 100)
    void aMaskEnlargedByAWholeFactorComesBack(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int side,
            @ForAll @IntRange(min = 1, max = 7) int factor) {
        byte[] pixels = new byte[side * side];
        new Random(seed).nextBytes(pixels);
        Mask mask = Mask.of(side, side, pixels);

        Mask enlarged = Resampling.nearest(mask, factor * side, factor * side);

        assertThat(enlarged.area()).isEqualTo(factor * factor * mask.area());
        assertThat(Resampling.nearest(enlarged, side, side)).isEqualTo(mask);
    }

    private static RgbImage greyRow(int... values) {
        byte[] rgb = new byte[3 * values.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) values[i / 3];
        }
        return new RgbImage(values.length, 1, rgb);
    }

    private static int[] reds(RgbImage image) {
        int[] reds = new int[image.width() * image.height()];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = image.rgb()[3 * i] & 0xff;
        }
        return reds;
    }
}
