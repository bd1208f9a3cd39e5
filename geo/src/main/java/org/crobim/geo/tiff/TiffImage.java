package org.crobim.geo.tiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.InputException;

/**
 * One image of a TIFF file whose tags have been checked: sizes are sane, and every block lies within the file.
 *
 * <p>Rows of uncompressed strips can be found by arithmetic, so large ones are divided into smaller blocks.
 */
public final class TiffImage {
    private static final int MOST_BANDS = 1024;
    private static final int MOST_SIDE = 1 << 22;
    private static final long MOST_PIXELS = 1L << 40;
    private static final long MOST_BLOCKS = 1L << 25;

    /** Scenes may leave blocks out, but a file this small does not describe one this large. */
    private static final long LARGE_PIXELS = 1L << 32;

    private static final long MOST_PIXELS_PER_BYTE = 100_000;
    private static final long MOST_BLOCK_BYTES = 256L << 20;
    private static final long UNCOMPRESSED_BLOCK_BYTES = 1L << 20;

    private final TiffInput input;
    private final TiffDirectory directory;
    private final PixelLayout layout;
    private final Compression compression;
    private final BlockGrid stored;
    private final BlockGrid grid;
    private final boolean tiled;

    private TiffImage(
            TiffInput input,
            TiffDirectory directory,
            PixelLayout layout,
            Compression compression,
            BlockGrid stored,
            boolean tiled) {
        this.input = input;
        this.directory = directory;
        this.layout = layout;
        this.compression = compression;
        this.stored = stored;
        this.tiled = tiled;
        this.grid = divided(stored);
    }

    /**
     * Checks a directory.
     *
     * @throws InputException if a size is absurd, blocks are missing or lie outside of the file, or bands differ in type
     * @throws UnsupportedTiffException if it may be sound but is not decoded here
     */
    public static TiffImage of(TiffInput input, TiffDirectory directory) {
        long code = directory.integer(TiffTag.COMPRESSION, 1);
        Compression compression = Compression.of(code)
                .orElseThrow(() ->
                        new UnsupportedTiffException("its compression is %s".formatted(Compression.foreignName(code))));
        boolean tiled = directory.has(TiffTag.TILE_WIDTH) || directory.has(TiffTag.TILE_OFFSETS);
        PixelLayout layout = layout(input, directory);
        TiffImage image =
                new TiffImage(input, directory, layout, compression, storedGrid(input, directory, tiled), tiled);
        image.requireSaneSize();
        image.requireSaneBlocks();
        return image;
    }

    private static PixelLayout layout(TiffInput input, TiffDirectory directory) {
        int bands = size(input, "SamplesPerPixel", directory.integer(TiffTag.SAMPLES_PER_PIXEL, 1), MOST_BANDS);
        SampleFormat format = format(input, directory);
        boolean planar = bands > 1 && directory.integer(TiffTag.PLANAR_CONFIGURATION, 1) == 2;
        int photometric =
                (int) directory.integer(TiffTag.PHOTOMETRIC, bands >= 3 ? PixelLayout.RGB : PixelLayout.BLACK_IS_ZERO);
        List<Integer> extra = new ArrayList<>();
        for (int value : directory.integers(TiffTag.EXTRA_SAMPLES, bands)) {
            extra.add(value);
        }
        if (photometric > PixelLayout.YCBCR || photometric == 5) {
            throw new UnsupportedTiffException("its colours are of kind %d (CMYK, Lab or raw)".formatted(photometric));
        }
        if (photometric == PixelLayout.YCBCR && (bands != 3 || planar || !format.isEightBit())) {
            throw new UnsupportedTiffException(
                    "its YCbCr colours come in %d bands of %s".formatted(bands, format.label()));
        }
        return new PixelLayout(bands, format, planar, photometric, extra);
    }

