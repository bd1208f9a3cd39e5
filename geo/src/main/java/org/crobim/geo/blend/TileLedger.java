package org.crobim.geo.blend;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which tiles are done, in memory. */
final class TileLedger {
    private final int tiles;
    private final Map<Integer, TileRecord> records = new HashMap<>();
    private int blocks;

    TileLedger(int tiles) {
        this.tiles = tiles;
    }

    void add(TileRecord line) {
        if (line.tile() < 0 || line.tile() >= tiles) {
            throw new IllegalArgumentException("Tile %d of a plan with %d".formatted(line.tile(), tiles));
        }
        records.put(line.tile(), line);
        blocks = Math.max(blocks, line.block() + 1);
    }

    Optional<TileRecord> find(int tile) {
        return Optional.ofNullable(records.get(tile));
    }

    int done() {
        return records.size();
    }

    /** Blocks of the scratch file that are in use; the next one has this number. */
    int blocks() {
        return blocks;
    }
}
