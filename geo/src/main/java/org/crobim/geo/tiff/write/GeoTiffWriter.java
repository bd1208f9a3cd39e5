package org.crobim.geo.tiff.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.AtomicFile;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.mask.ProbabilityRaster;
import org.crobim.geo.tiff.BlockGrid;
import org.crobim.geo.tiff.Compression;
import org.crobim.geo.tiff.PixelLayout;
import org.crobim.geo.tiff.TiffTag;

/**
 * Writes masks and probabilities as GeoTIFF: one band of eight bits in Deflate tiles of 256 x 256, the directory before the
 * tiles, BigTIFF where four gigabytes are not enough.
 *
 * <p>Rows are asked for once, from the top; 256 of them are held. Tiles go to a hidden file beside the target first, since
 * the directory that stands before them lists their sizes.
 *
 * <p>This is code of our own because no library does it: the writer of TwelveMonkeys stores strips only, that of the JDK
 * neither BigTIFF nor rows that are computed on the way.
 */
public final class GeoTiffWriter {
    /** Sample of a mask where the target is; elsewhere 0, which is declared as missing data so that maps show through. */
    public static final int TARGET = 255;

    /** Sample of a probability of 1; smaller ones in proportion. */
    public static final int CERTAIN = 254;

    /** Sample of a probability where the scene holds no data. */
    public static final int NO_DATA = 255;

    private static final int TILE_SIDE = 256;
    private static final long CLASSIC_BYTES = 0xffff_ffffL;

    private final int width;
    private final int height;
    private final RowSource rows;
    private final DirectoryBuilder directory = new DirectoryBuilder();
    private final boolean differences;
    private final long classicBytes;

    /** Eight-bit samples of rows. */
    private interface RowSource {
        void read(int y, byte[] row);
    }

    GeoTiffWriter(int width, int height, RowSource rows, boolean differences, long classicBytes) {
        this.width = width;
        this.height = height;
        this.rows = rows;
        this.differences = differences;
        this.classicBytes = classicBytes;
    }

    /**
     * Writes a mask: {@link #TARGET} where it is set, otherwise 0.
     *
     * @param file a new file
     * @param mask read once from the top
     * @param reference of the scene; none for a plain image
     * @throws UsageException if the file exists
     * @throws OutputException if it cannot be written
     */
    public static void writeMask(Path file, MaskRaster mask, Optional<GeoReference> reference) {
        writeMask(file, mask, reference, CLASSIC_BYTES);
    }

    /** The same with another limit for files that are no BigTIFF. */
    static void writeMask(Path file, MaskRaster mask, Optional<GeoReference> reference, long classicBytes) {
        RowSource rows = (y, row) -> {
            mask.readRow(y, row);
            for (int x = 0; x < mask.width(); x++) {
                row[x] = (byte) (row[x] == 0 ? 0 : TARGET);
            }
        };
        GeoTiffWriter writer = new GeoTiffWriter(mask.width(), mask.height(), rows, false, classicBytes);
        writer.directory.putText(TiffTag.GDAL_NODATA, "0");
        writer.write(file, reference);
    }

    /**
     * Writes probabilities in steps of 1 / {@link #CERTAIN}, {@link #NO_DATA} where there are none. The scale is in the file, so
     * that programs built on GDAL show 0..1.
     *
     * @param file a new file
     * @param probability read once from the top
     * @param reference of the scene; none for a plain image
     * @throws UsageException if the file exists
     * @throws OutputException if it cannot be written
     */
    public static void writeProbability(Path file, ProbabilityRaster probability, Optional<GeoReference> reference) {
        float[] values = new float[probability.width()];
        RowSource rows = (y, row) -> {
            probability.readRow(y, values);
            for (int x = 0; x < values.length; x++) {
                float share = Math.max(0, Math.min(1, values[x]));
                row[x] = (byte) (Float.isNaN(values[x]) ? NO_DATA : Math.round(CERTAIN * share));
            }
        };
        GeoTiffWriter writer = new GeoTiffWriter(probability.width(), probability.height(), rows, true, CLASSIC_BYTES);
        writer.directory.putText(TiffTag.GDAL_NODATA, String.valueOf(NO_DATA));
        writer.directory.putText(
                TiffTag.GDAL_METADATA,
                "<GDALMetadata><Item name=\"SCALE\" sample=\"0\" role=\"scale\">%s</Item><Item name=\"DESCRIPTION\" sample=\"0\" role=\"description\">probability</Item></GDALMetadata>"
                        .formatted(1.0 / CERTAIN));
        writer.write(file, reference);
    }

