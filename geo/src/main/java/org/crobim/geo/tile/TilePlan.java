package org.crobim.geo.tile;

import java.util.stream.IntStream;
import org.crobim.geo.raster.PixelWindow;

/**
 * A grid of overlapping tiles that covers a scene: every pixel lies in at least one tile.
 *
 * <p>Tiles of one column share their columns of pixels, tiles of one row their rows. They are spread evenly, so that neighbours
 * overlap by at least what the {@link TileSize} asks for, and the last tile ends where the scene ends. A scene smaller than a
 * tile along an axis has one tile there, as long as the scene.
 */
public final class TilePlan {
    private final int sceneWidth;
    private final int sceneHeight;
    private final TileSize size;
    private final TileAxis horizontal;
    private final TileAxis vertical;

    private TilePlan(int sceneWidth, int sceneHeight, TileSize size) {
        this.sceneWidth = sceneWidth;
        this.sceneHeight = sceneHeight;
        this.size = size;
        this.horizontal = TileAxis.covering(sceneWidth, size);
        this.vertical = TileAxis.covering(sceneHeight, size);
    }

    /**
     * The grid for a scene.
     *
     * @param sceneWidth pixels, at least 1
     * @param sceneHeight pixels, at least 1
     */
    public static TilePlan covering(int sceneWidth, int sceneHeight, TileSize size) {
        if (sceneWidth < 1 || sceneHeight < 1) {
            throw new IllegalArgumentException(
                    "Scene of %d x %d pixels, expected at least 1 x 1".formatted(sceneWidth, sceneHeight));
        }
        return new TilePlan(sceneWidth, sceneHeight, size);
    }

    /** Columns of the scene, pixels. */
    public int sceneWidth() {
        return sceneWidth;
    }

    /** Rows of the scene, pixels. */
    public int sceneHeight() {
        return sceneHeight;
    }

    /** The size that was asked for. */
    public TileSize size() {
        return size;
    }

    /** Tiles in a row. */
    public int columns() {
        return horizontal.count();
    }

    /** Tiles in a column. */
    public int rows() {
        return vertical.count();
    }

    /** Number of tiles; they are numbered from the upper left one, row by row. */
    public int count() {
        return Math.multiplyExact(columns(), rows());
    }

    /** The pixels of a tile. */
    public PixelWindow window(int tile) {
        if (tile < 0 || tile >= count()) {
            throw new IllegalArgumentException("Tile %d of a plan with %d".formatted(tile, count()));
        }
        return new PixelWindow(
                horizontal.start(tile % columns()),
                vertical.start(tile / columns()),
                horizontal.length(),
                vertical.length());
    }

    /** Rows of tiles that hold a row of pixels, from the top; never empty. */
    public IntStream tileRowsAt(int y) {
        return vertical.holding(y);
    }
}
