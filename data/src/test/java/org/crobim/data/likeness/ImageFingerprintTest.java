package org.crobim.data.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.junit.jupiter.api.Test;

class ImageFingerprintTest {
    @Test
    void oneChangedSampleChangesTheFingerprintButNotTheLook() {
        RgbImage image = scene(3);
        byte[] rgb = image.rgb().clone();
        rgb[100] ^= 1;

        ImageFingerprint changed = ImageFingerprint.of(new RgbImage(image.width(), image.height(), rgb));

        assertThat(changed).isNotEqualTo(ImageFingerprint.of(image));
        assertThat(changed.look()).isEqualTo(ImageFingerprint.of(image).look());
        assertThat(ImageFingerprint.of(scene(3))).isEqualTo(ImageFingerprint.of(image));
    }

    @Test
    void everyCellWithABrighterRightNeighbourSetsItsBit() {
        byte[] rgb = new byte[3 * 34 * 32];
        for (int i = 0; i < rgb.length; i++) {
            int column = i / 3 % 34 / 2;
            int row = i / 3 / 34 / 2;
            rgb[i] = (byte) (row == 15 && column == 16 ? 200 : 40);
        }

        ImageFingerprint fingerprint = ImageFingerprint.of(new RgbImage(34, 32, rgb));

        assertThat(fingerprint.look()).isEqualTo(new PerceptualHash(0, 0, 0, 1L << 63));
        assertThat(fingerprint.contrast()).isEqualTo(160);
    }

    @Test
    void halfTheSizeLooksTheSameAndOtherScenesDoNot() {
        RgbImage image = Resampling.bilinear(scene(5), 512, 512);
        PerceptualHash look = ImageFingerprint.of(image).look();

        RgbImage half = Resampling.bilinear(image, 256, 256);

        assertThat(look.distance(ImageFingerprint.of(half).look()))
                .isLessThanOrEqualTo(LikenessIndex.MOST_DIFFERENT_BITS);
        for (int seed = 6; seed < 30; seed++) {
            assertThat(look.distance(ImageFingerprint.of(scene(seed)).look())).isGreaterThan(40);
        }
    }

    @Test
    void imagesSmallerThanTheGridHaveAFingerprint() {
        assertThat(ImageFingerprint.of(new RgbImage(3, 1, new byte[] {0, 0, 0, 9, 9, 9, 90, 90, 90}))
                        .showsSomething())
                .isTrue();
    }

    @Test
    void flatImagesAreNotCompared() {
        LikenessIndex index = new LikenessIndex();
        ImageFingerprint black = ImageFingerprint.of(new RgbImage(20, 20, new byte[1200]));
        index.add(black);

        assertThat(index.alike(black)).isEmpty();
    }

    @Test
    void theIndexFindsExactlyWhatComparingAllWithAllFinds() {
        SplittableRandom random = new SplittableRandom(8);
        LikenessIndex index = new LikenessIndex();
        List<ImageFingerprint> added = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            ImageFingerprint print = i % 3 == 0 || added.isEmpty()
                    ? print(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())
                    : flipped(added.get(random.nextInt(added.size())), random.nextInt(20), random);
            List<Integer> expected = new ArrayList<>();
            for (int k = 0; k < added.size(); k++) {
                if (added.get(k).look().distance(print.look()) <= LikenessIndex.MOST_DIFFERENT_BITS) {
                    expected.add(k);
                }
            }
            assertThat(index.alike(print)).isEqualTo(expected);
            index.add(print);
            added.add(print);
        }
    }

    private static ImageFingerprint print(long first, long second, long third, long fourth) {
        return new ImageFingerprint(8, 8, 0, new PerceptualHash(first, second, third, fourth), 100);
    }

    private static ImageFingerprint flipped(ImageFingerprint print, int bits, SplittableRandom random) {
        long[] words = {
            print.look().first(),
            print.look().second(),
            print.look().third(),
            print.look().fourth()
        };
        for (int i = 0; i < bits; i++) {
            words[random.nextInt(4)] ^= 1L << random.nextInt(64);
        }
        return print(words[0], words[1], words[2], words[3]);
    }

    /** A picture with large light and dark areas, another for each seed. */
    private static RgbImage scene(long seed) {
        byte[] coarse = new byte[3 * 20 * 20];
        new SplittableRandom(seed).nextBytes(coarse);
        return Resampling.bilinear(new RgbImage(20, 20, coarse), 64, 64);
    }
}
