package org.crobim.core.mask;

import java.util.Arrays;

/**
 * A mask as COCO run lengths: pixels column by column from the left, each column from the top; the runs alternate, the
 * first one counts unset pixels and may be 0.
 */
public final class RunLength {
    /** Five bits of a number and one that says whether more follow, moved into printable ASCII. */
    private static final int GROUP_BITS = 5;

    private static final int FIRST_CHARACTER = 48;
    private static final int MORE_FOLLOWS = 1 << GROUP_BITS;
    private static final int SIGN_BIT = 1 << (GROUP_BITS - 1);
    private static final int LAST_CHARACTER = FIRST_CHARACTER + 2 * MORE_FOLLOWS - 1;

    private final int width;
    private final int height;
    private final int[] counts;

    private RunLength(int width, int height, int[] counts) {
        this.width = width;
        this.height = height;
        this.counts = counts;
    }

    /**
     * Run lengths as they stand uncompressed in a COCO file.
     *
     * @param width pixels, at least 1
     * @param height pixels, at least 1
     * @param counts none negative, adding up to width * height; copied
     */
    public static RunLength of(int width, int height, int[] counts) {
        long sum = 0;
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("Run length %d: expected 0 or more".formatted(count));
            }
            sum += count;
        }
        if (width < 1 || height < 1 || sum != (long) width * height) {
            throw new IllegalArgumentException("Run lengths add up to %d, expected %d for a mask of %d x %d"
                    .formatted(sum, (long) width * height, width, height));
        }
        return new RunLength(width, height, counts.clone());
    }

    /** The run lengths of a mask. */
    public static RunLength encode(Mask mask) {
        int[] counts = new int[16];
        int runs = 0;
        int length = 0;
        boolean set = false;
        for (int x = 0; x < mask.width(); x++) {
            for (int y = 0; y < mask.height(); y++) {
                if (mask.get(x, y) != set) {
                    counts = runs == counts.length ? Arrays.copyOf(counts, 2 * runs) : counts;
                    counts[runs++] = length;
                    length = 0;
                    set = !set;
                }
                length++;
            }
        }
        counts = Arrays.copyOf(counts, runs + 1);
        counts[runs] = length;
        return new RunLength(mask.width(), mask.height(), counts);
    }

    /** The mask again. */
    public Mask decode() {
        byte[] pixels = new byte[width * height];
        int position = 0;
        for (int run = 0; run < counts.length; run++) {
            for (int end = position + counts[run]; position < end; position++) {
                if (run % 2 == 1) {
                    pixels[position % height * width + position / height] = 1;
                }
            }
        }
        return Mask.of(width, height, pixels);
    }

    /** The run lengths, a copy. */
    public int[] counts() {
        return counts.clone();
    }

    /**
     * The compressed string of COCO: from the fourth run on the difference to the run two before, each number in groups of
     * five bits, lowest first, sign in the last group.
     */
    public String toCompressedString() {
        StringBuilder text = new StringBuilder();
        for (int run = 0; run < counts.length; run++) {
            appendNumber(text, run > 2 ? counts[run] - counts[run - 2] : counts[run]);
        }
        return text.toString();
    }

    private static void appendNumber(StringBuilder text, int number) {
        int rest = number;
        boolean more;
        do {
            int group = rest & (MORE_FOLLOWS - 1);
            rest >>= GROUP_BITS;
            more = rest != ((group & SIGN_BIT) == 0 ? 0 : -1);
            text.append((char) (FIRST_CHARACTER + group + (more ? MORE_FOLLOWS : 0)));
        } while (more);
    }

    /**
     * Reads the compressed string of COCO.
     *
     * @throws IllegalArgumentException if the text is no such string or does not fit the size
     */
    public static RunLength fromCompressedString(int width, int height, String text) {
        int[] counts = new int[text.length()];
        int runs = 0;
        int position = 0;
        while (position < text.length()) {
            int end = endOfNumber(text, position);
            int number = (int) number(text, position, end);
            counts[runs] = runs > 2 ? counts[runs - 2] + number : number;
            runs++;
            position = end;
        }
        return of(width, height, Arrays.copyOf(counts, runs));
    }

    private static int endOfNumber(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < FIRST_CHARACTER || character > LAST_CHARACTER) {
                throw new IllegalArgumentException(
                        "Character %d of a compressed mask is '%s': expected '0' to 'o'".formatted(i, character));
            }
            if ((character - FIRST_CHARACTER & MORE_FOLLOWS) == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("A compressed mask ends inside a number");
    }

    private static long number(String text, int start, int end) {
        long number = (text.charAt(end - 1) - FIRST_CHARACTER & SIGN_BIT) == 0 ? 0 : -1;
        for (int i = end - 1; i >= start; i--) {
            number = number << GROUP_BITS | (text.charAt(i) - FIRST_CHARACTER & (MORE_FOLLOWS - 1));
        }
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunLength runs
                && width == runs.width
                && height == runs.height
                && Arrays.equals(counts, runs.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "RunLength[%d x %d, %d runs]".formatted(width, height, counts.length);
    }
}
