package org.crobim.geo.outline;

import java.util.List;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.vector.MaskPolygon;
import org.crobim.geo.vector.PolygonRules;
import org.crobim.geo.vector.Polygonizer;
import org.locationtech.jts.geom.Geometry;

/**
 * How outlines of masks are drawn.
 *
 * @param simplifyPixels tolerance of {@link RingSimplification}; 0 keeps the stairs
 * @param rightAngles whether outlines get right angles where that fits, see {@link RightAngles}; takes stairs away first
 */
public record OutlineStyle(double simplifyPixels, boolean rightAngles) {
    /** Along the pixel lattice: the polygons are the mask. */
    public static final OutlineStyle LATTICE = new OutlineStyle(0, false);

    /** Stairs have right angles of their own; they must go before those of the object can be seen. */
    private static final double LEAST_BEFORE_RIGHT_ANGLES = 1.5;

    private static final double SHORTEST_EDGE_PIXELS = 3;

    /** Checks the range. */
    public OutlineStyle {
        if (!(simplifyPixels >= 0 && Double.isFinite(simplifyPixels))) {
            throw new IllegalArgumentException(
                    "Simplification by %s pixels: expected 0 or more".formatted(simplifyPixels));
        }
    }

    /**
     * The outlines of a mask's objects.
     *
     * @return valid polygons and multipolygons of the pixel frame that do not overlap, sorted by their upper edges
     */
    public List<Geometry> outlines(MaskRaster mask, PolygonRules rules) {
        return apply(new Polygonizer(rules)
                .polygons(mask).stream().map(MaskPolygon::geometry).toList());
    }

    /**
     * Draws polygons of the lattice in this style.
     *
     * @param lattice valid polygons of one mask
     * @return as many valid polygons in the same order
     */
    public List<Geometry> apply(List<? extends Geometry> lattice) {
        if (!rightAngles) {
            return new RingSimplification(simplifyPixels).simplify(lattice);
        }
        double tolerance = Math.max(simplifyPixels, LEAST_BEFORE_RIGHT_ANGLES);
        return new RightAngles(SHORTEST_EDGE_PIXELS).regularise(new RingSimplification(tolerance).simplify(lattice));
    }
}
