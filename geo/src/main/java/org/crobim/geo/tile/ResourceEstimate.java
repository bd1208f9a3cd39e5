package org.crobim.geo.tile;

/**
 * What a run over a scene will need, before it starts.
 *
 * @param tiles tiles that cover the scene
 * @param tilesWithData tiles with at least one pixel of data; the others are skipped
 * @param phrases phrases that the network is asked on every tile
 * @param scratchBytes upper bound of the temporary files
 * @param heapBytes upper bound of what the run itself keeps on the Java heap, without the network and the reader
 * @param seconds time of the network and of reading for all tiles with data
 * @param secondsPerFurtherPhrase time that one more phrase would add
 */
public record ResourceEstimate(
        int tiles,
        int tilesWithData,
        int phrases,
        long scratchBytes,
        long heapBytes,
        double seconds,
        double secondsPerFurtherPhrase) {
    /** Tiles in flight: one that is read ahead, one in the network, one that is being written. */
    private static final int TILES_IN_FLIGHT = 4;

    /** Colour, validity, logits and codes of a pixel of a tile. */
    private static final int BYTES_PER_TILE_PIXEL = 16;

    /** A row of floats, masks and labels each, and sixteen rows of codes for two rows of tiles. */
    private static final int BYTES_PER_SCENE_COLUMN = 64;

    /**
     * Measured costs of one tile.
     *
     * @param secondsWithOnePhrase reading, encoding and one phrase
     * @param secondsPerFurtherPhrase each further phrase
     */
    public record TileCost(double secondsWithOnePhrase, double secondsPerFurtherPhrase) {
        /** Checks the ranges. */
        public TileCost {
            if (!(secondsWithOnePhrase >= 0 && secondsPerFurtherPhrase >= 0)) {
                throw new IllegalArgumentException("Costs of a tile must not be negative, got %s and %s"
                        .formatted(secondsWithOnePhrase, secondsPerFurtherPhrase));
            }
        }
    }

    /**
     * Adds up.
     *
     * @param tilesWithData of the plan, at most all of them
     * @param phrases at least 1
     */
    public static ResourceEstimate of(TilePlan plan, int tilesWithData, int phrases, TileCost cost) {
        long tilePixels = (long) plan.window(0).width() * plan.window(0).height();
        double further = tilesWithData * cost.secondsPerFurtherPhrase();
        return new ResourceEstimate(
                plan.count(),
                tilesWithData,
                phrases,
                tilesWithData * tilePixels * phrases,
                TILES_IN_FLIGHT * tilePixels * BYTES_PER_TILE_PIXEL
                        + (long) plan.sceneWidth() * BYTES_PER_SCENE_COLUMN * phrases,
                tilesWithData * cost.secondsWithOnePhrase() + (phrases - 1) * further,
                further);
    }
}
