package org.crobim.geo.instance;

import java.util.Arrays;
import java.util.BitSet;
import org.crobim.geo.mask.MaskRaster;

/** The pixels of some instances; walks through the scene again, from the top whenever an earlier row is asked for. */
final class InstanceMask implements MaskRaster {
    private final InstanceMap map;
    private final BitSet selected;
    private RunTraversal traversal;

    InstanceMask(InstanceMap map, BitSet selected) {
        this.map = map;
        this.selected = selected;
        this.traversal = new RunTraversal(map.mask(), new RunLabels());
    }

    @Override
    public int width() {
        return map.mask().width();
    }

    @Override
    public int height() {
        return map.mask().height();
    }

    @Override
    public void readRow(int y, byte[] row) {
        if (y < traversal.nextRow()) {
            traversal = new RunTraversal(map.mask(), new RunLabels());
        }
        while (traversal.nextRow() < y) {
            traversal.next();
        }
        RowRuns runs = traversal.next();
        Arrays.fill(row, 0, width(), (byte) 0);
        for (int run = 0; run < runs.count(); run++) {
            if (map.belongs(runs.label(run), selected)) {
                Arrays.fill(row, runs.start(run), runs.end(run), (byte) 1);
            }
        }
    }
}
