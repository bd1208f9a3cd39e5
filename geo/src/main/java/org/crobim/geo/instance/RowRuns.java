package org.crobim.geo.instance;

import java.util.Arrays;

/** The runs of set pixels of one row, each with a label. Reused from row to row. */
final class RowRuns {
    private static final int FIRST_CAPACITY = 16;

    private int[] starts = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int[] labels = new int[FIRST_CAPACITY];
    private int count;

    /** Receives a run and its label before any later run is labelled. */
    @FunctionalInterface
    interface Labeller {
        /**
         * The label of a run.
         *
         * @param start first column
         * @param end column behind the last one
         * @param touching labels of the runs of the row above that touch it, also across a corner; the first {@code touchingCount}
         */
        int label(int start, int end, int[] touching, int touchingCount);
    }

    int count() {
        return count;
    }

    int start(int run) {
        return starts[run];
    }

    int end(int run) {
        return ends[run];
    }

    int label(int run) {
        return labels[run];
    }

    /** Replaces the runs by those of a row, labelled by what they touch in the row above. */
    void read(byte[] row, int width, RowRuns above, Labeller labeller) {
        count = 0;
        int[] touching = new int[Math.max(1, above.count)];
        int candidate = 0;
        int x = 0;
        while (x < width) {
            if (row[x] == 0) {
                x++;
                continue;
            }
            int start = x;
            while (x < width && row[x] != 0) {
                x++;
            }
            while (candidate < above.count && above.ends[candidate] < start) {
                candidate++;
            }
            int touched = 0;
            for (int run = candidate; run < above.count && above.starts[run] <= x; run++) {
                touching[touched++] = above.labels[run];
            }
            add(start, x, labeller.label(start, x, touching, touched));
        }
    }

    private void add(int start, int end, int label) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            labels = Arrays.copyOf(labels, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        labels[count++] = label;
    }
}
