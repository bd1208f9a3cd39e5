package org.crobim.geo.blend;

import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.mask.ProbabilityRaster;

/** The pixels of a scene whose probability is above a threshold; pixels without data never are. One thread. */
public final class ThresholdMask implements MaskRaster {
    private final ProbabilityRaster probability;
    private final float threshold;
    private final float[] values;

    /**
     * @param threshold 0..1, itself not above
     */
    public ThresholdMask(ProbabilityRaster probability, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("A threshold must lie in 0..1, got " + threshold);
        }
        this.probability = probability;
        this.threshold = (float) threshold;
        this.values = new float[probability.width()];
    }

    @Override
    public int width() {
        return probability.width();
    }

    @Override
    public int height() {
        return probability.height();
    }

    @Override
    public void readRow(int y, byte[] row) {
        probability.readRow(y, values);
        for (int x = 0; x < values.length; x++) {
            row[x] = (byte) (values[x] > threshold ? 1 : 0);
        }
    }
}
