package org.crobim.geo.outline;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Gives buildings, and whatever else people build straight, right angles.
 *
 * <p>Our own construction: a polygon gets one dominant direction; its edges become lines along it or across, and corners are
 * where consecutive lines meet, see {@link SquaredRing}. A polygon that this changes too much, a round tank for instance,
 * or that would reach into a neighbour is left as it was.
 *
 * @param shortestEdgePixels steps below this are evened out
 */
public record RightAngles(double shortestEdgePixels) {
    /** The least intersection over union of a polygon with itself before; a circle and its best square have 0.83. */
    public static final double LEAST_OVERLAP = 0.85;

    /** Checks the range. */
    public RightAngles {
        if (!(shortestEdgePixels >= 0 && Double.isFinite(shortestEdgePixels))) {
            throw new IllegalArgumentException(
                    "Shortest edge of %s pixels: expected 0 or more".formatted(shortestEdgePixels));
        }
    }

    /**
     * Regularises polygons, best after their stairs were simplified: stairs have right angles already.
     *
     * @param polygons valid, of the pixel frame, and not overlapping
     * @return as many valid polygons in the same order, not overlapping
     */
    public List<Geometry> regularise(List<? extends Geometry> polygons) {
        List<Geometry> results = new ArrayList<>(polygons);
        Quadtree places = new Quadtree();
        for (int i = 0; i < polygons.size(); i++) {
            places.insert(polygons.get(i).getEnvelopeInternal(), i);
        }
        for (int i = 0; i < polygons.size(); i++) {
            Geometry squared = squared(polygons.get(i));
            if (isFaithful(polygons.get(i), squared) && !overlapsNeighbour(squared, i, results, places)) {
                results.set(i, squared);
                places.insert(squared.getEnvelopeInternal(), i);
            }
        }
        return results;
    }

    private static boolean overlapsNeighbour(Geometry squared, int self, List<Geometry> all, Quadtree places) {
        List<?> near = places.query(squared.getEnvelopeInternal());
        return near.stream()
                .map(Integer.class::cast)
                .filter(other -> other != self)
                .map(all::get)
                .anyMatch(neighbour -> squared.intersects(neighbour) && !squared.touches(neighbour));
    }

    private Geometry squared(Geometry geometry) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(squared((Polygon) geometry.getGeometryN(i)));
        }
        Geometry whole = geometry.getFactory().buildGeometry(parts);
        return whole.isValid() ? whole : GeometryFixer.fix(whole);
    }

    private Polygon squared(Polygon polygon) {
        double direction = SquaredRing.dominantDirection(polygon.getExteriorRing());
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = SquaredRing.of(polygon.getInteriorRingN(i), direction, shortestEdgePixels);
        }
        LinearRing shell = SquaredRing.of(polygon.getExteriorRing(), direction, shortestEdgePixels);
        return polygon.getFactory().createPolygon(shell, holes);
    }

    private static boolean isFaithful(Geometry before, Geometry after) {
        if (!(after instanceof Polygonal) || after.isEmpty()) {
            return false;
        }
        double shared =
                OverlayNGRobust.overlay(before, after, OverlayNG.INTERSECTION).getArea();
        return shared >= LEAST_OVERLAP * (before.getArea() + after.getArea() - shared);
    }
}
