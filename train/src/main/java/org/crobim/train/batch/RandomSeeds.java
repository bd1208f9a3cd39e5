package org.crobim.train.batch;

/** Seeds of independent streams of chance from one seed of the run. */
public final class RandomSeeds {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** What a stream is for: streams never share draws. */
    public enum Stream {
        /** Order of the images in an epoch, by epoch. */
        ORDER,
        /** Augmentation and sentences, by image position. */
        EPISODE,
        /** Dropout, by pass. */
        DROPOUT,
        /** Statistics over the training data, by draw. */
        STATISTICS
    }

    private RandomSeeds() {}

    /**
     * The seed of one draw.
     *
     * @param seed of the run
     * @param number of the draw within its stream
     */
    public static long of(long seed, Stream stream, long number) {
        return mix(mix(mix(seed + GOLDEN) + stream.ordinal() + 1) + number * GOLDEN);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input moves half of the output's. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
