package org.crobim.predict;

import org.crobim.core.mask.Mask;

/**
 * The margin of the target over the background on the coarse grid of the network.
 *
 * <p>Bilinear interpolation is linear, so the margin of the interpolated logits is the interpolated margin, and the
 * target wins the softmax where it is above zero. Rows are interpolated one at a time: beside the mask itself, memory does
 * not depend on the size of the image.
 *
 * @param width columns of the grid
 * @param height rows of the grid
 * @param margins height * width values, logit of the target minus logit of the background, rows from the top; not copied
 */
public record LogitGrid(int width, int height, float[] margins) {
    /** Checks the size. */
    public LogitGrid {
        if (width < 1 || height < 1 || margins.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "Logit grid of %d x %d got %d values".formatted(width, height, margins.length));
        }
    }

    /**
     * Where the target wins, at the size of the image; bilinear with pixel centres aligned (align_corners = false), as in
     * training.
     *
     * @param imageWidth pixels, at least 1
     * @param imageHeight pixels, at least 1
     */
    public Mask winner(int imageWidth, int imageHeight) {
        byte[] pixels = new byte[Math.multiplyExact(imageWidth, imageHeight)];
        interpolate(imageWidth, imageHeight, (pixel, margin) -> pixels[pixel] = (byte) (margin > 0 ? 1 : 0));
        return Mask.of(imageWidth, imageHeight, pixels);
    }

    /**
     * The margin at every pixel of the image, by the same rule.
     *
     * @param imageWidth pixels, at least 1
     * @param imageHeight pixels, at least 1
     * @param receiver gets every pixel once, rows from the top
     */
    public void interpolate(int imageWidth, int imageHeight, MarginReceiver receiver) {
        Axis columns = Axis.between(width, imageWidth);
        Axis rows = Axis.between(height, imageHeight);
        float[] row = new float[width];
        for (int y = 0; y < imageHeight; y++) {
            blendRows(rows.first()[y], rows.second()[y], rows.weight()[y], row);
            int offset = y * imageWidth;
            for (int x = 0; x < imageWidth; x++) {
                float left = row[columns.first()[x]];
                float right = row[columns.second()[x]];
                receiver.accept(offset + x, left + columns.weight()[x] * (right - left));
            }
        }
    }

    /** Takes interpolated margins. */
    @FunctionalInterface
    public interface MarginReceiver {
        /**
         * Takes one.
         *
         * @param pixel row times width plus column
         * @param margin logit of the target minus logit of the background
         */
        void accept(int pixel, float margin);
    }

    private void blendRows(int firstRow, int secondRow, float weight, float[] row) {
        for (int x = 0; x < width; x++) {
            float above = margins[firstRow * width + x];
            float below = margins[secondRow * width + x];
            row[x] = above + weight * (below - above);
        }
    }

    /**
     * How positions of the image fall between positions of the grid.
     *
     * @param first grid index at or before the position
     * @param second grid index after it, or the last
     * @param weight share of the second, 0..1
     */
    private record Axis(int[] first, int[] second, float[] weight) {
        static Axis between(int gridSize, int imageSize) {
            Axis axis = new Axis(new int[imageSize], new int[imageSize], new float[imageSize]);
            double scale = (double) gridSize / imageSize;
            for (int i = 0; i < imageSize; i++) {
                double position = Math.max(0, (i + 0.5) * scale - 0.5);
                int index = Math.min((int) position, gridSize - 1);
                axis.first[i] = index;
                axis.second[i] = Math.min(index + 1, gridSize - 1);
                axis.weight[i] = (float) (position - index);
            }
            return axis;
        }
    }
}
