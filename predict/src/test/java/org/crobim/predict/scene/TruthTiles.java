package org.crobim.predict.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.mask.Mask;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.predict.LogitGrid;
import org.crobim.predict.TargetLogits;

/** A segmenter that knows where everything is: it returns the true mask of a phrase in the window of a tile. */
final class TruthTiles implements TileSegmenter {
    private static final float SURELY = 8;

    private final int inputSidePixels;
    private final Map<String, Mask> truth = new LinkedHashMap<>();
    private final List<PixelWindow> seen = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private int tilesBeforeFailing = Integer.MAX_VALUE;

    TruthTiles(int inputSidePixels) {
        this.inputSidePixels = inputSidePixels;
    }

    /** What a phrase names in the whole scene. */
    TruthTiles knowing(String phrase, Mask mask) {
        truth.put(phrase, mask);
        return this;
    }

    /** Ends the run in the middle, as a crash would. */
    TruthTiles failingAfter(int tiles) {
        tilesBeforeFailing = tiles;
        return this;
    }

    /** The windows that were shown, in their order. */
    List<PixelWindow> seen() {
        return seen;
    }

    /** All phrases that were asked, repeated for each window. */
    List<String> asked() {
        return asked;
    }

    @Override
    public int inputSidePixels() {
        return inputSidePixels;
    }

    @Override
    public double presenceThreshold() {
        return 0.5;
    }

    @Override
    public String identity() {
        return "truth";
    }

    @Override
    public boolean encodesImageOnce() {
        return true;
    }

    @Override
    public List<TargetLogits> locate(SceneTile tile, List<String> phrases) {
        if (seen.size() == tilesBeforeFailing) {
            throw new IllegalStateException("stopped after " + tilesBeforeFailing + " tiles");
        }
        seen.add(tile.window());
        asked.addAll(phrases);
        return phrases.stream().map(phrase -> located(phrase, tile.window())).toList();
    }

    private TargetLogits located(String phrase, PixelWindow window) {
        float[] margins = new float[window.width() * window.height()];
        Arrays.fill(margins, -SURELY);
        Mask mask = truth.get(phrase);
        boolean present = false;
        if (mask != null) {
            for (int i = 0; i < margins.length; i++) {
                if (mask.get(window.x() + i % window.width(), window.y() + i / window.width())) {
                    margins[i] = SURELY;
                    present = true;
                }
            }
        }
        return new TargetLogits(new LogitGrid(window.width(), window.height(), margins), present ? 0.95 : 0.05);
    }
}
