package org.crobim.geo.source;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.crobim.geo.source.SampleColours.ColourRange;
import org.crobim.geo.tiff.BlockGrid;
import org.crobim.geo.tiff.BlockSamples;
import org.crobim.geo.tiff.PixelLayout;
import org.crobim.geo.tiff.SampleFormat;

/**
 * The samples that become black and white, by percentiles.
 *
 * <p>Of the blocks that the file holds, up to {@value #MOST_BLOCKS} at even distances are looked at, of each the middle, up
 * to {@value #SAMPLES_PER_BLOCK} samples: always the same ones. Missing data does not count, nor do zeros of unsigned
 * samples, which fill the collar of many scenes without being declared.
 */
final class BandRanges {
    private static final int MOST_BLOCKS = 256;
    private static final int LEAST_BLOCKS = 8;
    private static final int SAMPLES_PER_BLOCK = 4096;
    private static final long MOST_DECODED_BYTES = 512L << 20;

    private final TiffLevel level;
    private final float noData;

    private BandRanges(TiffLevel level, float noData) {
        this.level = level;
        this.noData = noData;
    }

    /**
     * The ranges of bands.
     *
     * @param level the scene itself
     * @param bands from 0
     * @param noData sample that means missing data
     */
    static ColourRange[] of(TiffLevel level, int[] bands, float noData, Stretch stretch) {
        SampleFormat format = level.image().layout().format();
        boolean inverted = level.image().layout().photometric() == PixelLayout.WHITE_IS_ZERO;
        BandRanges ranges = new BandRanges(level, noData);
        ColourRange[] result = new ColourRange[bands.length];
        for (int i = 0; i < bands.length; i++) {
            int same = 0;
            while (bands[same] != bands[i]) {
                same++;
            }
            result[i] = same < i ? result[same] : oriented(ranges.range(bands[i], stretch, format), inverted);
        }
        return result;
    }

    private static ColourRange oriented(ColourRange range, boolean inverted) {
        return inverted ? new ColourRange(range.white(), range.black()) : range;
    }

    private ColourRange range(int band, Stretch stretch, SampleFormat format) {
        if (stretch instanceof Stretch.Range range) {
            return new ColourRange(range.black(), range.white());
        }
        boolean automatic = stretch instanceof Stretch.Automatic;
        if (automatic && format.kind() == SampleFormat.Kind.UNSIGNED && format.bits() <= 8) {
            return new ColourRange(0, (1 << format.bits()) - 1.0);
        }
        Stretch.Percentiles percentiles = (Stretch.Percentiles) (automatic ? Stretch.DEFAULT_PERCENTILES : stretch);
        float[] samples = samples(band, format.kind() == SampleFormat.Kind.UNSIGNED);
        if (samples.length == 0) {
            return ColourRange.UNCHANGED;
        }
        Arrays.sort(samples);
        return new ColourRange(percentile(samples, percentiles.low()), percentile(samples, percentiles.high()));
    }

    /** The smallest sample up to which at least this part of all lies. */
    private static float percentile(float[] sorted, double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
    }

    private float[] samples(int band, boolean skipZeros) {
        long[] held = LongStream.range(0, level.grid().blocks())
                .filter(level.image()::holds)
                .toArray();
        long affordable = MOST_DECODED_BYTES / Math.max(1, level.image().decodedBytes());
        int blocks = (int) Math.min(held.length, Math.max(LEAST_BLOCKS, Math.min(MOST_BLOCKS, affordable)));
        float[] samples = new float[blocks * SAMPLES_PER_BLOCK];
        int count = 0;
        for (int i = 0; i < blocks; i++) {
            long block = held[(int) ((2L * i + 1) * held.length / (2L * blocks))];
            count = addMiddle(block, band, skipZeros, samples, count);
        }
        return Arrays.copyOf(samples, count);
    }

    private int addMiddle(long block, int band, boolean skipZeros, float[] samples, int start) {
        BlockGrid grid = level.grid();
        int rows = Math.min(64, grid.rowsInside(block));
        int columns = Math.min(SAMPLES_PER_BLOCK / rows, grid.columnsInside(block));
        int left = (grid.columnsInside(block) - columns) / 2;
        int top = (grid.rowsInside(block) - rows) / 2;
        Optional<BlockSamples> data = level.block(block, band);
        float[] row = new float[columns];
        int count = start;
        for (int y = 0; y < rows && data.isPresent(); y++) {
            data.get().copyRow(level.bandInBlock(band), left, top + y, columns, row, 0);
            for (float sample : row) {
                if (Float.isFinite(sample) && sample != noData && !(skipZeros && sample == 0)) {
                    samples[count++] = sample;
                }
            }
        }
        return count;
    }
}
