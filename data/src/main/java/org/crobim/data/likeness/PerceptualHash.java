package org.crobim.data.likeness;

/**
 * 256 bits that describe the look of an image.
 *
 * @param first bits 0..63
 * @param second bits 64..127
 * @param third bits 128..191
 * @param fourth bits 192..255
 */
public record PerceptualHash(long first, long second, long third, long fourth) {
    static final int WORDS = 4;
    /** Bits of one part, see {@link #part}. */
    static final int PART_BITS = 16;
    /** Number of parts. */
    static final int PARTS = WORDS * Long.SIZE / PART_BITS;

    private static final int PARTS_PER_WORD = Long.SIZE / PART_BITS;

    static PerceptualHash of(long[] words) {
        return new PerceptualHash(words[0], words[1], words[2], words[3]);
    }

    /** Number of differing bits. */
    public int distance(PerceptualHash other) {
        return Long.bitCount(first ^ other.first)
                + Long.bitCount(second ^ other.second)
                + Long.bitCount(third ^ other.third)
                + Long.bitCount(fourth ^ other.fourth);
    }

    /** Part i of 16 bits, i from 0 to 15. */
    int part(int i) {
        long word = switch (i / PARTS_PER_WORD) {
            case 0 -> first;
            case 1 -> second;
            case 2 -> third;
            default -> fourth;
        };
        return (int) (word >>> (i % PARTS_PER_WORD * PART_BITS)) & 0xffff;
    }
}
