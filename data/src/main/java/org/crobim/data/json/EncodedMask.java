package org.crobim.data.json;

import java.util.List;
import org.crobim.core.mask.Mask;
import org.crobim.core.mask.RunLength;

/**
 * A mask as it lies in an annotation file.
 *
 * @param width pixels
 * @param height pixels
 * @param parts run lengths of that size, at least one
 */
public record EncodedMask(int width, int height, List<RunLength> parts) {
    /** Copies the list. */
    public EncodedMask {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a member that holds COCO run lengths, compressed or not, one or a list of them.
     *
     * @throws org.crobim.core.error.InputException if it is missing or something else, with the line
     */
    public static EncodedMask read(JsonEntry entry, String key) {
        return new EncodedMaskReader(entry, key).read();
    }

    /**
     * All parts together. The original code of RRSIS-D adds them up and keeps where the sum is 1, so that it loses what two parts
     * share; the released annotations have one part each, for which both rules agree.
     */
    public Mask decode() {
        if (parts.size() == 1) {
            return parts.get(0).decode();
        }
        byte[] union = new byte[Math.multiplyExact(width, height)];
        for (RunLength part : parts) {
            byte[] pixels = part.decode().pixels();
            for (int i = 0; i < union.length; i++) {
                union[i] |= pixels[i];
            }
        }
        return Mask.of(width, height, union);
    }

    /** Whether no pixel is set; nothing is decoded for it. */
    public boolean isEmpty() {
        return parts.stream().allMatch(EncodedMask::isEmpty);
    }

    private static boolean isEmpty(RunLength part) {
        int[] counts = part.counts();
        for (int run = 1; run < counts.length; run += 2) {
            if (counts[run] > 0) {
                return false;
            }
        }
        return true;
    }
}
