package org.crobim.geo.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.frame.EllipsoidalArea;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GridTransform;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class FeatureMeasuresTest {
    @Test
    void aSquareDegreeHasTheAreaThatGeodesicsGiveIt() {
        // Edges along parallels are no geodesics; corners every hundredth of a degree make them nearly so.
        int perEdge = 100;
        double[] longitudes = new double[4 * perEdge];
        double[] latitudes = new double[4 * perEdge];
        for (int i = 0; i < perEdge; i++) {
            double share = i / (double) perEdge;
            set(longitudes, latitudes, i, 10 + share, 50);
            set(longitudes, latitudes, perEdge + i, 11, 50 + share);
            set(longitudes, latitudes, 2 * perEdge + i, 11 - share, 51);
            set(longitudes, latitudes, 3 * perEdge + i, 10, 51 - share);
        }
        double geodesic = EllipsoidalArea.squareMetres(longitudes, latitudes);

        double measured = squareMetres(4326, new GridTransform(10, 0.01, 0, 51, 0, -0.01), box(0, 0, 100, 100));
        assertThat(measured / geodesic).isCloseTo(1, within(1e-7));
    }

    @Test
    void aPixelOfTenCentimetresIsMeasuredToAMillionth() {
        GridTransform grid = new GridTransform(500_000, 0.1, 0, 5_540_000, 0, -0.1);
        // On the central meridian of a UTM zone the grid is 0.9996 of the ground in both directions.
        double pixel = 0.1 * 0.1 / (0.9996 * 0.9996);
        assertThat(squareMetres(32632, grid, box(0, 0, 1, 1)) / pixel).isCloseTo(1, within(1e-6));
        assertThat(squareMetres(32632, grid, box(0, 0, 100, 100)) / pixel).isCloseTo(1e4, within(1e-2));
    }

    @Test
    void aHoleDoesNotCount() {
        GridTransform grid = new GridTransform(10, 1e-5, 0, 51, 0, -1e-5);
        Geometry ring = box(0, 0, 3, 3).difference(box(1, 1, 2, 2));
        assertThat(squareMetres(4326, grid, ring)).isCloseTo(squareMetres(4326, grid, box(0, 0, 8, 1)), within(1e-3));
    }

    @Test
    void aFeatureAcrossLongitude180HasItsOwnAreaOnly() {
        double across = squareMetres(4326, new GridTransform(179.99, 0.001, 0, 0.5, 0, -0.001), box(0, 0, 20, 10));
        double beside = squareMetres(4326, new GridTransform(10, 0.001, 0, 0.5, 0, -0.001), box(0, 0, 20, 10));
        assertThat(across / beside).isCloseTo(1, within(1e-9));
    }

    @Test
    void aPlainImageKnowsPixelsOnly() {
        FeatureMeasures measures = FeatureMeasures.of(box(2, 4, 6, 6), Optional.empty());
        assertThat(measures.areaPixels()).isEqualTo(8);
        assertThat(measures.areaSquareMetres()).isEmpty();
        assertThat(measures.centroid().x).isEqualTo(4);
        assertThat(measures.centroid().y).isEqualTo(5);
    }

    private static double squareMetres(int epsg, GridTransform grid, Geometry pixels) {
        GeoReference reference = new GeoReference(grid, CoordinateSystems.epsg(epsg));
        return FeatureMeasures.of(pixels, Optional.of(reference))
                .areaSquareMetres()
                .orElseThrow();
    }

    private static Geometry box(double left, double top, double right, double bottom) {
        return new GeometryFactory().toGeometry(new Envelope(left, right, top, bottom));
    }

    private static void set(double[] longitudes, double[] latitudes, int i, double longitude, double latitude) {
        longitudes[i] = longitude;
        latitudes[i] = latitude;
    }
}
