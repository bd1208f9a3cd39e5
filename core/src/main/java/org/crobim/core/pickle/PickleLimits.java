package org.crobim.core.pickle;

/**
 * How much a pickle may ask for; what exceeds a limit is refused before the memory is spent.
 *
 * @param bytes length of the pickle, at least 1
 * @param values values put onto the stack, and most values remembered, at least 1; bounds memory at about 100 bytes each
 * @param textBytes longest text, byte string or line, at least 1
 * @param depth most containers inside one another, 1..10000, so that whoever walks through may do so recursively
 * @param unfoldedSize values and characters when every shared value is counted each time it is met, 1..2^60; a few bytes of
 *     nested sharing would otherwise keep a reader busy for ever
 */
public record PickleLimits(long bytes, long values, int textBytes, int depth, long unfoldedSize) {
    private static final int DEEPEST = 10_000;

    /** Twice as much still fits a long. */
    private static final long MOST_UNFOLDED = 1L << 60;

    /** Checks the ranges. */
    public PickleLimits {
        if (bytes < 1
                || values < 1
                || textBytes < 1
                || depth < 1
                || depth > DEEPEST
                || unfoldedSize < 1
                || unfoldedSize > MOST_UNFOLDED) {
            throw new IllegalArgumentException(
                    "Limits of a pickle must be positive and the depth at most %d, got %d, %d, %d, %d, %d"
                            .formatted(DEEPEST, bytes, values, textBytes, depth, unfoldedSize));
        }
    }

    /** Enough for annotation files and tables of contents: 256 MiB, 8 million values, texts of 64 MiB, 100 levels. */
    public static PickleLimits standard() {
        return new PickleLimits(256L << 20, 8_000_000, 64 << 20, 100, 256L << 20);
    }
}
