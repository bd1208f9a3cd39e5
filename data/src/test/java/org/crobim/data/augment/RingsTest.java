package org.crobim.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;
import org.crobim.core.mask.PolygonRaster;
import org.junit.jupiter.api.Test;

class RingsTest {
    @Test
    void aBoxOfNamedPixelsGrowsToTheEdgesOfItsBorderPixels() {
        assertThat(Rings.aroundPixels(new double[] {3, 5, 7, 5, 7, 8, 3, 8}))
                .containsExactly(new double[] {3, 5, 8, 5, 8, 9, 3, 9}, offset(1e-12));
        assertThat(Rings.aroundPixels(new double[] {3, 8, 7, 8, 7, 5, 3, 5}))
                .containsExactly(new double[] {3, 9, 8, 9, 8, 5, 3, 5}, offset(1e-12));
    }

    @Test
    void aBoxHoldsTheVerticesOfAllRings() {
        double[] one = {3, 5.5, 7, 5, 7, 8};
        double[] two = {-1, 6, 4, 6, 4, 7};
        assertThat(Rings.box(List.of(one, two))).isEqualTo(new Box(-1, 5, 7, 8));
        assertThatThrownBy(() -> Rings.box(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRingSeenFromAnotherCornerKeepsItsShape() {
        assertThat(Rings.from(3, 5, new double[] {3, 5, 7.5, 5, 7.5, 8})).containsExactly(0, 0, 4.5, 0, 4.5, 3);
    }

    @Property(tries = 200)
    void aGrownOutlineCoversWhatTheAnnotatedPixelsCover(
            @ForAll @IntRange(min = 5, max = 25) int a,
            @ForAll @IntRange(min = 5, max = 25) int b,
            @ForAll @IntRange(min = 35, max = 55) int c,
            @ForAll @IntRange(min = 35, max = 55) int d) {
        double[] named = {a, b, c, a, d, c, b, d};
        Mask truth = PolygonRaster.fill(64, 64, List.of(named));
        byte[] pixels = new byte[64 * 64];
        Rings.fill(pixels, 64, 64, List.of(Rings.aroundPixels(named)));
        Mask grown = Mask.of(64, 64, pixels);
        long intersection = grown.intersectionArea(truth);
        long union = grown.area() + truth.area() - intersection;
        assertThat((double) intersection / union).isGreaterThan(0.93);
    }

    @Test
    void aRingIsClippedToTheRectangle() {
        double[] part = Rings.clip(new double[] {-4, -4, 4, -4, 4, 4, -4, 4}, 10, 3);
        assertThat(Rings.area(part)).isCloseTo(12, offset(1e-12));
        assertThat(Rings.clip(new double[] {-4, -4, -1, -4, -1, -1}, 10, 10)).isEmpty();
    }

    @Test
    void aRingThatOverlapsItselfStaysFull() {
        byte[] pixels = new byte[100];
        Rings.fill(pixels, 10, 10, List.of(new double[] {1, 1, 9, 1, 9, 9, 1, 9, 1, 1, 9, 1, 9, 9, 1, 9}));
        assertThat(Mask.of(10, 10, pixels).area()).isEqualTo(64);
    }
}
