package org.crobim.predict.scene;

import java.util.List;
import org.crobim.predict.TargetLogits;

/** Finds phrases on one tile. Called by one thread. */
public interface TileSegmenter {
    /** Side of the square that tiles are resampled to, pixels. */
    int inputSidePixels();

    /** A tile whose presence score is below this has nothing to say, 0..1. */
    double presenceThreshold();

    /** Name of what gives the answers, such as the hash of the weights: one word. */
    String identity();

    /** Whether each further phrase costs little, because the tile is encoded once. */
    boolean encodesImageOnce();

    /**
     * Looks for phrases.
     *
     * @return one answer a phrase, in their order; the grid covers the tile
     */
    List<TargetLogits> locate(SceneTile tile, List<String> phrases);
}
