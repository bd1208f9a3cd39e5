package org.crobim.data.render.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Area;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PlotTest {
    @Property(tries = 300)
    void twoPlotsMeetExactlyWhenTheirAreasOverlap(
            @ForAll @DoubleRange(min = 0, max = 60) double x,
            @ForAll @DoubleRange(min = 0, max = 60) double y,
            @ForAll @DoubleRange(min = 0, max = 3.2) double angle,
            @ForAll @DoubleRange(min = 5, max = 50) double length) {
        Plot fixed = new Plot(30, 30, 30, 12, 0.5);
        Plot moving = new Plot(x, y, length, 8, angle);
        Area common = new Area(fixed.shape());
        common.intersect(new Area(moving.shape()));
        double overlap = common.isEmpty()
                ? 0
                : common.getBounds2D().getWidth() * common.getBounds2D().getHeight();
        // Plots that only just touch are decided by rounding.
        if (overlap == 0 || overlap > 1e-3) {
            assertThat(fixed.meets(moving)).isEqualTo(overlap > 0);
        }
    }

    @Test
    void groundCannotBeTakenTwice() {
        Site site = new Site();
        assertThat(site.claim(new Plot(10, 10, 8, 4, 0.3), 1)).isTrue();
        assertThat(site.claim(new Plot(12, 11, 8, 4, 1.2), 1)).isFalse();
        assertThat(site.claim(new Plot(30, 30, 8, 4, 0), 1)).isTrue();
    }

    @Test
    void aPartLiesInTheFrameOfItsPlot() {
        Plot part = new Plot(100, 50, 40, 20, Math.PI / 2).part(10, 4, 6, 2);
        assertThat(part.x()).isCloseTo(96, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(part.y()).isCloseTo(60, org.assertj.core.data.Offset.offset(1e-9));
    }
}
