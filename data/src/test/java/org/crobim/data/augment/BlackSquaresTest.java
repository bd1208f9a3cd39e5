package org.crobim.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.junit.jupiter.api.Test;

class BlackSquaresTest {
    private static final int SIDE = 300;

    /** White images. */
    private static final ReferringDataset WHITE = new ReferringDataset() {
        @Override
        public String name() {
            return "white";
        }

        @Override
        public List<ReferringSample> samples() {
            return IntStream.range(0, 500)
                    .mapToObj(i -> ReferringSample.ofText("sample-" + i, "image-" + i, "the ship"))
                    .toList();
        }

        @Override
        public RgbImage readImage(ReferringSample sample) {
            byte[] rgb = new byte[3 * SIDE * SIDE];
            Arrays.fill(rgb, (byte) -1);
            return new RgbImage(SIDE, SIDE, rgb);
        }

        @Override
        public Mask readMask(ReferringSample sample) {
            return Mask.empty(SIDE, SIDE);
        }
    };

    private static int blackPixels(RgbImage image) {
        byte[] rgb = image.rgb();
        return (int) IntStream.range(0, rgb.length / 3)
                .filter(pixel -> rgb[3 * pixel] == 0 && rgb[3 * pixel + 1] == 0 && rgb[3 * pixel + 2] == 0)
                .count();
    }

    @Test
    void aFifthOfTheSamplesIsHiddenInPartByTwentyToSixtySquares() {
        BlackSquares hidden = new BlackSquares(WHITE, 0.2, 7);

        List<Integer> covered = hidden.samples().stream()
                .map(sample -> blackPixels(hidden.readImage(sample)))
                .filter(black -> black > 0)
                .toList();

        assertThat(covered)
                .hasSizeBetween(70, 130)
                .allSatisfy(black -> assertThat(black).isBetween(5 * 32 * 32, 60 * 32 * 32));
    }

    @Test
    void theSameSampleIsHiddenTheSameWayInEveryEpoch() {
        BlackSquares hidden = new BlackSquares(WHITE, 1, 7);
        ReferringSample sample = hidden.samples().get(3);

        assertThat(hidden.readImage(sample).rgb())
                .isEqualTo(hidden.readImage(sample).rgb());
        assertThat(hidden.readImage(sample).rgb())
                .isNotEqualTo(hidden.readImage(hidden.samples().get(4)).rgb())
                .isNotEqualTo(new BlackSquares(WHITE, 1, 8).readImage(sample).rgb());
    }

    @Test
    void aShareAboveOneIsRefused() {
        assertThatThrownBy(() -> new BlackSquares(WHITE, 1.5, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }
}
