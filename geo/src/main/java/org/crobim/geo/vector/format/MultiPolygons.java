package org.crobim.geo.vector.format;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** For formats whose tables hold one kind of geometry. */
final class MultiPolygons {
    private MultiPolygons() {}

    /** A polygon as multipolygon of one part; a multipolygon as it is. */
    static MultiPolygon of(Geometry geometry) {
        return geometry instanceof MultiPolygon several
                ? several
                : geometry.getFactory().createMultiPolygon(new Polygon[] {(Polygon) geometry});
    }
}
