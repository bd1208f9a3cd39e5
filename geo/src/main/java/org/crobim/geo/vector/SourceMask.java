package org.crobim.geo.vector;

import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;

/**
 * The mask that a raster file holds: a pixel is set where the file has data and its first band is above a threshold.
 *
 * <p>Rows are read in bands of a few megabytes; memory does not grow with the height of the file.
 */
public final class SourceMask implements MaskRaster {
    private static final int BAND_PIXELS = 1 << 22;

    private final RasterSource source;
    private final int threshold;
    private final int width;
    private final int height;
    private final byte[] band;
    private final int bandRows;
    /** First row of the band in memory; none before the first reading. */
    private int bandStart;

    private int bandEnd;

    /**
     * @param source open; not closed here
     * @param threshold 0..254: 0 for masks of 0 and 1 or of 0 and 255, 127 where pictures were compressed with loss
     */
    public SourceMask(RasterSource source, int threshold) {
        if (threshold < 0 || threshold > 254) {
            throw new IllegalArgumentException("Mask threshold %d: expected 0..254".formatted(threshold));
        }
        this.source = source;
        this.threshold = threshold;
        this.width = source.info().width();
        this.height = source.info().height();
        this.bandRows = Math.max(1, Math.min(height, BAND_PIXELS / width));
        this.band = new byte[Math.multiplyExact(width, bandRows)];
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void readRow(int y, byte[] row) {
        if (y < bandStart || y >= bandEnd) {
            readBand(y);
        }
        System.arraycopy(band, (y - bandStart) * width, row, 0, width);
    }

    private void readBand(int y) {
        int rows = Math.min(bandRows, height - y);
        ScenePatch patch = source.read(new PixelWindow(0, y, width, rows));
        byte[] rgb = patch.image().rgb();
        byte[] valid = patch.valid().pixels();
        for (int i = 0; i < rows * width; i++) {
            band[i] = (byte) (valid[i] != 0 && (rgb[3 * i] & 0xff) > threshold ? 1 : 0);
        }
        bandStart = y;
        bandEnd = y + rows;
    }
}
