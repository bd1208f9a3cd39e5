package org.crobim.geo.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EllipsoidalAreaTest {
    @Test
    void aSquareOfTheUtmGridHasNearlyItsNominalArea() {
        SceneCrs utm = CoordinateSystems.epsg(32650);
        double[] xs = {500_000, 501_000, 501_000, 500_000};
        double[] ys = {4_000_000, 4_000_000, 4_001_000, 4_001_000};
        double[] longitudes = new double[4];
        double[] latitudes = new double[4];
        for (int i = 0; i < 4; i++) {
            double[] position = utm.toWgs84(xs[i], ys[i]);
            longitudes[i] = position[0];
            latitudes[i] = position[1];
        }
        // On the central meridian lengths of the grid are 0.9996 of the true ones.
        assertThat(EllipsoidalArea.squareMetres(longitudes, latitudes)).isCloseTo(1e6 / 0.9996 / 0.9996, within(1.0));
    }

    @Test
    void theDirectionOfARingDoesNotMatter() {
        double[] longitudes = {0, 0, 1, 1, 0};
        double[] latitudes = {0, 1, 1, 0, 0};
        // 1 degree square at the equator; Karney's Planimeter: 12308778361.469
        assertThat(EllipsoidalArea.squareMetres(longitudes, latitudes)).isCloseTo(12_308_778_361.469, within(1.0));
    }
}
