package org.crobim.geo.source;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.ScenePatch;

/**
 * Reads a window at another size: bilinear, with the filter widened by the reduction so that shrinking does not alias, as
 * {@link org.crobim.core.image.Resampling} does, but row by row, so that a whole scene can be shrunk in little memory, and
 * with weights only for pixels that hold data. An output pixel holds data where at least half of its weight does.
 */
final class WindowResampler {
    private static final int CHANNELS = 4;
    private static final long BAND_BYTES = 64L << 20;

    private final PixelRows rows;
    private final PixelWindow source;
    private final Axis columns;
    private final Axis lines;
    private final byte[] rgb;
    private final byte[] valid;
    private final Deque<float[]> spare = new ArrayDeque<>();

    /** Sums of output rows that are not complete yet, the first of them being row {@link #done}. */
    private final Deque<float[]> open = new ArrayDeque<>();

    private int done;
    private byte[] bandColours = new byte[0];
    private byte[] bandValid = new byte[0];

    private WindowResampler(PixelRows rows, PixelWindow source, Axis columns, Axis lines) {
        this.rows = rows;
        this.source = source;
        this.columns = columns;
        this.lines = lines;
        this.rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(columns.size(), lines.size()))];
        this.valid = new byte[columns.size() * lines.size()];
    }

    /**
     * Reads a rectangle of any position and size at a number of pixels.
     *
     * @param rows of the image
     * @param frame of the rectangle in the pixel frame of the image; within it
     * @param outputWidth columns of the result
     * @param outputHeight rows of the result
     */
    static ScenePatch read(PixelRows rows, Frame frame, int outputWidth, int outputHeight) {
        PixelWindow source = frame.covering(rows.width(), rows.height());
        if (frame.isWhole(source) && source.width() == outputWidth && source.height() == outputHeight) {
            byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(outputWidth, outputHeight))];
            byte[] valid = new byte[outputWidth * outputHeight];
            rows.read(source, rgb, valid);
            return new ScenePatch(
                    new RgbImage(outputWidth, outputHeight, rgb), Mask.of(outputWidth, outputHeight, valid));
        }
        Axis columns = Axis.of(frame.x - source.x(), frame.width, source.width(), outputWidth);
        Axis lines = Axis.of(frame.y - source.y(), frame.height, source.height(), outputHeight);
        return new WindowResampler(rows, source, columns, lines).run();
    }

    /** A rectangle in the pixel frame; edges may lie within pixels. */
    record Frame(double x, double y, double width, double height) {
        PixelWindow covering(int sceneWidth, int sceneHeight) {
            int left = (int) Math.max(0, Math.floor(x + 1e-6));
            int top = (int) Math.max(0, Math.floor(y + 1e-6));
            int right = (int) Math.min(sceneWidth, Math.ceil(x + width - 1e-6));
            int bottom = (int) Math.min(sceneHeight, Math.ceil(y + height - 1e-6));
            left = Math.min(left, sceneWidth - 1);
            top = Math.min(top, sceneHeight - 1);
            return new PixelWindow(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        }

        boolean isWhole(PixelWindow window) {
            return x == window.x() && y == window.y() && width == window.width() && height == window.height();
        }
    }

    /** The filter along one axis. */
    private record Axis(int[] first, float[][] weights) {
        /**
         * A triangle of half-width max(1, scale) around each output centre.
         *
         * @param start of the frame, in input pixels
         * @param length of the frame, in input pixels
         */
        static Axis of(double start, double length, int inputSize, int outputSize) {
            double scale = length / outputSize;
            double halfWidth = Math.max(1, scale);
            int[] first = new int[outputSize];
            float[][] weights = new float[outputSize][];
            for (int i = 0; i < outputSize; i++) {
                double centre = start + (i + 0.5) * scale;
                first[i] = Math.min(inputSize - 1, Math.max(0, (int) Math.floor(centre - halfWidth + 0.5)));
                int end = Math.max(first[i] + 1, Math.min(inputSize, (int) Math.floor(centre + halfWidth + 0.5)));
                weights[i] = triangle(first[i], end, centre, halfWidth);
            }
            return new Axis(first, weights);
        }

        private static float[] triangle(int first, int end, double centre, double halfWidth) {
            double[] weights = new double[end - first];
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                weights[k] = Math.max(1e-9, 1 - Math.abs(k + first + 0.5 - centre) / halfWidth);
                sum += weights[k];
            }
            float[] normal = new float[weights.length];
            for (int k = 0; k < weights.length; k++) {
                normal[k] = (float) (weights[k] / sum);
            }
            return normal;
        }

        int size() {
            return first.length;
        }

        int end(int i) {
            return first[i] + weights[i].length;
        }
    }

    private ScenePatch run() {
        int most = (int) Math.max(1, BAND_BYTES / (CHANNELS * (long) source.width()));
        int together = rows.rowsTogether();
        for (int y = source.y(); y < source.bottom(); ) {
            long block = ((long) y / together + 1) * together;
            int height = (int) Math.min(Math.min(most, block - y), source.bottom() - y);
            readBand(new PixelWindow(source.x(), y, source.width(), height));
            y += height;
        }
        return new ScenePatch(
                new RgbImage(columns.size(), lines.size(), rgb), Mask.of(columns.size(), lines.size(), valid));
    }

    private void readBand(PixelWindow band) {
        int pixels = band.width() * band.height();
        if (bandValid.length < pixels) {
            bandColours = new byte[3 * pixels];
            bandValid = new byte[pixels];
        }
        rows.read(band, bandColours, bandValid);
        float[] row = new float[CHANNELS * columns.size()];
        for (int y = 0; y < band.height(); y++) {
            int start = y * band.width();
            boolean blank = isBlank(bandValid, start, start + band.width());
            if (!blank) {
                shrinkRow(bandColours, bandValid, start, row);
            }
            addRow(band.y() + y - source.y(), row, blank);
        }
    }

    /** Much of the frame of a satellite scene holds no data; it shall cost no arithmetic. */
    private static boolean isBlank(byte[] data, int start, int end) {
        for (int i = start; i < end; i++) {
            if (data[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** One input row along x: sums of red, green and blue times their weights, and of the weights of pixels with data. */
    private void shrinkRow(byte[] pixels, byte[] data, int start, float[] row) {
        for (int i = 0; i < columns.size(); i++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            float sum = 0;
            int index = start + columns.first[i];
            for (float weight : columns.weights[i]) {
                if (data[index] != 0) {
                    red += weight * (pixels[3 * index] & 0xff);
                    green += weight * (pixels[3 * index + 1] & 0xff);
                    blue += weight * (pixels[3 * index + 2] & 0xff);
                    sum += weight;
                }
                index++;
            }
            row[CHANNELS * i] = red;
            row[CHANNELS * i + 1] = green;
            row[CHANNELS * i + 2] = blue;
            row[CHANNELS * i + 3] = sum;
        }
    }

    private void addRow(int y, float[] row, boolean blank) {
        while (done + open.size() < lines.size() && lines.first[done + open.size()] <= y) {
            open.addLast(spare.isEmpty() ? new float[row.length] : spare.removeLast());
        }
        int line = done;
        for (float[] sums : open) {
            if (!blank && y < lines.end(line)) {
                float weight = lines.weights[line][y - lines.first[line]];
                for (int i = 0; i < row.length; i++) {
                    sums[i] += weight * row[i];
                }
            }
            line++;
        }
        while (!open.isEmpty() && y >= lines.end(done) - 1) {
            finish(open.removeFirst());
        }
    }

    private void finish(float[] sums) {
        int target = done * columns.size();
        for (int i = 0; i < columns.size(); i++) {
            float weight = sums[CHANNELS * i + 3];
            if (weight >= 0.499f) {
                for (int channel = 0; channel < 3; channel++) {
                    rgb[3 * (target + i) + channel] =
                            (byte) Math.min(255, (int) (sums[CHANNELS * i + channel] / weight + 0.5f));
                }
                valid[target + i] = 1;
            }
        }
        Arrays.fill(sums, 0);
        spare.addLast(sums);
        done++;
    }
}
