package org.crobim.geo.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.crobim.geo.mask.MaskRaster;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Turns a mask into polygons along the pixel lattice: rasterised again, with pixel centres deciding, they give the mask.
 *
 * <p>Reads every row once, from the top. In memory are two rows and the borders of the objects that reach the current row;
 * an object leaves with its last row. Whether a scene was cut into tiles before does not matter: rows run across them.
 *
 * <p>Polygons are valid: rings neither cross nor touch themselves, holes touch their shell in single points at most, and the
 * interior hangs together. Polygons of one mask never overlap.
 */
public final class Polygonizer {
    private final PolygonRules rules;
    private final GeometryFactory geometries = new GeometryFactory();
    private long heldCorners;
    private long mostHeldCorners;

    /**
     * @param rules which polygons are wanted
     */
    public Polygonizer(PolygonRules rules) {
        this.rules = rules;
    }

    /** All polygons of a mask, sorted by their upper edges, then by their left ones. */
    public List<MaskPolygon> polygons(MaskRaster mask) {
        List<MaskPolygon> polygons = new ArrayList<>();
        polygonize(mask, polygons::add);
        polygons.sort(Comparator.comparingDouble((MaskPolygon polygon) ->
                        polygon.geometry().getEnvelopeInternal().getMinY())
                .thenComparingDouble(
                        polygon -> polygon.geometry().getEnvelopeInternal().getMinX()));
        return polygons;
    }

    /**
     * Hands over polygons as soon as they are complete.
     *
     * @param found receives each polygon after the last row of its object
     */
    public void polygonize(MaskRaster mask, Consumer<MaskPolygon> found) {
        heldCorners = 0;
        mostHeldCorners = 0;
        BorderTracer tracer = new BorderTracer();
        RowRuns above = new RowRuns();
        RowRuns below = new RowRuns();
        byte[] row = new byte[mask.width()];
        for (int y = 0; y <= mask.height(); y++) {
            if (y < mask.height()) {
                mask.readRow(y, row);
                below.read(row, mask.width());
            } else {
                below.clear();
            }
            below.connect(y, above, rules.connectivity());
            long before = tracer.corners();
            tracer.cross(y, above, below);
            heldCorners += tracer.corners() - before;
            mostHeldCorners = Math.max(mostHeldCorners, heldCorners);
            finish(y, above, found);
            RowRuns swapped = above;
            above = below;
            below = swapped;
        }
    }

    /** The most corners of borders that the last mask kept in memory at one time. */
    long mostHeldCorners() {
        return mostHeldCorners;
    }

    /** Completes the pieces that do not reach a row. */
    private void finish(int y, RowRuns above, Consumer<MaskPolygon> found) {
        for (int run = 0; run < above.count(); run++) {
            LatticePiece piece = above.piece(run);
            if (!piece.reaches(y) && !piece.rings().isEmpty()) {
                LatticeObject object = piece.object();
                object.finish(PiecePolygon.of(piece.rings(), rules.minimumHoleAreaPixels(), geometries));
                piece.rings().clear();
                if (object.isComplete()) {
                    emit(object.release(), found);
                }
            }
        }
    }

    private void emit(List<PiecePolygon> pieces, Consumer<MaskPolygon> found) {
        heldCorners -= pieces.stream().mapToLong(PiecePolygon::corners).sum();
        Geometry geometry = geometry(pieces);
        long areaPixels = pieces.size() == 1 ? pieces.get(0).areaPixels() : Math.round(geometry.getArea());
        if (areaPixels >= rules.minimumAreaPixels()) {
            found.accept(new MaskPolygon(geometry, areaPixels));
        }
    }

    private Geometry geometry(List<PiecePolygon> pieces) {
        Polygon[] polygons = pieces.stream().map(PiecePolygon::polygon).toArray(Polygon[]::new);
        if (polygons.length == 1) {
            return polygons[0];
        }
        Geometry parts = geometries.createMultiPolygon(polygons);
        // A part that hung by a corner in a hole lies on its filling.
        return pieces.stream().anyMatch(PiecePolygon::fillsHoles) ? UnaryUnionOp.union(parts) : parts;
    }
}
