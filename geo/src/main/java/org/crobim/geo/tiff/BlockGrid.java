package org.crobim.geo.tiff;

/**
 * The strips or tiles of one plane of an image, counted by rows from the upper left; blocks at the right and at the bottom
 * may reach over the edge.
 *
 * @param width columns of the image
 * @param height rows of the image
 * @param blockWidth columns of a block
 * @param blockHeight rows of a block
 */
public record BlockGrid(int width, int height, int blockWidth, int blockHeight) {
    /** Blocks side by side. */
    public int across() {
        return (width - 1) / blockWidth + 1;
    }

    /** Blocks one below the other. */
    public int down() {
        return (height - 1) / blockHeight + 1;
    }

    /** All blocks of a plane. */
    public long blocks() {
        return (long) across() * down();
    }

    /** First column of a block. */
    public int left(long block) {
        return (int) (block % across()) * blockWidth;
    }

    /** First row of a block. */
    public int top(long block) {
        return (int) (block / across()) * blockHeight;
    }

    /** Columns of a block that lie in the image. */
    public int columnsInside(long block) {
        return Math.min(blockWidth, width - left(block));
    }

    /** Rows of a block that lie in the image. */
    public int rowsInside(long block) {
        return Math.min(blockHeight, height - top(block));
    }
}
