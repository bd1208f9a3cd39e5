package org.crobim.geo.source;

import java.util.Optional;
import org.crobim.geo.tiff.BlockCache;
import org.crobim.geo.tiff.BlockGrid;
import org.crobim.geo.tiff.BlockReader;
import org.crobim.geo.tiff.BlockSamples;
import org.crobim.geo.tiff.TiffImage;

/** Samples of one image of a TIFF: the scene itself, a smaller version, or a mask; decoded blocks are kept for a while. */
final class TiffLevel implements AutoCloseable {
    private final int number;
    private final TiffImage image;
    private final BlockReader reader;
    private final BlockCache cache;

    /**
     * An image.
     *
     * @param number of the image in its file
     * @param cache shared by all images of the file
     */
    TiffLevel(int number, TiffImage image, BlockCache cache) {
        this.number = number;
        this.image = image;
        this.reader = new BlockReader(image);
        this.cache = cache;
    }

    TiffImage image() {
        return image;
    }

    BlockGrid grid() {
        return image.grid();
    }

    /** The block that holds a band, empty where the file leaves it out. */
    Optional<BlockSamples> block(long block, int band) {
        int plane = image.layout().planar() ? band : 0;
        return cache.get(new BlockCache.Key(number, block, plane), () -> reader.read(block, plane));
    }

    /** The number of a band within the blocks that hold it. */
    int bandInBlock(int band) {
        return image.layout().planar() ? 0 : band;
    }

    @Override
    public void close() {
        reader.close();
    }
}
