package org.crobim.geo.mask;

import org.crobim.core.mask.Mask;

/** A binary mask of a scene that need not fit into memory; rows may be asked for in any order, cheapest from the top. */
public interface MaskRaster {
    /** Columns. */
    int width();

    /** Rows. */
    int height();

    /**
     * Reads one row.
     *
     * @param y row, from the top
     * @param row receives 0 or 1 for each column; at least {@link #width()} long
     */
    void readRow(int y, byte[] row);

    /** A mask in memory. */
    static MaskRaster of(Mask mask) {
        return new MaskRaster() {
            @Override
            public int width() {
                return mask.width();
            }

            @Override
            public int height() {
                return mask.height();
            }

            @Override
            public void readRow(int y, byte[] row) {
                System.arraycopy(mask.pixels(), y * mask.width(), row, 0, mask.width());
            }
        };
    }
}
