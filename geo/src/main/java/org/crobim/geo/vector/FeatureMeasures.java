package org.crobim.geo.vector;

import java.util.Optional;
import java.util.OptionalDouble;
import org.crobim.geo.frame.GeoReference;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * How large a feature is and where its middle lies.
 *
 * @param areaPixels area in the pixel frame
 * @param areaSquareMetres area on the ellipsoid of WGS 84; empty for a plain image
 * @param centroid longitude and latitude of the centre of mass on WGS 84, degrees; column and row for a plain image
 */
public record FeatureMeasures(double areaPixels, OptionalDouble areaSquareMetres, Coordinate centroid) {
    /** Measures a geometry of the pixel frame. */
    public static FeatureMeasures of(Geometry geometry, Optional<GeoReference> reference) {
        Coordinate middle = geometry.getCentroid().getCoordinate();
        if (reference.isEmpty()) {
            return new FeatureMeasures(geometry.getArea(), OptionalDouble.empty(), middle);
        }
        GroundFrame ground = new GroundFrame(reference.get());
        return new FeatureMeasures(
                geometry.getArea(),
                OptionalDouble.of(new EllipsoidalMeasure(ground).squareMetres(geometry)),
                ground.toWgs84(middle));
    }
}
