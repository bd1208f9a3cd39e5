package org.crobim.predict.scene;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.crobim.core.error.CrobimException;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.crobim.geo.tile.TilePlan;

/** Reads tiles ahead in a thread of its own, so that the network need not wait for the disk. */
final class TileReader implements Iterator<TileReader.ReadTile>, AutoCloseable {
    /** One is being read while the other waits for the network. */
    private static final int AHEAD = 2;

    private static final int LONGEST_READ_MINUTES = 10;

    private final RasterSource scene;
    private final TilePlan plan;
    private final int inputSidePixels;
    private final Iterator<Integer> tiles;
    private final Deque<Future<ReadTile>> pending = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread reader = new Thread(task, "crobim-tile-reader");
        reader.setDaemon(true);
        return reader;
    });

    /** A tile by its number. */
    record ReadTile(int number, SceneTile tile) {}

    /**
     * @param scene read by the thread of this reader alone until it is closed
     * @param tiles numbers, in the order in which they are read
     */
    TileReader(RasterSource scene, TilePlan plan, int inputSidePixels, List<Integer> tiles) {
        this.scene = scene;
        this.plan = plan;
        this.inputSidePixels = inputSidePixels;
        this.tiles = tiles.iterator();
        for (int i = 0; i < AHEAD; i++) {
            readAhead();
        }
    }

    private void readAhead() {
        if (tiles.hasNext()) {
            int number = tiles.next();
            pending.add(thread.submit(() -> new ReadTile(number, read(number))));
        }
    }

    private SceneTile read(int number) {
        PixelWindow window = plan.window(number);
        return new SceneTile(window, readForNetwork(scene, window, plan.size().sidePixels(), inputSidePixels));
    }

    /** Reads a window so that a whole tile has the side of the network's input. */
    static ScenePatch readForNetwork(RasterSource scene, PixelWindow window, int tileSide, int inputSide) {
        return scene.read(
                window, scaled(window.width(), tileSide, inputSide), scaled(window.height(), tileSide, inputSide));
    }

    private static int scaled(int length, int tileSide, int inputSide) {
        return Math.max(1, Math.toIntExact(Math.round((double) length * inputSide / tileSide)));
    }

    @Override
    public boolean hasNext() {
        return !pending.isEmpty();
    }

    @Override
    public ReadTile next() {
        if (pending.isEmpty()) {
            throw new NoSuchElementException("all tiles were read");
        }
        Future<ReadTile> first = pending.remove();
        readAhead();
        try {
            return first.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a tile was read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CrobimException known) {
                throw known;
            }
            throw new IllegalStateException("a tile cannot be read", e.getCause());
        }
    }

    /** Waits for what is being read and ends the thread: afterwards the scene is the caller's again. */
    @Override
    public void close() {
        pending.forEach(tile -> tile.cancel(false));
        thread.shutdown();
        try {
            boolean ended = thread.awaitTermination(LONGEST_READ_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                throw new IllegalStateException(
                        "reading a tile takes more than %d minutes".formatted(LONGEST_READ_MINUTES));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
