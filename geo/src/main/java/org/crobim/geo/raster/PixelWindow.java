package org.crobim.geo.raster;

/**
 * A rectangle of whole pixels of a scene.
 *
 * @param x first column, at least 0
 * @param y first row, at least 0
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record PixelWindow(int x, int y, int width, int height) {
    /** Checks the ranges. */
    public PixelWindow {
        if (x < 0
                || y < 0
                || width < 1
                || height < 1
                || (long) x + width > Integer.MAX_VALUE
                || (long) y + height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Pixel window at (%d, %d) of %d x %d; expected a start of at least 0 and sides of at least 1"
                            .formatted(x, y, width, height));
        }
    }

    /** The column behind the last one. */
    public int right() {
        return x + width;
    }

    /** The row below the last one. */
    public int bottom() {
        return y + height;
    }

    /** Whether every pixel lies in a scene of this size. */
    public boolean fitsInto(int sceneWidth, int sceneHeight) {
        return right() <= sceneWidth && bottom() <= sceneHeight;
    }
}
