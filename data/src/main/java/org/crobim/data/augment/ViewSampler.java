package org.crobim.data.augment;

import org.crobim.core.image.RgbImage;
import org.crobim.data.augment.View.Orientation;

/**
 * Shows a view of an image: bilinear where it enlarges, a triangle filter as wide as a result pixel where it shrinks,
 * the same filter that resizes whole images for prediction. Separable, rows first.
 */
final class ViewSampler {
    private ViewSampler() {}

    /** The pixels of a view. */
    static RgbImage sample(RgbImage source, View view) {
        Taps columns = Taps.of(view.window().xMin(), view.window().width(), view.stretchedWidth(), source.width());
        Taps rows = Taps.of(view.window().yMin(), view.window().height(), view.stretchedHeight(), source.height());
        byte[] seen = new byte[3 * view.width() * view.height()];
        float[] mixed = new float[3 * (columns.end() - columns.start())];
        for (int y = 0; y < rows.count(); y++) {
            mixRows(source, rows, y, columns.start(), mixed);
            for (int x = 0; x < columns.count(); x++) {
                writePixel(mixed, columns, x, seen, target(view, x, y));
            }
        }
        return new RgbImage(view.width(), view.height(), seen);
    }

    /** Weighted mean of the source rows behind result row y, columns from the first one needed. */
    private static void mixRows(RgbImage source, Taps rows, int y, int firstColumn, float[] mixed) {
        byte[] rgb = source.rgb();
        for (int k = 0; k < rows.weights()[y].length; k++) {
            float weight = rows.weights()[y][k];
            int from = 3 * ((rows.first()[y] + k) * source.width() + firstColumn);
            if (k == 0) {
                for (int i = 0; i < mixed.length; i++) {
                    mixed[i] = weight * (rgb[from + i] & 0xff);
                }
            } else {
                for (int i = 0; i < mixed.length; i++) {
                    mixed[i] += weight * (rgb[from + i] & 0xff);
                }
            }
        }
    }

    private static void writePixel(float[] mixed, Taps columns, int x, byte[] seen, int target) {
        float[] weights = columns.weights()[x];
        int from = 3 * (columns.first()[x] - columns.start());
        float red = 0.5f;
        float green = 0.5f;
        float blue = 0.5f;
        for (int k = 0; k < weights.length; k++) {
            red += weights[k] * mixed[from + 3 * k];
            green += weights[k] * mixed[from + 3 * k + 1];
            blue += weights[k] * mixed[from + 3 * k + 2];
        }
        seen[target] = (byte) Math.min(255, (int) red);
        seen[target + 1] = (byte) Math.min(255, (int) green);
        seen[target + 2] = (byte) Math.min(255, (int) blue);
    }

    /** Where stretched pixel (x, y) goes once the view is turned. */
    private static int target(View view, int x, int y) {
        Orientation orientation = view.orientation();
        int across = orientation.transposed() ? y : x;
        int down = orientation.transposed() ? x : y;
        int column = orientation.flippedX() ? view.width() - 1 - across : across;
        int row = orientation.flippedY() ? view.height() - 1 - down : down;
        return 3 * (row * view.width() + column);
    }

    /**
     * The source pixels behind each result pixel along one axis.
     *
     * @param first source pixel of the first weight of each result pixel
     * @param weights sum to 1 for each result pixel
     */
    private record Taps(int[] first, float[][] weights) {
        static Taps of(double start, double length, int count, int sourceSide) {
            int[] first = new int[count];
            float[][] weights = new float[count][];
            double scale = length / count;
            double reach = Math.max(1, scale);
            for (int i = 0; i < count; i++) {
                double centre = start + (i + 0.5) * scale;
                int from = clamp((int) Math.ceil(centre - reach - 0.5), sourceSide);
                int to = clamp((int) Math.floor(centre + reach - 0.5), sourceSide);
                first[i] = from;
                weights[i] = triangle(centre - from - 0.5, reach, to - from + 1);
            }
            return new Taps(first, weights);
        }

        private static int clamp(int pixel, int side) {
            return Math.max(0, Math.min(side - 1, pixel));
        }

        private static float[] triangle(double offset, double reach, int count) {
            float[] weights = new float[count];
            float sum = 0;
            for (int k = 0; k < count; k++) {
                weights[k] = (float) Math.max(1e-6, 1 - Math.abs(k - offset) / reach);
                sum += weights[k];
            }
            for (int k = 0; k < count; k++) {
                weights[k] /= sum;
            }
            return weights;
        }

        int count() {
            return first.length;
        }

        /** First source pixel needed by any result pixel. */
        int start() {
            return first[0];
        }

        /** One past the last source pixel needed. */
        int end() {
            int last = first.length - 1;
            return first[last] + weights[last].length;
        }
    }
}
