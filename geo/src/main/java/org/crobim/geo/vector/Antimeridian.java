package org.crobim.geo.vector;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Longitude 180, where longitudes jump and polygons do not. */
final class Antimeridian {
    private static final double FULL_CIRCLE = 360;
    private static final double HALF_CIRCLE = 180;

    private Antimeridian() {}

    /** A longitude, turned by full circles until it is at most half a circle away from another one. */
    static double near(double reference, double longitude) {
        return longitude - FULL_CIRCLE * Math.rint((longitude - reference) / FULL_CIRCLE);
    }

    /**
     * Cuts polygons that run on beyond 180 degrees, and turns the parts back between -180 and 180.
     *
     * @param degrees polygons between -540 and 540 degrees whose edges do not jump
     */
    static Geometry cut(Geometry degrees) {
        Envelope extent = degrees.getEnvelopeInternal();
        if (extent.getMinX() >= -HALF_CIRCLE && extent.getMaxX() <= HALF_CIRCLE) {
            return degrees;
        }
        List<Polygon> parts = new ArrayList<>();
        for (int turn = -1; turn <= 1; turn++) {
            double west = turn * FULL_CIRCLE - HALF_CIRCLE;
            Envelope world = new Envelope(west, west + FULL_CIRCLE, extent.getMinY(), extent.getMaxY());
            Geometry part =
                    OverlayNGRobust.overlay(degrees, degrees.getFactory().toGeometry(world), OverlayNG.INTERSECTION);
            // Parts that only touch longitude 180 are lines, and left out.
            PolygonExtracter.getPolygons(
                    AffineTransformation.translationInstance(-turn * FULL_CIRCLE, 0)
                            .transform(part),
                    parts);
        }
        return degrees.getFactory().buildGeometry(parts);
    }
}
