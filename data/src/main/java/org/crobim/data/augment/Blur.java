package org.crobim.data.augment;

/** Separable Gaussian blur of interleaved RGB bytes; the border pixel repeats. */
final class Blur {
    private static final int REACH = 3;

    private Blur() {}

    /** A blurred copy; the deviation, in pixels, is at most 1.5 so that seven taps hold the bell. */
    static byte[] gaussian(byte[] rgb, int width, int height, double deviationPixels) {
        float[] bell = bell(deviationPixels);
        byte[] along = pass(rgb, bell, new Axis(width, 3), new Axis(height, 3 * width));
        return pass(along, bell, new Axis(height, 3 * width), new Axis(width, 3));
    }

    /** Pixels along an axis and how many bytes they are apart. */
    private record Axis(int length, int stepBytes) {}

    private static float[] bell(double deviation) {
        float[] bell = new float[2 * REACH + 1];
        float sum = 0;
        for (int k = -REACH; k <= REACH; k++) {
            bell[k + REACH] = (float) Math.exp(-0.5 * k * k / (deviation * deviation));
            sum += bell[k + REACH];
        }
        for (int k = 0; k < bell.length; k++) {
            bell[k] /= sum;
        }
        return bell;
    }

    private static byte[] pass(byte[] rgb, float[] bell, Axis along, Axis across) {
        byte[] result = new byte[rgb.length];
        for (int line = 0; line < across.length(); line++) {
            for (int i = 0; i < along.length(); i++) {
                for (int channel = 0; channel < 3; channel++) {
                    int start = line * across.stepBytes() + channel;
                    float sum = 0.5f;
                    for (int k = -REACH; k <= REACH; k++) {
                        int at = Math.max(0, Math.min(along.length() - 1, i + k));
                        sum += bell[k + REACH] * (rgb[start + at * along.stepBytes()] & 0xff);
                    }
                    result[start + i * along.stepBytes()] = (byte) (int) sum;
                }
            }
        }
        return result;
    }
}
