package org.crobim.model.vision;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Tensors;

/**
 * Keeps tokens apart that share a shifted window only because windows wrap around.
 *
 * <p>Only windows of the last row and column hold such tokens, so four patterns serve maps of any size: inner, last
 * column, last row, corner.
 */
final class ShiftMasks {
    /** As in the published model; the softmax makes it nothing. */
    private static final float HIDDEN = -100;

    private static final int LAST_COLUMN = 1;
    private static final int LAST_ROW = 2;

    private ShiftMasks() {}

    /**
     * @return (4, 1, N, N) float32, 0 or -100, one mask per kind of window
     */
    static Tensor patterns(int window, int shift) {
        int tokens = window * window;
        float[] masks = new float[4 * tokens * tokens];
        for (int kind = 0; kind < 4; kind++) {
            for (int query = 0; query < tokens; query++) {
                for (int key = 0; key < tokens; key++) {
                    boolean together = part(kind, query, window, shift) == part(kind, key, window, shift);
                    masks[(kind * tokens + query) * tokens + key] = together ? 0 : HIDDEN;
                }
            }
        }
        return Tensors.floats(masks, 4, 1, tokens, tokens);
    }

    /** Which of up to four neighbouring parts of the map a token of the window comes from. */
    private static int part(int kind, int token, int window, int shift) {
        boolean wrapsDown = (kind & LAST_ROW) != 0 && token / window >= window - shift;
        boolean wrapsRight = (kind & LAST_COLUMN) != 0 && token % window >= window - shift;
        return (wrapsDown ? 2 : 0) + (wrapsRight ? 1 : 0);
    }

    /** The kind of every window of a batch, in the order of {@link WindowGrid#split}. */
    static long[] kinds(WindowGrid grid, long batch) {
        int rows = Math.toIntExact(grid.rows());
        int columns = Math.toIntExact(grid.columns());
        long[] kinds = new long[Math.toIntExact(batch) * rows * columns];
        for (int i = 0; i < kinds.length; i++) {
            boolean lastRow = i / columns % rows == rows - 1;
            boolean lastColumn = i % columns == columns - 1;
            kinds[i] = (lastRow ? LAST_ROW : 0) + (lastColumn ? LAST_COLUMN : 0);
        }
        return kinds;
    }
}
