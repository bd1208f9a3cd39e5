package org.crobim.data.build;

/**
 * How images are cut into patches.
 *
 * @param sidePixels side of the square patches, at least 32
 * @param overlapPixels least overlap of neighbouring patches, 0..sidePixels - 1
 * @param mostObjects patches that show more objects are left out, at least 1
 */
public record PatchRules(int sidePixels, int overlapPixels, int mostObjects) {
    private static final int LEAST_SIDE = 32;

    /** Checks the ranges. */
    public PatchRules {
        if (sidePixels < LEAST_SIDE || overlapPixels < 0 || overlapPixels >= sidePixels || mostObjects < 1) {
            throw new IllegalArgumentException(
                    "Patches need a side of at least %d, an overlap in 0..side - 1 and at least one object, got %d, %d and %d"
                            .formatted(LEAST_SIDE, sidePixels, overlapPixels, mostObjects));
        }
    }

    /** As VRSBench cuts DOTA and DIOR: 512 pixels, at most 10 objects. The overlap, 100 pixels, is not published; it is ours. */
    public static PatchRules vrsBench() {
        return new PatchRules(512, 100, 10);
    }
}
