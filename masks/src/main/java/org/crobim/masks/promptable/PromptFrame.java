package org.crobim.masks.promptable;

import org.crobim.core.geometry.Box;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;

/**
 * The square that the encoder sees: the longer side of the picture becomes the side of the square, the rest is padding at the
 * bottom or at the right, as Segment Anything was trained.
 *
 * @param side of the square, pixels
 * @param width of the picture in the square, pixels
 * @param height of the picture in the square, pixels
 * @param scale pixels of the square for one of the picture
 */
record PromptFrame(int side, int width, int height, double scale) {
    private static final float[] MEAN = {123.675f, 116.28f, 103.53f};
    private static final float[] DEVIATION = {58.395f, 57.12f, 57.375f};

    static PromptFrame of(RgbImage image, int side) {
        double scale = (double) side / Math.max(image.width(), image.height());
        return new PromptFrame(
                side,
                (int) Math.max(1, Math.round(image.width() * scale)),
                (int) Math.max(1, Math.round(image.height() * scale)),
                scale);
    }

    /** The picture as (1, 3, side, side), normalised, padding 0. */
    OnnxNetwork.Values pixels(RgbImage image) {
        byte[] rgb = Resampling.bilinear(image, width, height).rgb();
        float[] values = new float[3 * side * side];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int value = rgb[3 * (y * width + x) + channel] & 0xff;
                    values[(channel * side + y) * side + x] = (value - MEAN[channel]) / DEVIATION[channel];
                }
            }
        }
        return new OnnxNetwork.Values(values, 1, 3, side, side);
    }

    /** The corners of a box as two points (1, 2, 2), top left first. */
    OnnxNetwork.Values points(Box box) {
        return new OnnxNetwork.Values(
                new float[] {
                    (float) (box.xMin() * scale),
                    (float) (box.yMin() * scale),
                    (float) (box.xMax() * scale),
                    (float) (box.yMax() * scale)
                },
                1,
                2,
                2);
    }
}
