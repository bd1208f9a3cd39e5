package org.crobim.data.refer;

import java.util.List;
import org.crobim.core.mask.Mask;
import org.crobim.core.mask.RunLength;

/**
 * The mask of one annotation.
 *
 * @param categoryId class, in the numbers of its data set
 * @param width pixels
 * @param height pixels
 * @param parts run lengths of that size, none for an empty mask
 */
public record InstanceMask(long categoryId, int width, int height, List<RunLength> parts) {
    /** Copies the list. */
    public InstanceMask {
        parts = List.copyOf(parts);
    }

    /**
     * All parts together. The original adds them up and keeps where the sum is 1, so that it loses what two parts share; the released
     * annotations have one part each, for which both rules agree.
     */
    public Mask decode() {
        if (parts.size() == 1) {
            return parts.get(0).decode();
        }
        byte[] sum = new byte[Math.multiplyExact(width, height)];
        for (RunLength part : parts) {
            byte[] pixels = part.decode().pixels();
            for (int i = 0; i < sum.length; i++) {
                sum[i] |= pixels[i];
            }
        }
        return Mask.of(width, height, sum);
    }

    /** Whether no pixel is set. */
    public boolean isEmpty() {
        return parts.stream().allMatch(InstanceMask::isEmpty);
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
