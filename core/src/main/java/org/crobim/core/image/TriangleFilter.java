package org.crobim.core.image;

import java.util.Arrays;

/** The weights of one resizing pass. */
final class TriangleFilter {
    /** Fraction bits: 255 * 2^22 plus the rounding still fits an int. */
    private static final int FRACTION_BITS = 22;

    private static final int HALF = 1 << (FRACTION_BITS - 1);

    private final int inputSize;

    /** Of each output sample, its first input sample. */
    private final int[] first;

    /** Of each output sample, the fixed-point weights of its inputs from the first on, adding up to about 2^22. */
    private final int[][] weights;

    private TriangleFilter(int inputSize, int[] first, int[][] weights) {
        this.inputSize = inputSize;
        this.first = first;
        this.weights = weights;
    }

    /** The triangle filter of half-width max(1, input / output) input samples around each output centre. */
    static TriangleFilter of(int inputSize, int outputSize) {
        double scale = (double) inputSize / outputSize;
        double halfWidth = Math.max(1, scale);
        int[] first = new int[outputSize];
        int[][] weights = new int[outputSize][];
        for (int i = 0; i < outputSize; i++) {
            double centre = (i + 0.5) * scale;
            first[i] = Math.max(0, (int) (centre - halfWidth + 0.5));
            int end = Math.min(inputSize, (int) (centre + halfWidth + 0.5));
            weights[i] = fixedPoint(triangle(first[i], end, centre, halfWidth));
        }
        return new TriangleFilter(inputSize, first, weights);
    }

    private static double[] triangle(int first, int end, double centre, double halfWidth) {
        double[] weights = new double[end - first];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.max(0, 1 - Math.abs(k + first - centre + 0.5) / halfWidth);
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    private static int[] fixedPoint(double[] weights) {
        int[] fixed = new int[weights.length];
        for (int k = 0; k < fixed.length; k++) {
            fixed[k] = (int) (0.5 + weights[k] * (1 << FRACTION_BITS));
        }
        return fixed;
    }

    /** Resizes interleaved RGB along x. */
    byte[] alongRows(byte[] rgb, int rows) {
        int outputSize = first.length;
        byte[] result = new byte[Math.multiplyExact(3 * rows, outputSize)];
        int target = 0;
        for (int y = 0; y < rows; y++) {
            int row = 3 * y * inputSize;
            for (int x = 0; x < outputSize; x++) {
                int red = HALF;
                int green = HALF;
                int blue = HALF;
                int source = row + 3 * first[x];
                for (int weight : weights[x]) {
                    red += weight * (rgb[source++] & 0xff);
                    green += weight * (rgb[source++] & 0xff);
                    blue += weight * (rgb[source++] & 0xff);
                }
                result[target++] = toByte(red);
                result[target++] = toByte(green);
                result[target++] = toByte(blue);
            }
        }
        return result;
    }

    /** Resizes along y; whole rows are added up, which keeps memory access in order. */
    byte[] alongColumns(byte[] rgb, int rowLength) {
        int outputSize = first.length;
        byte[] result = new byte[Math.multiplyExact(rowLength, outputSize)];
        int[] sums = new int[rowLength];
        for (int y = 0; y < outputSize; y++) {
            Arrays.fill(sums, HALF);
            int source = first[y] * rowLength;
            for (int weight : weights[y]) {
                for (int i = 0; i < rowLength; i++) {
                    sums[i] += weight * (rgb[source + i] & 0xff);
                }
                source += rowLength;
            }
            for (int i = 0; i < rowLength; i++) {
                result[y * rowLength + i] = toByte(sums[i]);
            }
        }
        return result;
    }

    // A weight sum just above 2^22 can carry white to 256 or past the sign bit: never here, since 255.5 * 2^22 < 2^30.
    private static byte toByte(int sum) {
        return (byte) Math.min(255, sum >> FRACTION_BITS);
    }
}
