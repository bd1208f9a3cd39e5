package org.crobim.data.augment;

import java.util.random.RandomGenerator;
import org.crobim.core.image.RgbImage;

/**
 * Changes colours and sharpness after the sentences are drawn: nothing here moves a pixel.
 *
 * @param strength how often and how far
 */
public record PhotometricJitter(Augmentation.Photometry strength) {
    private static final double LEAST_BLUR_PIXELS = 0.4;
    private static final double MOST_BLUR_PIXELS = 1.2;
    private static final double LEAST_NOISE = 1;
    private static final double MOST_NOISE = 8;

    /** Deviation of the difference of two uniform bytes, in steps. */
    private static final double BYTE_PAIR_DEVIATION = 256 / Math.sqrt(6);

    /** A changed copy of an image; a new image with the same pixels when no change is drawn. */
    public RgbImage apply(RgbImage image, RandomGenerator random) {
        byte[] rgb = image.rgb();
        if (random.nextDouble() < strength.colourShare()) {
            rgb = recoloured(rgb, colourMatrix(random), toneCurve(random));
        }
        if (random.nextDouble() < strength.blurShare()) {
            double deviation = between(random, LEAST_BLUR_PIXELS, MOST_BLUR_PIXELS);
            rgb = Blur.gaussian(rgb, image.width(), image.height(), deviation);
        }
        if (random.nextDouble() < strength.noiseShare()) {
            rgb = noisy(rgb, between(random, LEAST_NOISE, MOST_NOISE), random);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /** Saturation, then hue, then the order of channels: rows are the new red, green and blue. */
    private float[] colourMatrix(RandomGenerator random) {
        Augmentation.Hue hue = strength.hue();
        double saturation = random.nextDouble() < hue.greyShare() ? 0 : 1 + spread(random, hue.saturation());
        double angle = Math.toRadians(spread(random, hue.hueDegrees()));
        int[] order = random.nextDouble() < hue.channelSwapShare() ? shuffledChannels(random) : new int[] {0, 1, 2};
        double[] luminance = {0.299, 0.587, 0.114};
        // Rotation about the grey axis: a circulant matrix, equal weights off the diagonal up to the sine term.
        double third = (1 - Math.cos(angle)) / 3;
        double skew = Math.sin(angle) / Math.sqrt(3);
        double[] turn = {Math.cos(angle) + third, third - skew, third + skew};
        float[] matrix = new float[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double value = 0;
                for (int k = 0; k < 3; k++) {
                    double saturated = (1 - saturation) * luminance[column] + (k == column ? saturation : 0);
                    value += turn[Math.floorMod(k - row, 3)] * saturated;
                }
                matrix[3 * order[row] + column] = (float) value;
            }
        }
        return matrix;
    }

    private static int[] shuffledChannels(RandomGenerator random) {
        int[] order = {0, 1, 2};
        for (int i = 2; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** New grey level of each grey level. */
    private byte[] toneCurve(RandomGenerator random) {
        Augmentation.Tone tone = strength.tone();
        double shift = spread(random, tone.brightness());
        double contrast = 1 + spread(random, tone.contrast());
        double exponent = Math.exp(spread(random, tone.gamma()));
        byte[] curve = new byte[256];
        for (int i = 0; i < 256; i++) {
            double level = 0.5 + contrast * (Math.pow(i / 255.0, exponent) - 0.5) + shift;
            curve[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, level)));
        }
        return curve;
    }

    private static byte[] recoloured(byte[] rgb, float[] matrix, byte[] curve) {
        byte[] result = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i += 3) {
            int red = rgb[i] & 0xff;
            int green = rgb[i + 1] & 0xff;
            int blue = rgb[i + 2] & 0xff;
            for (int row = 0; row < 3; row++) {
                float level = matrix[3 * row] * red + matrix[3 * row + 1] * green + matrix[3 * row + 2] * blue + 0.5f;
                result[i + row] = curve[Math.max(0, Math.min(255, (int) level))];
            }
        }
        return result;
    }

    /** Adds noise that is nearly normal: eight random bits minus eight others, four values out of one draw. */
    private static byte[] noisy(byte[] rgb, double deviation, RandomGenerator random) {
        byte[] result = new byte[rgb.length];
        float scale = (float) (deviation / BYTE_PAIR_DEVIATION);
        long bits = 0;
        for (int i = 0; i < rgb.length; i++) {
            bits = i % 4 == 0 ? random.nextLong() : bits >>> 16;
            int step = (int) (bits & 0xff) - (int) (bits >>> 8 & 0xff);
            result[i] = (byte) Math.max(0, Math.min(255, Math.round((rgb[i] & 0xff) + scale * step)));
        }
        return result;
    }

    private static double spread(RandomGenerator random, double most) {
        return most * (2 * random.nextDouble() - 1);
    }

    private static double between(RandomGenerator random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }
}
