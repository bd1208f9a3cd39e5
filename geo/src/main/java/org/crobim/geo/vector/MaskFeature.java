package org.crobim.geo.vector;

import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * An object of a mask with what is known about it.
 *
 * @param geometry a polygon or multipolygon of the pixel frame; see the package
 * @param origin what it answers
 * @param score how sure the model is, 0..1; empty where nobody said
 */
public record MaskFeature(Geometry geometry, FeatureOrigin origin, OptionalDouble score) {
    /** Checks kind and range. */
    public MaskFeature {
        if (!(geometry instanceof Polygonal) || geometry.isEmpty()) {
            throw new IllegalArgumentException(
                    "Feature with a geometry of kind %s, expected a polygon".formatted(geometry.getGeometryType()));
        }
        if (score.isPresent() && !(score.getAsDouble() >= 0 && score.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("Feature with score %s, expected 0..1".formatted(score.getAsDouble()));
        }
    }
}
