package org.crobim.data.likeness;

import java.util.zip.CRC32C;
import org.crobim.core.image.RgbImage;

/**
 * What two images are compared by: equal fingerprints mean equal pixels, near ones a common look.
 *
 * <p>The look is a difference hash: the grey image is averaged to 17 x 16 cells, and a bit of
 * {@link PerceptualHash} says for each cell whether its right neighbour is brighter. Another size, format, brightness or
 * contrast leaves most bits; a shift, a turn or a crop does not.
 *
 * @param width pixels
 * @param height pixels
 * @param checksum CRC-32C of all samples
 * @param look 256 bits that survive another encoding
 * @param contrast difference between the brightest and the darkest cell, grey levels 0..255
 */
public record ImageFingerprint(int width, int height, int checksum, PerceptualHash look, double contrast) {
    private static final int COLUMNS = 17;
    private static final int ROWS = 16;
    /** Below this the look is that of the noise. */
    private static final double LEAST_CONTRAST = 4;
    /** Of a large image some rows are enough to tell how bright a cell is. */
    private static final int ENOUGH_PIXEL_ROWS = 16;
    /** Grey is (r + 2 g + b) / 4; the division waits until the end. */
    private static final int WEIGHTS = 4;

    /** Looks at every pixel once. */
    public static ImageFingerprint of(RgbImage image) {
        CRC32C checksum = new CRC32C();
        checksum.update(image.rgb());
        double[] cells = cells(image);
        long[] bits = new long[PerceptualHash.WORDS];
        double darkest = cells[0];
        double brightest = cells[0];
        int bit = 0;
        for (int i = 0; i < cells.length; i++) {
            darkest = Math.min(darkest, cells[i]);
            brightest = Math.max(brightest, cells[i]);
            if (i % COLUMNS < COLUMNS - 1) {
                bits[bit / Long.SIZE] |= (cells[i + 1] > cells[i] ? 1L : 0L) << bit;
                bit++;
            }
        }
        return new ImageFingerprint(
                image.width(), image.height(), (int) checksum.getValue(), PerceptualHash.of(bits), brightest - darkest);
    }

    /** Whether there is enough to see for comparing looks. */
    public boolean showsSomething() {
        return contrast >= LEAST_CONTRAST;
    }

    private static double[] cells(RgbImage image) {
        double[] cells = new double[COLUMNS * ROWS];
        int step = Math.max(1, image.height() / (ROWS * ENOUGH_PIXEL_ROWS));
        for (int row = 0; row < ROWS; row++) {
            int top = first(row, ROWS, image.height());
            int bottom = Math.max(top + 1, first(row + 1, ROWS, image.height()));
            for (int column = 0; column < COLUMNS; column++) {
                int left = first(column, COLUMNS, image.width());
                int right = Math.max(left + 1, first(column + 1, COLUMNS, image.width()));
                long sum = 0;
                int rows = 0;
                for (int y = top; y < bottom; y += step) {
                    sum += rowSum(image, y, left, right);
                    rows++;
                }
                cells[row * COLUMNS + column] = sum / (double) (WEIGHTS * rows * (right - left));
            }
        }
        return cells;
    }

    private static int first(int cell, int cells, int pixels) {
        return (int) ((long) cell * pixels / cells);
    }

    private static int rowSum(RgbImage image, int y, int left, int right) {
        byte[] rgb = image.rgb();
        int from = 3 * (y * image.width() + left);
        int to = 3 * (y * image.width() + right);
        int sum = 0;
        for (int i = from; i < to; i += 3) {
            sum += (rgb[i] & 0xff) + 2 * (rgb[i + 1] & 0xff) + (rgb[i + 2] & 0xff);
        }
        return sum;
    }
}
