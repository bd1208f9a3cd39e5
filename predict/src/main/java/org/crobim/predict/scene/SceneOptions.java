package org.crobim.predict.scene;

import org.crobim.geo.tile.TileSize;

/**
 * How a scene is searched.
 *
 * @param frame what sentences refer to
 * @param tiles size of the tiles
 * @param threshold a pixel belongs to the object above this probability, 0..1
 * @param leastAreaPixels smaller objects are dropped, at least 1
 * @param directSidePixels frames whose longer side is at most this are shown to the network at once, with the whole sentence; 0 for
 *     none
 */
public record SceneOptions(
        SceneFrame frame, TileSize tiles, double threshold, long leastAreaPixels, int directSidePixels) {
    /** The threshold at which the target wins over the background. */
    public static final double WINNER = 0.5;

    /** Checks the ranges. */
    public SceneOptions {
        if (!(threshold >= 0 && threshold < 1) || leastAreaPixels < 1 || directSidePixels < 0) {
            throw new IllegalArgumentException(
                    "Scene options: threshold %s (expected 0..1), least area %d (at least 1), direct side %d (at least 0)"
                            .formatted(threshold, leastAreaPixels, directSidePixels));
        }
    }

    /** Whether a frame is small enough to be shown at once. */
    boolean readsAtOnce(int width, int height) {
        return Math.max(width, height) <= directSidePixels;
    }
}
