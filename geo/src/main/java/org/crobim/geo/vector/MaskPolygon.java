package org.crobim.geo.vector;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The outline of one object of a mask.
 *
 * @param geometry a valid {@link Polygon} or {@link MultiPolygon} of the pixel frame whose vertices are corners of pixels
 * @param areaPixels pixels inside
 */
public record MaskPolygon(Geometry geometry, long areaPixels) {
    /** Checks the kind. */
    public MaskPolygon {
        if (!(geometry instanceof Polygon || geometry instanceof MultiPolygon) || areaPixels < 1) {
            throw new IllegalArgumentException("Mask polygon: %s of %d pixels, expected a polygon of at least one"
                    .formatted(geometry.getGeometryType(), areaPixels));
        }
    }
}