    private static SampleFormat format(TiffInput input, TiffDirectory directory) {
        int bits = (int) uniform(input, directory, TiffTag.BITS_PER_SAMPLE, "BitsPerSample");
        long kind = uniform(input, directory, TiffTag.SAMPLE_FORMAT, "SampleFormat");
        try {
            return switch ((int) kind) {
                case 1, 4 -> new SampleFormat(SampleFormat.Kind.UNSIGNED, bits);
                case 2 -> new SampleFormat(SampleFormat.Kind.SIGNED, bits);
                case 3 -> new SampleFormat(SampleFormat.Kind.FLOATING, bits);
                default ->
                    throw new UnsupportedTiffException("its samples are complex numbers (format %d)".formatted(kind));
            };
        } catch (IllegalArgumentException e) {
            throw new UnsupportedTiffException("it holds " + e.getMessage());
        }
    }

    private static long uniform(TiffInput input, TiffDirectory directory, int tag, String name) {
        int[] values = directory.integers(tag, MOST_BANDS);
        for (int value : values) {
            if (value != values[0]) {
                throw new InputException(
                        "%s: its bands differ in type (%s of %d and %d). Expected one type for all; export it with one, as gdal_translate -ot does."
                                .formatted(input.file(), name, values[0], value));
            }
        }
        return values.length == 0 ? 1 : values[0];
    }

    private static BlockGrid storedGrid(TiffInput input, TiffDirectory directory, boolean tiled) {
        int width = size(input, "ImageWidth", directory.required(TiffTag.WIDTH, "ImageWidth"), MOST_SIDE);
        int height = size(input, "ImageLength", directory.required(TiffTag.HEIGHT, "ImageLength"), MOST_SIDE);
        if (tiled) {
            return new BlockGrid(
                    width,
                    height,
                    size(input, "TileWidth", directory.required(TiffTag.TILE_WIDTH, "TileWidth"), 1 << 20),
                    size(input, "TileLength", directory.required(TiffTag.TILE_HEIGHT, "TileLength"), 1 << 20));
        }
        long rows = Math.min(height, directory.integer(TiffTag.ROWS_PER_STRIP, height));
        return new BlockGrid(width, height, width, size(input, "RowsPerStrip", rows, height));
    }

    private static int size(TiffInput input, String name, long value, int most) {
        if (value < 1 || value > most) {
            throw input.damaged("%s is %,d, expected 1 to %,d".formatted(name, value, most));
        }
        return (int) value;
    }

    /** Smaller blocks where rows can be found without decoding; they never cross from one strip into the next. */
    private BlockGrid divided(BlockGrid blocks) {
        long rowBytes = layout.rowBytes(blocks.blockWidth());
        if (tiled
                || compression != Compression.NONE
                || layout.photometric() == PixelLayout.YCBCR
                || rowBytes * blocks.blockHeight() <= UNCOMPRESSED_BLOCK_BYTES) {
            return blocks;
        }
        int rows = (int) Math.max(1, UNCOMPRESSED_BLOCK_BYTES / rowBytes);
        while (blocks.down() > 1 && blocks.blockHeight() % rows != 0) {
            rows--;
        }
        return new BlockGrid(blocks.width(), blocks.height(), blocks.blockWidth(), rows);
    }

    private void requireSaneSize() {
        long pixels = (long) stored.width() * stored.height();
        boolean empty = pixels > LARGE_PIXELS && pixels / MOST_PIXELS_PER_BYTE > input.length();
        if (pixels > MOST_PIXELS || grid.blocks() > MOST_BLOCKS || empty) {
            throw input.damaged("%,d x %,d pixels in %,d blocks are absurd for a file of %,d bytes"
                    .formatted(stored.width(), stored.height(), grid.blocks(), input.length()));
        }
    }

    private void requireSaneBlocks() {
        long blockBytes = decodedBytes();
        if (blockBytes > MOST_BLOCK_BYTES) {
            throw new UnsupportedTiffException(
                    "one of its blocks takes %,d bytes (%d x %d pixels), at most %,d are decoded at once"
                            .formatted(blockBytes, grid.blockWidth(), grid.blockHeight(), MOST_BLOCK_BYTES));
        }
        long needed = stored.blocks() * (layout.planar() ? layout.bands() : 1);
        long offsets = directory.count(offsetsTag());
        if (offsets < needed || (directory.count(countsTag()) < needed && compression != Compression.NONE)) {
            throw input.damaged("%d x %d pixels take %,d blocks, the file lists %,d offsets and %,d byte counts"
                    .formatted(stored.width(), stored.height(), needed, offsets, directory.count(countsTag())));
        }
        for (long i = 0; i < needed; i++) {
            requireInside(i);
        }
    }

