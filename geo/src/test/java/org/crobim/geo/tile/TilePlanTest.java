package org.crobim.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crobim.geo.raster.PixelWindow;
import org.junit.jupiter.api.Test;

class TilePlanTest {
    @Property(tries = 200)
    void everyPixelLiesInATileAndNeighboursOverlapAsAskedFor(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @IntRange(min = 2, max = 90) int side,
            @ForAll @IntRange(min = 0, max = 45) int overlap) {
        TileSize size = new TileSize(side, Math.min(overlap, side / 2));
        TilePlan plan = TilePlan.covering(width, height, size);

        boolean[] columns = new boolean[width];
        boolean[] rows = new boolean[height];
        for (int tile = 0; tile < plan.count(); tile++) {
            PixelWindow window = plan.window(tile);
            assertThat(window.fitsInto(width, height)).isTrue();
            Arrays.fill(columns, window.x(), window.right(), true);
            Arrays.fill(rows, window.y(), window.bottom(), true);
            if (tile % plan.columns() > 0) {
                int common = plan.window(tile - 1).right() - window.x();
                assertThat(common).isGreaterThanOrEqualTo(size.overlapPixels());
            }
        }
        assertThat(columns).doesNotContain(false);
        assertThat(rows).doesNotContain(false);
    }

    @Test
    void theLastTileEndsWhereTheSceneEnds() {
        TilePlan plan = TilePlan.covering(1000, 500, new TileSize(480, 96));

        assertThat(plan.columns()).isEqualTo(3);
        assertThat(plan.rows()).isEqualTo(2);
        assertThat(plan.window(5)).isEqualTo(new PixelWindow(520, 20, 480, 480));
        assertThat(plan.tileRowsAt(100)).containsExactly(0, 1);
    }

    @Test
    void aSmallSceneIsOneTile() {
        TilePlan plan = TilePlan.covering(300, 200, new TileSize(480, 96));

        assertThat(plan.count()).isEqualTo(1);
        assertThat(plan.window(0)).isEqualTo(new PixelWindow(0, 0, 300, 200));
    }

    @Test
    void coarserPixelsForTheNetworkMeanLargerTiles() {
        assertThat(TileSize.of(320, 2.5, 0.25)).isEqualTo(new TileSize(800, 200));
    }

    @Test
    void tilesThatOverlapByMoreThanHalfAreRefused() {
        assertThatThrownBy(() -> new TileSize(100, 51))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("51");
    }

    @Test
    void theEstimateCountsTilesWithDataOnly() {
        TilePlan plan = TilePlan.covering(1000, 1000, new TileSize(100, 0));

        ResourceEstimate estimate = ResourceEstimate.of(plan, 10, 3, new ResourceEstimate.TileCost(0.5, 0.1));

        assertThat(estimate.tiles()).isEqualTo(100);
        assertThat(estimate.seconds()).isEqualTo(10 * 0.5 + 2 * 10 * 0.1);
        assertThat(estimate.secondsPerFurtherPhrase()).isEqualTo(1);
        assertThat(estimate.scratchBytes()).isEqualTo(10 * 100 * 100 * 3);
    }
}