    private void write(Path file, Optional<GeoReference> reference) {
        AtomicFile.requireWritableTarget(file, false);
        putLayout();
        reference.ifPresent(place -> GroundFields.put(place, directory));
        Path tiles = tilesFile(file);
        try {
            long[] sizes = writeTiles(tiles);
            AtomicFile.write(file, false, stream -> {
                stream.write(head(sizes));
                Files.copy(tiles, stream);
            });
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(
                    "%s: cannot be written (%s). Check the free space and the permissions of its folder."
                            .formatted(file, e.getMessage()),
                    e);
        } finally {
            delete(tiles);
        }
    }

    private static Path tilesFile(Path file) {
        return file.toAbsolutePath()
                .resolveSibling(".%s.%d-%x.tiles"
                        .formatted(file.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
    }

    private static void delete(Path tiles) {
        try {
            Files.deleteIfExists(tiles);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be deleted".formatted(tiles), e);
        }
    }

    private void putLayout() {
        directory.putLong(TiffTag.WIDTH, width);
        directory.putLong(TiffTag.HEIGHT, height);
        directory.putShorts(TiffTag.BITS_PER_SAMPLE, Byte.SIZE);
        directory.putShorts(TiffTag.COMPRESSION, Compression.DEFLATE.code());
        directory.putShorts(TiffTag.PHOTOMETRIC, PixelLayout.BLACK_IS_ZERO);
        directory.putShorts(TiffTag.SAMPLES_PER_PIXEL, 1);
        directory.putShorts(TiffTag.PLANAR_CONFIGURATION, 1);
        directory.putShorts(TiffTag.PREDICTOR, differences ? 2 : 1);
        directory.putShorts(TiffTag.TILE_WIDTH, TILE_SIDE);
        directory.putShorts(TiffTag.TILE_HEIGHT, TILE_SIDE);
        directory.putShorts(TiffTag.SAMPLE_FORMAT, 1);
    }

    /** Head of the file for tiles of these sizes, which follow it in order. */
    private byte[] head(long[] sizes) {
        long total = 0;
        for (long size : sizes) {
            total += size;
        }
        directory.putPositions(TiffTag.TILE_OFFSETS, new long[sizes.length], false);
        directory.putPositions(TiffTag.TILE_BYTE_COUNTS, sizes, false);
        boolean big = total + directory.headBytes(false) > classicBytes;
        directory.putPositions(TiffTag.TILE_BYTE_COUNTS, sizes, big);
        directory.putPositions(TiffTag.TILE_OFFSETS, new long[sizes.length], big);
        long[] offsets = new long[sizes.length];
        long position = directory.headBytes(big);
        for (int i = 0; i < sizes.length; i++) {
            offsets[i] = position;
            position += sizes[i];
        }
        directory.putPositions(TiffTag.TILE_OFFSETS, offsets, big);
        return directory.head(big);
    }

    private long[] writeTiles(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        BlockGrid grid = new BlockGrid(width, height, TILE_SIDE, TILE_SIDE);
        long[] sizes = new long[Math.toIntExact(grid.blocks())];
        byte[][] band = new byte[TILE_SIDE][width];
        Deflater deflater = new Deflater();
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int block = 0; block < sizes.length; block++) {
                if (grid.left(block) == 0) {
                    readBand(band, grid.top(block), grid.rowsInside(block));
                }
                CountedStream counted = new CountedStream(stream);
                deflater.reset();
                DeflaterOutputStream packed = new DeflaterOutputStream(counted, deflater, 1 << 13);
                packed.write(tile(band, grid, block));
                packed.finish();
                sizes[block] = counted.count();
            }
        } finally {
            deflater.end();
        }
        return sizes;
    }

    private void readBand(byte[][] band, int top, int count) {
        for (int y = 0; y < count; y++) {
            rows.read(top + y, band[y]);
        }
    }

    /** One tile; beyond the edge of the scene it is filled with zeros. */
    private byte[] tile(byte[][] band, BlockGrid grid, int block) {
        byte[] tile = new byte[TILE_SIDE * TILE_SIDE];
        int left = grid.left(block);
        int columns = grid.columnsInside(block);
        for (int y = 0; y < grid.rowsInside(block); y++) {
            System.arraycopy(band[y], left, tile, y * TILE_SIDE, columns);
        }
        if (differences) {
            for (int i = tile.length - 1; i > 0; i--) {
                tile[i] -= (byte) (i % TILE_SIDE == 0 ? 0 : tile[i - 1]);
            }
        }
        return tile;
    }
}
