package org.crobim.geo.tiff;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The blocks that were used last, within a number of bytes; windows that overlap need them again. */
public final class BlockCache {
    private final long mostBytes;
    private final Map<Key, Optional<BlockSamples>> blocks = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** An empty cache; one block is kept even if it is larger. */
    public BlockCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Which block it is.
     *
     * @param image of the file
     * @param block of the grid of the image
     * @param plane as of {@link BlockReader#read}
     */
    public record Key(int image, long block, int plane) {}

    /** The block of a key, read if it is not here. */
    public Optional<BlockSamples> get(Key key, Supplier<Optional<BlockSamples>> read) {
        Optional<BlockSamples> known = blocks.get(key);
        if (known != null) {
            return known;
        }
        Optional<BlockSamples> block = read.get();
        if (block.isPresent()) {
            blocks.put(key, block);
            bytes += block.get().bytes();
            dropOldest();
        }
        return block;
    }

    private void dropOldest() {
        Iterator<Optional<BlockSamples>> oldest = blocks.values().iterator();
        while (bytes > mostBytes && blocks.size() > 1) {
            bytes -= oldest.next().map(BlockSamples::bytes).orElse(0L);
            oldest.remove();
        }
    }
}
