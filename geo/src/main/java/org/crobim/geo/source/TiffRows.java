package org.crobim.geo.source;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.tiff.BlockGrid;
import org.crobim.geo.tiff.BlockSamples;

/** Eight-bit colours of one image of a TIFF, from the blocks that a window touches. */
final class TiffRows implements PixelRows {
    private final TiffLevel level;
    private final Optional<TiffLevel> mask;
    private final SampleColours colours;

    /**
     * An image.
     *
     * @param mask of the same size, 0 where the image holds no data
     */
    TiffRows(TiffLevel level, Optional<TiffLevel> mask, SampleColours colours) {
        this.level = level;
        this.mask = mask;
        this.colours = colours;
    }

    @Override
    public int width() {
        return level.image().width();
    }

    @Override
    public int height() {
        return level.image().height();
    }

    @Override
    public int rowsTogether() {
        return level.grid().blockHeight();
    }

    @Override
    public void read(PixelWindow window, byte[] rgb, byte[] valid) {
        int pixels = window.width() * window.height();
        Arrays.fill(rgb, 0, 3 * pixels, (byte) 0);
        Arrays.fill(valid, 0, pixels, (byte) 0);
        forEachBlock(level.grid(), window, block -> readBlock(block, window, rgb, valid));
        mask.ifPresent(
                masking -> forEachBlock(masking.grid(), window, block -> maskBlock(masking, block, window, valid)));
    }

    private static void forEachBlock(BlockGrid grid, PixelWindow window, LongConsumer action) {
        for (int row = window.y() / grid.blockHeight(); row <= (window.bottom() - 1) / grid.blockHeight(); row++) {
            for (int column = window.x() / grid.blockWidth();
                    column <= (window.right() - 1) / grid.blockWidth();
                    column++) {
                action.accept((long) row * grid.across() + column);
            }
        }
    }

    private static PixelWindow common(BlockGrid grid, long block, PixelWindow window) {
        int left = Math.max(grid.left(block), window.x());
        int top = Math.max(grid.top(block), window.y());
        int right = Math.min(grid.left(block) + grid.columnsInside(block), window.right());
        int bottom = Math.min(grid.top(block) + grid.rowsInside(block), window.bottom());
        return new PixelWindow(left, top, right - left, bottom - top);
    }

    private void readBlock(long block, PixelWindow window, byte[] rgb, byte[] valid) {
        PixelWindow part = common(level.grid(), block, window);
        int[] bands = colours.bands();
        float[][] rows = new float[bands.length][];
        RowReader[] readers = new RowReader[bands.length];
        for (int i = 0; i < bands.length; i++) {
            int same = firstSame(bands, i);
            rows[i] = same < i ? rows[same] : new float[part.width()];
            Optional<RowReader> reader = rowReader(level, block, bands[i], part);
            if (reader.isEmpty()) {
                return;
            }
            readers[i] = reader.get();
        }
        Optional<RowReader> alpha =
                colours.alphaBand() < 0 ? Optional.empty() : rowReader(level, block, colours.alphaBand(), part);
        float[] opacity = new float[alpha.isPresent() ? part.width() : 0];
        for (int y = 0; y < part.height(); y++) {
            for (int i = 0; i < bands.length; i++) {
                if (firstSame(bands, i) == i) {
                    readers[i].read(y, rows[i]);
                }
            }
            if (alpha.isPresent()) {
                alpha.get().read(y, opacity);
            }
            int target = (part.y() + y - window.y()) * window.width() + part.x() - window.x();
            for (int x = 0; x < part.width(); x++) {
                float red = rows[0][x];
                float green = rows[1][x];
                float blue = rows[2][x];
                if (colours.isData(red, green, blue) && (opacity.length == 0 || opacity[x] != 0)) {
                    colours.put(red, green, blue, rgb, 3 * (target + x));
                    valid[target + x] = 1;
                }
            }
        }
    }

    private static int firstSame(int[] bands, int index) {
        int first = 0;
        while (bands[first] != bands[index]) {
            first++;
        }
        return first;
    }

    /** Reads the rows of one band that a part of a block has. */
    private record RowReader(BlockSamples samples, int band, int left, int top, int width) {
        void read(int y, float[] row) {
            samples.copyRow(band, left, top + y, width, row, 0);
        }
    }

    private static Optional<RowReader> rowReader(TiffLevel level, long block, int band, PixelWindow part) {
        int left = part.x() - level.grid().left(block);
        int top = part.y() - level.grid().top(block);
        return level.block(block, band)
                .map(samples -> new RowReader(samples, level.bandInBlock(band), left, top, part.width()));
    }

    private static void maskBlock(TiffLevel masking, long block, PixelWindow window, byte[] valid) {
        PixelWindow part = common(masking.grid(), block, window);
        Optional<RowReader> reader = rowReader(masking, block, 0, part);
        float[] row = new float[part.width()];
        for (int y = 0; y < part.height(); y++) {
            if (reader.isPresent()) {
                reader.get().read(y, row);
            }
            int target = (part.y() + y - window.y()) * window.width() + part.x() - window.x();
            for (int x = 0; x < part.width(); x++) {
                if (row[x] == 0) {
                    valid[target + x] = 0;
                }
            }
        }
    }
}
