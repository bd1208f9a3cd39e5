package org.crobim.geo.vector;

import java.util.ArrayList;
import java.util.List;

/** Pixels that hang together by edges, as far as rows have been read. Pieces that turn out to be one form a tree. */
final class LatticePiece {
    private LatticePiece parent = this;
    private LatticeObject object = new LatticeObject();
    private List<LatticeRing> rings = new ArrayList<>();
    private int lastRow;

    /** A piece that begins in a row and is an object of its own. */
    LatticePiece(int row) {
        this.lastRow = row;
    }

    /** The piece that stands for all that were joined with this one. */
    LatticePiece root() {
        LatticePiece root = this;
        while (root.parent != root) {
            root.parent = root.parent.parent;
            root = root.parent;
        }
        return root;
    }

    /** The object that the piece belongs to. */
    LatticeObject object() {
        return object.root();
    }

    /** Adds a ring of the border. */
    void add(LatticeRing ring) {
        rings.add(ring);
    }

    /** The rings of the border found so far. */
    List<LatticeRing> rings() {
        return rings;
    }

    /** Says that the piece has pixels in a row. */
    void reach(int row) {
        lastRow = row;
    }

    /** Whether the piece has pixels in a row. */
    boolean reaches(int row) {
        return lastRow == row;
    }

    /**
     * Makes two pieces one, since they share an edge.
     *
     * @return the piece that stands for both
     */
    static LatticePiece join(LatticePiece one, LatticePiece other) {
        LatticePiece kept = one.root();
        LatticePiece gone = other.root();
        if (kept == gone) {
            return kept;
        }
        // The longer list stays where it is, so that no ring is moved often.
        if (kept.rings.size() < gone.rings.size()) {
            LatticePiece swapped = kept;
            kept = gone;
            gone = swapped;
        }
        touch(kept, gone);
        kept.rings.addAll(gone.rings);
        gone.rings = List.of();
        gone.parent = kept;
        kept.object().removePiece();
        return kept;
    }

    /** Makes two pieces parts of one object, since they share a corner. */
    static void touch(LatticePiece one, LatticePiece other) {
        LatticeObject.join(one.root().object(), other.root().object());
    }
}
