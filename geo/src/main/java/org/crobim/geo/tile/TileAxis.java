package org.crobim.geo.tile;

import java.util.stream.IntStream;

/**
 * Where the tiles lie along one axis of the scene.
 *
 * @param sceneLength pixels of the scene
 * @param length pixels of a tile
 * @param count number of tiles, at least 1
 */
record TileAxis(int sceneLength, int length, int count) {
    static TileAxis covering(int sceneLength, TileSize size) {
        int length = Math.min(size.sidePixels(), sceneLength);
        int stride = size.sidePixels() - size.overlapPixels();
        int count = 1 + (sceneLength - length + stride - 1) / stride;
        return new TileAxis(sceneLength, length, count);
    }

    /** First pixel of a tile. */
    int start(int tile) {
        // In whole numbers, so that neighbours never overlap less than asked for.
        return count == 1 ? 0 : Math.toIntExact((long) tile * (sceneLength - length) / (count - 1));
    }

    /** Tiles that hold a pixel. */
    IntStream holding(int pixel) {
        return IntStream.range(0, count).filter(tile -> start(tile) <= pixel && pixel < start(tile) + length);
    }
}
