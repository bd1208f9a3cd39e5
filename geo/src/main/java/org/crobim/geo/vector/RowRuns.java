package org.crobim.geo.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The runs of set pixels of one row. Edge 2k is the left one of run k, edge 2k + 1 the right one; each carries the open end
 * of the border that comes down along it.
 */
final class RowRuns {
    private static final int NO_EDGE = Integer.MAX_VALUE;

    private int[] edges = new int[16];
    private @Nullable LatticeVertex[] ends = new LatticeVertex[16];
    private LatticePiece[] pieces = new LatticePiece[8];
    private int count;

    /** Finds the runs of a row; pieces and ends of an earlier row are forgotten. */
    void read(byte[] row, int width) {
        count = 0;
        int x = 0;
        while (x < width) {
            while (x < width && row[x] == 0) {
                x++;
            }
            if (x < width) {
                int start = x;
                while (x < width && row[x] != 0) {
                    x++;
                }
                append(start, x);
            }
        }
    }

    private void append(int start, int end) {
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * count);
            edges = Arrays.copyOf(edges, 4 * count);
            ends = Arrays.copyOf(ends, 4 * count);
        }
        edges[2 * count] = start;
        edges[2 * count + 1] = end;
        count++;
    }

    /** A row without runs, above the first and below the last one. */
    void clear() {
        count = 0;
    }

    /** Number of runs. */
    int count() {
        return count;
    }

    /** Number of edges. */
    int edgeCount() {
        return 2 * count;
    }

    /** Column of an edge; behind the last one a column that no edge has. */
    int edge(int edge) {
        return edge < 2 * count ? edges[edge] : NO_EDGE;
    }

    /** The open end of the border along an edge. */
    LatticeVertex end(int edge) {
        LatticeVertex end = ends[edge];
        if (end == null) {
            throw new IllegalStateException("No border comes down along edge %d".formatted(edge));
        }
        return end;
    }

    /** Says which border comes down along an edge. */
    void setEnd(int edge, LatticeVertex end) {
        ends[edge] = end;
    }

    /** The piece of a run. */
    LatticePiece piece(int run) {
        return pieces[run].root();
    }

    /**
     * Gives every run a piece: that of the runs above it, or a new one.
     *
     * @param y this row
     * @param above the runs of the row above, with their pieces
     */
    void connect(int y, RowRuns above, Connectivity connectivity) {
        int first = 0;
        for (int run = 0; run < count; run++) {
            int start = edges[2 * run];
            int end = edges[2 * run + 1];
            while (first < above.count && above.edges[2 * first + 1] < start) {
                first++;
            }
            LatticePiece piece = null;
            for (int upper = first; upper < above.count && above.edges[2 * upper] <= end; upper++) {
                if (above.edges[2 * upper] < end && above.edges[2 * upper + 1] > start) {
                    piece = piece == null ? above.piece(upper) : LatticePiece.join(piece, above.piece(upper));
                }
            }
            pieces[run] = piece == null ? new LatticePiece(y) : piece;
            pieces[run].reach(y);
            if (connectivity == Connectivity.EIGHT) {
                touch(run, first, above);
            }
        }
    }

    private void touch(int run, int first, RowRuns above) {
        for (int upper = first; upper < above.count && above.edges[2 * upper] <= edges[2 * run + 1]; upper++) {
            LatticePiece.touch(piece(run), above.piece(upper));
        }
    }
}
