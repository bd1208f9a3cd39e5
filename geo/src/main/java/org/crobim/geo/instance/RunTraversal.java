package org.crobim.geo.instance;

import org.crobim.geo.mask.MaskRaster;

/**
 * Goes through the rows of a mask and gives every run a provisional label. Two traversals of one mask give the same labels: each
 * run takes the first label that it touches above, or the next new one, whatever later rows join.
 */
final class RunTraversal {
    private final MaskRaster mask;
    private final RunLabels labels;
    private final byte[] row;
    private RowRuns above = new RowRuns();
    private RowRuns current = new RowRuns();
    private int nextRow;

    /**
     * @param labels receives which labels touch one another
     */
    RunTraversal(MaskRaster mask, RunLabels labels) {
        this.mask = mask;
        this.labels = labels;
        this.row = new byte[mask.width()];
    }

    /** The row that {@link #next} will read. */
    int nextRow() {
        return nextRow;
    }

    /** The runs of the next row, valid until the next call. */
    RowRuns next() {
        mask.readRow(nextRow++, row);
        RowRuns reused = above;
        above = current;
        current = reused;
        current.read(row, mask.width(), above, (start, end, touching, touched) -> {
            if (touched == 0) {
                return labels.create();
            }
            for (int i = 1; i < touched; i++) {
                labels.join(touching[0], touching[i]);
            }
            return touching[0];
        });
        return current;
    }
}
