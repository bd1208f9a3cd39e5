package org.crobim.data.augment;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;

/**
 * A data set some of whose images are hidden in part: for a share of the samples, drawn once, 20 to 60 black squares of 32 pixels
 * lie on the original image, as in RMSIN's recipe. Masks stay whole.
 */
public final class BlackSquares implements ReferringDataset {
    private static final int LEAST_SQUARES = 20;
    private static final int MOST_SQUARES = 60;
    private static final int SIDE_PIXELS = 32;

    private final ReferringDataset dataset;
    private final double share;
    private final long seed;

    /**
     * @param dataset images as they are
     * @param share of the samples that are hidden in part, 0..1
     * @param seed decides which samples, and where the squares lie
     */
    public BlackSquares(ReferringDataset dataset, double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "share of images with black squares is %s, expected 0..1".formatted(share));
        }
        this.dataset = dataset;
        this.share = share;
        this.seed = seed;
    }

    @Override
    public String name() {
        return dataset.name();
    }

    @Override
    public List<ReferringSample> samples() {
        return dataset.samples();
    }

    @Override
    public RgbImage readImage(ReferringSample sample) {
        RgbImage image = dataset.readImage(sample);
        SplittableRandom random =
                new SplittableRandom(seed ^ (0x9E3779B97F4A7C15L * sample.id().hashCode()));
        return random.nextDouble() < share ? covered(image, random) : image;
    }

    @Override
    public Mask readMask(ReferringSample sample) {
        return dataset.readMask(sample);
    }

    private static RgbImage covered(RgbImage image, SplittableRandom random) {
        byte[] rgb = image.rgb().clone();
        int squares = random.nextInt(LEAST_SQUARES, MOST_SQUARES + 1);
        for (int i = 0; i < squares; i++) {
            int left = random.nextInt(Math.max(1, image.width() - SIDE_PIXELS + 1));
            int top = random.nextInt(Math.max(1, image.height() - SIDE_PIXELS + 1));
            blacken(rgb, image, left, top);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    private static void blacken(byte[] rgb, RgbImage image, int left, int top) {
        int right = Math.min(image.width(), left + SIDE_PIXELS);
        int bottom = Math.min(image.height(), top + SIDE_PIXELS);
        for (int y = top; y < bottom; y++) {
            Arrays.fill(rgb, 3 * (y * image.width() + left), 3 * (y * image.width() + right), (byte) 0);
        }
    }
}
