package org.crobim.model.nn;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Tensors;

/** Where each pixel of a map lies, as channels that a network can read. */
public final class PixelCoordinates {
    /** x, y, 1 - x, 1 - y, centred x, centred y, 1 / w, 1 / h. */
    public static final int CHANNELS = 8;

    private PixelCoordinates() {}

    /**
     * The eight coordinate channels: x and y of pixel centres in 0..1, centred ones in -1..1.
     *
     * @param like gives dtype and device
     * @return (h, w, 8), owned by the innermost scope
     */
    public static Tensor of(long height, long width, Tensor like) {
        float[] values = new float[Math.toIntExact(height * width * CHANNELS)];
        int i = 0;
        for (int row = 0; row < height; row++) {
            float y = (row + 0.5f) / height;
            for (int column = 0; column < width; column++) {
                float x = (column + 0.5f) / width;
                values[i++] = x;
                values[i++] = y;
                values[i++] = 1 - x;
                values[i++] = 1 - y;
                values[i++] = 2 * x - 1;
                values[i++] = 2 * y - 1;
                values[i++] = 1f / width;
                values[i++] = 1f / height;
            }
        }
        return Tensors.floats(values, height, width, CHANNELS).to(like.device(), like.scalar_type());
    }

    /**
     * The customary two-dimensional sine encoding: half of the channels follow y, half follow x; positions run
     * over 0..2 pi, whatever the size, and frequencies fall geometrically from 1 to 1e-4.
     *
     * @param channels divisible by 4
     * @param like gives dtype and device
     * @return (h * w, channels), owned by the innermost scope
     */
    public static Tensor sines(long height, long width, int channels, Tensor like) {
        // The encoding is separable: a line for y and a line for x hold all of its values.
        int half = channels / 2;
        Tensor ofRows = line(height, half).unsqueeze(1).expand(height, width, half);
        Tensor ofColumns = line(width, half).unsqueeze(0).expand(height, width, half);
        return Tensors.cat(2, ofRows, ofColumns).flatten(0, 1).to(like.device(), like.scalar_type());
    }

    /** Codes of the places along one side, (length, channels). */
    private static Tensor line(long length, int channels) {
        float[] values = new float[Math.toIntExact(length * channels)];
        for (int place = 0; place < length; place++) {
            double position = 2 * Math.PI * (place + 1) / length;
            for (int k = 0; k < channels; k += 2) {
                double angle = position / Math.pow(10_000, (double) k / channels);
                values[place * channels + k] = (float) Math.sin(angle);
                values[place * channels + k + 1] = (float) Math.cos(angle);
            }
        }
        return Tensors.floats(values, length, channels);
    }
}
