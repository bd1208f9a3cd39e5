package org.crobim.data;

/**
 * Size of a target as a share of its image.
 *
 * <p>The bounds are ours (RISBench's size groups are lists of classes, its thresholds unpublished): squares of 20, 40 and 80
 * pixels in a 512 x 512 image, so 0.153 %, 0.610 % and 2.441 % of the image. A lower bound belongs to the larger group.
 */
public enum SizeGroup {
    /** The truth is empty. */
    NONE("0", "none", "empty truth"),
    /** Below 0.153 % of the image: under 20 x 20 pixels of 512 x 512. */
    TINY("1", "tiny", "< 0.153 %"),
    /** From 0.153 % to below 0.610 %: under 40 x 40 pixels of 512 x 512. */
    SMALL("2", "small", "< 0.610 %"),
    /** From 0.610 % to below 2.441 %: under 80 x 80 pixels of 512 x 512. */
    MEDIUM("3", "medium", "< 2.441 %"),
    /** 2.441 % of the image and more. */
    LARGE("4", "large", ">= 2.441 %");

    private static final long REFERENCE_AREA = 512L * 512L;
    private static final long SMALL_FROM = 20L * 20L;
    private static final long MEDIUM_FROM = 40L * 40L;
    private static final long LARGE_FROM = 80L * 80L;

    private final String sortKey;
    private final String label;
    private final String imageShare;

    SizeGroup(String sortKey, String label, String imageShare) {
        this.sortKey = sortKey;
        this.label = label;
        this.imageShare = imageShare;
    }

    /** Name in tables and data files. */
    public String label() {
        return label;
    }

    /** The bound as a share of the image, for legends. */
    public String imageShare() {
        return imageShare;
    }

    /** Ascends with size. */
    public String sortKey() {
        return sortKey;
    }

    /**
     * The group of a target; compared in integers, so that a bound is met exactly.
     *
     * @param targetPixels pixels of the true mask, at least 0
     * @param imagePixels pixels of the image, at least 1
     */
    public static SizeGroup of(long targetPixels, long imagePixels) {
        long scaled = targetPixels * REFERENCE_AREA;
        if (targetPixels == 0) {
            return NONE;
        } else if (scaled < SMALL_FROM * imagePixels) {
            return TINY;
        } else if (scaled < MEDIUM_FROM * imagePixels) {
            return SMALL;
        } else {
            return scaled < LARGE_FROM * imagePixels ? MEDIUM : LARGE;
        }
    }
}