    private void requireInside(long block) {
        long offset = directory.integerAt(offsetsTag(), block);
        long bytes = storedBytes(block);
        if (offset != 0 && bytes != 0 && !input.holds(offset, bytes)) {
            throw input.damaged("block %,d takes %,d bytes from byte %,d, the file has %,d"
                    .formatted(block, bytes, offset, input.length()));
        }
    }

    private long storedBytes(long block) {
        if (compression == Compression.NONE && layout.photometric() != PixelLayout.YCBCR) {
            long plain = layout.rowBytes(stored.blockWidth())
                    * (tiled ? stored.blockHeight() : stored.rowsInside(block % stored.blocks()));
            boolean leftOut = block < directory.count(countsTag()) && directory.integerAt(countsTag(), block) == 0;
            return leftOut ? 0 : plain;
        }
        return block < directory.count(countsTag()) ? directory.integerAt(countsTag(), block) : 0;
    }

    private int offsetsTag() {
        return tiled && directory.has(TiffTag.TILE_OFFSETS) ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS;
    }

    private int countsTag() {
        return tiled && directory.has(TiffTag.TILE_OFFSETS) ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS;
    }

    /** Bytes of a decoded block. */
    public long decodedBytes() {
        return layout.rowBytes(grid.blockWidth()) * grid.blockHeight();
    }

    /**
     * Where a block is stored.
     *
     * @param offset first byte in the file
     * @param bytes at least 1
     * @param rows that it holds
     */
    record StoredBlock(long offset, long bytes, int rows) {}

    /**
     * Finds a block.
     *
     * @param block of the {@link #grid}
     * @param plane the band, where bands are planar, otherwise 0
     * @return empty where the file leaves the block out
     */
    Optional<StoredBlock> block(long block, int plane) {
        int rows = tiled ? grid.blockHeight() : grid.rowsInside(block);
        int rowInStrip = grid.top(block) % stored.blockHeight();
        long index = plane * stored.blocks() + (grid.equals(stored) ? block : grid.top(block) / stored.blockHeight());
        long offset = directory.integerAt(offsetsTag(), index);
        long bytes = storedBytes(index);
        if (offset == 0 || bytes == 0) {
            return Optional.empty();
        }
        if (grid.equals(stored)) {
            return Optional.of(new StoredBlock(offset, bytes, rows));
        }
        long rowBytes = layout.rowBytes(grid.blockWidth());
        return Optional.of(new StoredBlock(offset + rowInStrip * rowBytes, rows * rowBytes, rows));
    }

    /** Whether the file holds a block, of its first plane. */
    public boolean holds(long block) {
        return block(block, 0).isPresent();
    }

    /** The blocks in which the image can be read. */
    public BlockGrid grid() {
        return grid;
    }

    /** What its samples are. */
    public PixelLayout layout() {
        return layout;
    }

    /** Columns. */
    public int width() {
        return stored.width();
    }

    /** Rows. */
    public int height() {
        return stored.height();
    }

    /** Whether it is a smaller version of another image. */
    public boolean isReduced() {
        return (directory.integer(TiffTag.SUBFILE_TYPE, 0) & 1) != 0;
    }

    /** Whether it says which pixels of another image mean something. */
    public boolean isMask() {
        return (directory.integer(TiffTag.SUBFILE_TYPE, 0) & 4) != 0 || layout.photometric() == PixelLayout.MASK;
    }

    Compression compression() {
        return compression;
    }

    /** Its tags. */
    public TiffDirectory directory() {
        return directory;
    }

    /** Its file. */
    public TiffInput input() {
        return input;
    }
}
