package org.crobim.core.image;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.stream.LongStream;

/**
 * Brings samples deeper than eight bits to eight bits, all colour channels alike, so that colours keep their ratio:
 *
 * <ul>
 *   <li>unsigned 16-bit samples that use the full range (98th percentile at least 32,768) are divided by 257;
 *   <li>all others (11-bit or 12-bit sensors, scaled reflectance, 32-bit numbers) are stretched: the 2nd percentile
 *       becomes 0, the 98th 255, what lies outside is cut.
 * </ul>
 *
 * <p>Percentiles are taken over the colour samples of the whole image, without the zeros and not-a-numbers that mark missing
 * ground. If both percentiles are one value, as in a mask, samples below it become 0 and the others 255.
 */
final class DeepSamples {
    private static final int BINS = 1 << 16;
    private static final int FULL_RANGE = 1 << 15;
    private static final double LOW_SHARE = 0.02;
    private static final double HIGH_SHARE = 0.98;

    private final Raster raster;
    private final int colourBands;
    private final double[] row;

    private DeepSamples(Raster raster, int colourBands) {
        this.raster = raster;
        this.colourBands = colourBands;
        this.row = new double[Math.multiplyExact(raster.getWidth(), raster.getNumBands())];
    }

    /**
     * Interleaved eight-bit RGB.
     *
     * @param raster samples of any type
     * @param colourBands 1 (grey) or 3 (red, green, blue): the first bands, further ones are left out
     */
    static byte[] toEightBits(Raster raster, int colourBands) {
        DeepSamples samples = new DeepSamples(raster, colourBands);
        return samples.scaled(samples.range());
    }

    /** The sample that becomes 0 and the one that becomes 255. */
    private record Range(double black, double white) {
        byte apply(double sample) {
            if (Double.isNaN(sample)) {
                return 0;
            }
            if (white <= black) {
                return (byte) (sample < black ? 0 : 255);
            }
            double share = (sample - black) / (white - black);
            return (byte) Math.round(255 * Math.max(0, Math.min(1, share)));
        }
    }

    private Range range() {
        boolean sixteenBits = raster.getTransferType() == DataBuffer.TYPE_USHORT;
        Range bounds = sixteenBits ? new Range(0, BINS - 1) : bounds();
        if (bounds.white <= bounds.black) {
            return bounds;
        }
        double binWidth = (bounds.white - bounds.black) / (BINS - 1);
        long[] histogram = histogram(bounds.black, binWidth);
        if (LongStream.of(histogram).sum() == 0) {
            return bounds;
        }
        double high = bounds.black + percentile(histogram, HIGH_SHARE) * binWidth;
        if (sixteenBits && high >= FULL_RANGE) {
            return bounds;
        }
        return new Range(bounds.black + percentile(histogram, LOW_SHARE) * binWidth, high);
    }

    private Range bounds() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < raster.getHeight(); y++) {
            readRow(y);
            for (int i = 0; i < row.length; i++) {
                if (counts(i)) {
                    lowest = Math.min(lowest, row[i]);
                    highest = Math.max(highest, row[i]);
                }
            }
        }
        return new Range(lowest, highest);
    }

    private long[] histogram(double lowest, double binWidth) {
        long[] histogram = new long[BINS];
        for (int y = 0; y < raster.getHeight(); y++) {
            readRow(y);
            for (int i = 0; i < row.length; i++) {
                if (counts(i)) {
                    histogram[(int) Math.round((row[i] - lowest) / binWidth)]++;
                }
            }
        }
        return histogram;
    }

    private boolean counts(int index) {
        return index % raster.getNumBands() < colourBands && Double.isFinite(row[index]) && row[index] != 0;
    }

    /** The first bin up to which at least this share of the samples lies. */
    private static int percentile(long[] histogram, double share) {
        long needed = (long) Math.ceil(share * LongStream.of(histogram).sum());
        long seen = 0;
        int bin = 0;
        while (bin < BINS - 1 && seen + histogram[bin] < needed) {
            seen += histogram[bin++];
        }
        return bin;
    }

    private byte[] scaled(Range range) {
        int bands = raster.getNumBands();
        int green = colourBands == 3 ? 1 : 0;
        int blue = colourBands == 3 ? 2 : 0;
        byte[] rgb = new byte[Math.multiplyExact(3 * raster.getWidth(), raster.getHeight())];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            readRow(y);
            for (int i = 0; i < row.length; i += bands) {
                rgb[target++] = range.apply(row[i]);
                rgb[target++] = range.apply(row[i + green]);
                rgb[target++] = range.apply(row[i + blue]);
            }
        }
        return rgb;
    }

    private void readRow(int y) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
    }
}
