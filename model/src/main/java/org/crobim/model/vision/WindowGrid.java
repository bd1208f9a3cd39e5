package org.crobim.model.vision;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Cuts maps of one size into square windows and puts them together again.
 *
 * @param height of the map in tokens
 * @param width of the map in tokens
 * @param side of a window in tokens
 * @param shift tokens by which the windows start further down and to the right; they wrap around
 */
record WindowGrid(long height, long width, long side, long shift) {
    /** The grid for maps (B, H, W, C) as large as the given one. */
    static WindowGrid over(Tensor map, long side, long shift) {
        return new WindowGrid(map.size(1), map.size(2), side, shift);
    }

    /** Windows from top to bottom. */
    long rows() {
        return (height + side - 1) / side;
    }

    /** Windows from left to right. */
    long columns() {
        return (width + side - 1) / side;
    }

    /** Windows of one map. */
    long count() {
        return rows() * columns();
    }

    /**
     * @param map (B, H, W, C), padded with zeros at the bottom and right where windows do not fill it
     * @return (B rows columns, side side, C)
     */
    Tensor split(Tensor map) {
        Tensor whole = padToMultiple(map, side);
        Tensor rolled = shift == 0 ? whole : whole.roll(new long[] {-shift, -shift}, 1, 2);
        long channels = map.size(3);
        return rolled.reshape(map.size(0), rows(), side, columns(), side, channels)
                .permute(0, 1, 3, 2, 4, 5)
                .reshape(map.size(0) * count(), side * side, channels);
    }

    /**
     * @param windows as {@link #split} gave them
     * @return (B, H, W, C), the padding cut off
     */
    Tensor join(Tensor windows) {
        long channels = windows.size(2);
        long batch = windows.size(0) / count();
        Tensor whole = windows.view(batch, rows(), columns(), side, side, channels)
                .permute(0, 1, 3, 2, 4, 5)
                .reshape(batch, rows() * side, columns() * side, channels);
        Tensor unrolled = shift == 0 ? whole : whole.roll(new long[] {shift, shift}, 1, 2);
        return whole.size(1) == height && whole.size(2) == width
                ? unrolled
                : unrolled.narrow(1, 0, height).narrow(2, 0, width);
    }

    /** Pads (B, H, W, C) with zeros at the bottom and right until the number divides both sides. */
    static Tensor padToMultiple(Tensor map, long number) {
        long down = (number - map.size(1) % number) % number;
        long right = (number - map.size(2) % number) % number;
        return down + right == 0 ? map : torch.constant_pad_nd(map, 0, 0, 0, right, 0, down);
    }
}
