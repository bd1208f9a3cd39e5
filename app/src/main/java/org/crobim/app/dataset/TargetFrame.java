package org.crobim.app.dataset;

import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;

/**
 * A frame around a target that the eye would miss.
 *
 * @param box of the target, pixels of the picture
 */
record TargetFrame(Box box) {
    private static final int PICTURE_PER_SMALL_TARGET = 14;
    private static final int MARGIN = 7;

    static TargetFrame scaled(Box box, double scale) {
        return new TargetFrame(new Box(scale * box.xMin(), scale * box.yMin(), scale * box.xMax(), scale * box.yMax()));
    }

    boolean isHardToFind(int width, int height) {
        double longSide = Math.max(box.xMax() - box.xMin(), box.yMax() - box.yMin());
        return longSide < Math.max(width, height) / (double) PICTURE_PER_SMALL_TARGET;
    }

    /** A line one pixel wide around the target, as far as it lies in the picture. */
    Mask ring(int width, int height) {
        int left = (int) Math.floor(box.xMin()) - MARGIN;
        int top = (int) Math.floor(box.yMin()) - MARGIN;
        int right = (int) Math.ceil(box.xMax()) + MARGIN;
        int bottom = (int) Math.ceil(box.yMax()) + MARGIN;
        byte[] pixels = new byte[Math.multiplyExact(width, height)];
        for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
            for (int x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
                boolean edge = x == left || x == right || y == top || y == bottom;
                pixels[y * width + x] = (byte) (edge ? 1 : 0);
            }
        }
        return Mask.of(width, height, pixels);
    }
}
