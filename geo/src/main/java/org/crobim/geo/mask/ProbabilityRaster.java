package org.crobim.geo.mask;

/** How probable the target is at each pixel of a scene; need not fit into memory. */
public interface ProbabilityRaster {
    /** Columns. */
    int width();

    /** Rows. */
    int height();

    /**
     * Reads one row.
     *
     * @param y row, from the top
     * @param row receives 0..1, or NaN where the scene holds no data; at least {@link #width()} long
     */
    void readRow(int y, float[] row);
}
