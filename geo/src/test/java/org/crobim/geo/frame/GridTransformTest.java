package org.crobim.geo.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GridTransformTest {
    private static final GridTransform ROTATED = new GridTransform(500_000, 0.3, 0.1, 4_000_000, 0.1, -0.3);

    @Test
    void aCoordinateLeadsBackToItsPixel() {
        double x = ROTATED.x(12.5, 7.25);
        double y = ROTATED.y(12.5, 7.25);
        assertThat(ROTATED.column(x, y)).isCloseTo(12.5, within(1e-6));
        assertThat(ROTATED.row(x, y)).isCloseTo(7.25, within(1e-6));
    }

    @Test
    void aWindowOfCoarserPixelsKeepsTheGround() {
        GridTransform window = ROTATED.window(10, 20, 4, 2);
        assertThat(window.x(3, 5)).isCloseTo(ROTATED.x(22, 30), within(1e-9));
        assertThat(window.y(3, 5)).isCloseTo(ROTATED.y(22, 30), within(1e-9));
    }

    @Test
    void pixelsWithoutAreaAreRefused() {
        assertThatThrownBy(() -> new GridTransform(0, 1, 2, 0, 2, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("degenerate");
    }
}
