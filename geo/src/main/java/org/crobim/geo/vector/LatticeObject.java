package org.crobim.geo.vector;

import java.util.ArrayList;
import java.util.List;

/** The pieces of one object, as far as rows have been read. Objects that turn out to be one form a tree. */
final class LatticeObject {
    private LatticeObject parent = this;
    private List<PiecePolygon> finished = new ArrayList<>();
    private int openPieces = 1;

    /** The object that stands for all that were joined with this one. */
    LatticeObject root() {
        LatticeObject root = this;
        while (root.parent != root) {
            root.parent = root.parent.parent;
            root = root.parent;
        }
        return root;
    }

    /** Makes two objects one. */
    static void join(LatticeObject one, LatticeObject other) {
        LatticeObject kept = one.root();
        LatticeObject gone = other.root();
        if (kept == gone) {
            return;
        }
        if (kept.finished.size() < gone.finished.size()) {
            LatticeObject swapped = kept;
            kept = gone;
            gone = swapped;
        }
        kept.finished.addAll(gone.finished);
        kept.openPieces += gone.openPieces;
        gone.finished = List.of();
        gone.parent = kept;
    }

    /** Says that two pieces of this object are one. */
    void removePiece() {
        openPieces--;
    }

    /** Takes in the polygon of a piece that has ended. */
    void finish(PiecePolygon polygon) {
        finished.add(polygon);
        openPieces--;
    }

    /** Whether no piece can grow any more. */
    boolean isComplete() {
        return openPieces == 0;
    }

    /** Hands over the polygons of the pieces; rows that were read may know this object for a while, not its polygons. */
    List<PiecePolygon> release() {
        List<PiecePolygon> polygons = finished;
        finished = List.of();
        return polygons;
    }
}
