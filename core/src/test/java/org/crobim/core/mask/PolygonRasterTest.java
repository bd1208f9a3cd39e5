package org.crobim.core.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PolygonRasterTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    @Test
    void aRectangleCoversItsFirstAndItsLastPixel() {
        Mask mask = PolygonRaster.fill(8, 5, List.of(new double[] {1, 1, 4, 1, 4, 3, 1, 3}));

        assertThat(grid(mask)).isEqualTo("""
                ........
                .####...
                .####...
                .####...
                ........
                """);
    }

    @Test
    void aSlantedEdgeTakesItsNearestPixelsHalvesDownwards() {
        Mask mask = PolygonRaster.fill(7, 5, List.of(new double[] {0, 0, 6, 0, 0, 3}));

        assertThat(grid(mask)).isEqualTo("""
                #######
                ######.
                ####...
                ##.....
                .......
                """);
    }

    @Test
    void severalRingsAreUnitedEvenWhereTheyOverlap() {
        Mask mask = PolygonRaster.fill(
                7, 3, List.of(new double[] {0, 0, 3, 0, 3, 2, 0, 2}, new double[] {2, 0, 5, 0, 5, 2, 2, 2}));

        assertThat(mask.area()).isEqualTo(18);
    }

    @Test
    void aRingThatOverlapsItselfHasNoHole() {
        double[] twiceAround = {1, 1, 5, 1, 5, 5, 1, 5, 1, 1, 5, 1, 5, 5, 1, 5};

        assertThat(PolygonRaster.fill(7, 7, List.of(twiceAround)).area()).isEqualTo(25);
    }

    @Test
    void aVertexBesideTheFrameIsClipped() {
        Mask mask = PolygonRaster.fill(4, 4, List.of(new double[] {-3, 1, 900, 1, 900, 2, -3, 2}));

        assertThat(grid(mask)).isEqualTo("""
                ....
                ####
                ####
                ....
                """);
    }

    @Test
    void oneVertexIsAPixelAndNoVertexIsNothing() {
        assertThat(PolygonRaster.fill(4, 4, List.of(new double[] {2, 3})).area())
                .isEqualTo(1);
        assertThat(PolygonRaster.fill(4, 4, List.of(new double[0])).area()).isZero();
        assertThat(PolygonRaster.fill(4, 4, List.of()).area()).isZero();
    }

    @Test
    void vertexesAtTheEndOfTheNumbersDoNotOverflow() {
        double far = 1e300;

        assertThat(PolygonRaster.fill(4, 4, List.of(new double[] {-far, -far, far, -far, far, far, -far, far}))
                        .area())
                .isEqualTo(16);
    }

    @Test
    void halfAPairAndNotANumberAreRefused() {
        assertThatThrownBy(() -> PolygonRaster.fill(4, 4, List.of(new double[] {1, 2, 3})))
                .hasMessageContaining("pairs of x and y");
        assertThatThrownBy(() -> PolygonRaster.fill(4, 4, List.of(new double[] {1, Double.NaN})))
                .hasMessageContaining("NaN");
    }

    @Property(tries = 300)
    void everyVertexInsideTheFrameIsSet(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int vertices) {
        double[] ring = randomRing(seed, vertices, 20);
        Mask mask = PolygonRaster.fill(WIDTH, HEIGHT, List.of(ring));

        for (int i = 0; i < ring.length; i += 2) {
            if (ring[i] >= 0 && ring[i] < WIDTH && ring[i + 1] >= 0 && ring[i + 1] < HEIGHT) {
                assertThat(mask.get((int) ring[i], (int) ring[i + 1])).isTrue();
            }
        }
    }

    @Property(tries = 300)
    void aMovedRingGivesTheMovedMask(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 12) int vertices,
            @ForAll @IntRange(min = -9, max = 9) int right,
            @ForAll @IntRange(min = -9, max = 9) int down) {
        double[] ring = randomRing(seed, vertices, 0);
        double[] moved = ring.clone();
        for (int i = 0; i < ring.length; i += 2) {
            moved[i] += right;
            moved[i + 1] += down;
        }
        Mask mask = PolygonRaster.fill(WIDTH, HEIGHT, List.of(ring));
        Mask movedMask = PolygonRaster.fill(WIDTH, HEIGHT, List.of(moved));

        for (int y = Math.max(0, -down); y < HEIGHT - Math.max(0, down); y++) {
            for (int x = Math.max(0, -right); x < WIDTH - Math.max(0, right); x++) {
                assertThat(movedMask.get(x + right, y + down)).isEqualTo(mask.get(x, y));
            }
        }
    }

    @Property(tries = 200)
    void theDirectionOfARingDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 3, max = 12) int vertices) {
        double[] ring = randomRing(seed, vertices, 5);
        double[] reversed = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            reversed[i] = ring[ring.length - 2 - i];
            reversed[i + 1] = ring[ring.length - 1 - i];
        }

        assertThat(PolygonRaster.fill(WIDTH, HEIGHT, List.of(reversed)))
                .isEqualTo(PolygonRaster.fill(WIDTH, HEIGHT, List.of(ring)));
    }

    private static double[] randomRing(long seed, int vertices, int outside) {
        Random random = new Random(seed);
        double[] ring = new double[2 * vertices];
        Arrays.setAll(ring, i -> random.nextInt((i % 2 == 0 ? WIDTH : HEIGHT) + 2 * outside) - outside);
        return ring;
    }

    private static String grid(Mask mask) {
        StringBuilder grid = new StringBuilder();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                grid.append(mask.get(x, y) ? '#' : '.');
            }
            grid.append('\n');
        }
        return grid.toString();
    }
}
