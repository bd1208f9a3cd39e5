package org.crobim.geo.tile;

/**
 * Size of the tiles on the grid of the scene.
 *
 * @param sidePixels side of a tile, scene pixels, at least 2
 * @param overlapPixels least overlap of two neighbours, scene pixels, 0 up to half the side
 */
public record TileSize(int sidePixels, int overlapPixels) {
    /** Checks the ranges. */
    public TileSize {
        if (sidePixels < 2 || overlapPixels < 0 || overlapPixels > sidePixels / 2) {
            throw new IllegalArgumentException(
                    "Tiles of %d pixels with an overlap of %d; expected a side of at least 2 and an overlap of at most half of it"
                            .formatted(sidePixels, overlapPixels));
        }
    }

    /**
     * Tiles that bring the ground sample distance of the scene to the one that the network shall see.
     *
     * @param inputSidePixels side of the network's input
     * @param pixelRatio ground sample distance wanted over that of the scene, above 0; 1 leaves the pixels as they are
     * @param overlapFraction least overlap as a fraction of the side, 0..0.5
     */
    public static TileSize of(int inputSidePixels, double pixelRatio, double overlapFraction) {
        if (!(pixelRatio > 0 && overlapFraction >= 0 && overlapFraction <= 0.5)) {
            throw new IllegalArgumentException(
                    "Tiles need a pixel ratio above 0 and an overlap in 0..0.5, got %s and %s"
                            .formatted(pixelRatio, overlapFraction));
        }
        int side = Math.max(2, Math.toIntExact(Math.round(inputSidePixels * pixelRatio)));
        return new TileSize(side, (int) (side * overlapFraction));
    }
}
