package org.crobim.predict.scene;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.crobim.geo.tile.ResourceEstimate;
import org.crobim.geo.tile.ResourceEstimate.TileCost;
import org.crobim.geo.tile.TilePlan;

/**
 * Estimates what a run will take: looks at some tiles for data, and times the network on one.
 *
 * <p>At most two hundred tiles are looked at, each at five spots; the share of those with data stands for all.
 */
final class CostProbe {
    private static final int MOST_TILES = 200;
    private static final int SPOT_PIXELS = 8;

    private final RasterSource scene;
    private final TilePlan plan;
    private final TileSegmenter network;

    CostProbe(RasterSource scene, TilePlan plan, TileSegmenter network) {
        this.scene = scene;
        this.plan = plan;
        this.network = network;
    }

    /**
     * Estimates.
     *
     * @param phrases that will be looked for, at least one
     */
    ResourceEstimate estimate(List<String> phrases) {
        int step = Math.max(1, plan.count() / MOST_TILES);
        int looked = 0;
        int full = 0;
        Optional<Integer> specimen = Optional.empty();
        for (int tile = 0; tile < plan.count(); tile += step) {
            looked++;
            if (holdsData(plan.window(tile))) {
                full++;
                specimen = specimen.isPresent() ? specimen : Optional.of(tile);
            }
        }
        int withData = Math.toIntExact(Math.round((double) plan.count() * full / looked));
        TileCost cost = specimen.map(tile -> time(tile, phrases.get(0))).orElse(new TileCost(0, 0));
        return ResourceEstimate.of(plan, withData, phrases.size(), cost);
    }

    private boolean holdsData(PixelWindow window) {
        int width = Math.min(SPOT_PIXELS, window.width());
        int height = Math.min(SPOT_PIXELS, window.height());
        for (int spot = 0; spot < 5; spot++) {
            // Middle first, then the corners.
            int x = spot == 0 ? (window.width() - width) / 2 : (spot % 2) * (window.width() - width);
            int y = spot == 0 ? (window.height() - height) / 2 : (spot / 3) * (window.height() - height);
            if (!scene.read(new PixelWindow(window.x() + x, window.y() + y, width, height))
                    .isBlank()) {
                return true;
            }
        }
        return false;
    }

    private TileCost time(int tile, String phrase) {
        long start = System.nanoTime();
        PixelWindow window = plan.window(tile);
        ScenePatch patch =
                TileReader.readForNetwork(scene, window, plan.size().sidePixels(), network.inputSidePixels());
        SceneTile specimen = new SceneTile(window, patch);
        double reading = secondsSince(start);
        // The first pass of a process is slower than all others.
        network.locate(specimen, List.of(phrase));
        double once = seconds(specimen, Collections.nCopies(1, phrase));
        double twice = seconds(specimen, Collections.nCopies(2, phrase));
        return new TileCost(reading + once, Math.max(0, twice - once));
    }

    private double seconds(SceneTile tile, List<String> phrases) {
        long start = System.nanoTime();
        network.locate(tile, phrases);
        return secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
