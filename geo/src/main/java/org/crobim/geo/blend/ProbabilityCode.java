package org.crobim.geo.blend;

/**
 * A probability in one byte: 0 no data, 1..254 a probability in steps of 1/253, 255 data about which the tile abstains.
 *
 * <p>The number of steps is odd, so that rounding never carries a probability across 0.5: masks at that threshold are the same
 * before and after.
 */
public final class ProbabilityCode {
    /** The pixel holds no data. */
    public static final byte NO_DATA = 0;

    /** The pixel holds data, but the tile has nothing to say about it. */
    public static final byte ABSTAINED = (byte) 255;

    private static final int STEPS = 253;

    private ProbabilityCode() {}

    /** The code of a probability, 0..1. */
    public static byte of(float probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability must lie in 0..1, got " + probability);
        }
        return (byte) (1 + Math.round(probability * STEPS));
    }

    /** The probability of a code that is neither {@link #NO_DATA} nor {@link #ABSTAINED}. */
    static float probability(byte code) {
        return ((code & 0xff) - 1) / (float) STEPS;
    }
}
