package org.crobim.geo.outline;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * Takes the stairs of the pixel lattice away.
 *
 * <p>All polygons of a scene are simplified together (JTS {@link CoverageSimplifier}, after Visvalingam and Whyatt 1993), so
 * that neighbours neither cross nor swallow one another and holes stay in their shells.
 *
 * @param tolerancePixels corners are dropped while the triangles that this cuts off have areas below the square of this; 1
 *     takes single stairs away, 0 leaves all as it is
 */
public record RingSimplification(double tolerancePixels) {
    /** Checks the range. */
    public RingSimplification {
        if (!(tolerancePixels >= 0 && Double.isFinite(tolerancePixels))) {
            throw new IllegalArgumentException(
                    "Simplification tolerance %s pixels: expected 0 or more".formatted(tolerancePixels));
        }
    }

    /**
     * Simplifies polygons.
     *
     * @param polygons valid, of the pixel frame, and not overlapping
     * @return as many valid polygons in the same order
     */
    public List<Geometry> simplify(List<? extends Geometry> polygons) {
        if (tolerancePixels == 0 || polygons.isEmpty()) {
            return List.copyOf(polygons);
        }
        Geometry[] simplified = CoverageSimplifier.simplify(polygons.toArray(Geometry[]::new), tolerancePixels);
        List<Geometry> valid = new ArrayList<>(simplified.length);
        for (int i = 0; i < simplified.length; i++) {
            valid.add(isSound(simplified[i]) ? simplified[i] : polygons.get(i));
        }
        return valid;
    }

    private static boolean isSound(Geometry geometry) {
        return geometry instanceof Polygonal && !geometry.isEmpty() && geometry.isValid();
    }
}
