package org.crobim.core.image;

import org.crobim.core.mask.Mask;

/**
 * Resizing of images and masks. Both read the whole frame: the left edge of the input falls on the left edge of the
 * output, the right on the right, whatever the aspect ratio.
 */
public final class Resampling {
    private Resampling() {}

    /**
     * Bilinear resizing with the filter widened by the reduction factor, so that shrinking does not alias; the rule of
     * Pillow's {@code BILINEAR}, rounding included: rows first, rounded to eight bits, then columns.
     *
     * @param image any size
     * @param width of the result, pixels, at least 1
     * @param height of the result, pixels, at least 1
     * @return the image itself when it has that size already
     */
    public static RgbImage bilinear(RgbImage image, int width, int height) {
        requireSize(width, height);
        byte[] pixels = image.rgb();
        if (width != image.width()) {
            pixels = TriangleFilter.of(image.width(), width).alongRows(pixels, image.height());
        }
        if (height != image.height()) {
            pixels = TriangleFilter.of(image.height(), height).alongColumns(pixels, 3 * width);
        }
        return pixels == image.rgb() ? image : new RgbImage(width, height, pixels);
    }

    /**
     * Nearest neighbour by pixel centres: output pixel i takes input pixel floor((i + 0.5) * input / output), the rule of
     * PyTorch's {@code nearest-exact}.
     *
     * @param mask any size
     * @param width of the result, pixels, at least 1
     * @param height of the result, pixels, at least 1
     */
    public static Mask nearest(Mask mask, int width, int height) {
        requireSize(width, height);
        int[] columns = nearestIndices(mask.width(), width);
        int[] rows = nearestIndices(mask.height(), height);
        byte[] source = mask.pixels();
        byte[] pixels = new byte[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            int sourceRow = rows[y] * mask.width();
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = source[sourceRow + columns[x]];
            }
        }
        return Mask.of(width, height, pixels);
    }

    // floor((i + 0.5) * input / output) in integers: floating point may fall on the wrong side of a whole number.
    private static int[] nearestIndices(int inputSize, int outputSize) {
        int[] indices = new int[outputSize];
        for (int i = 0; i < outputSize; i++) {
            indices[i] = (int) ((2L * i + 1) * inputSize / (2L * outputSize));
        }
        return indices;
    }

    private static void requireSize(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "Cannot resize to %d x %d: expected at least 1 x 1".formatted(width, height));
        }
    }
}
