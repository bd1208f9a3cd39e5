package org.crobim.geo.source;

/**
 * From samples to eight-bit colours and validity.
 *
 * @param bands the band of red, green and blue, from 0
 * @param alphaBand from 0, -1 for none
 * @param ranges of the three bands
 * @param noData the sample that means missing data; not a number where none does
 * @param palette 3 bytes an index, empty where samples are no indices
 */
record SampleColours(int[] bands, int alphaBand, ColourRange[] ranges, float noData, byte[] palette) {
    /**
     * The sample that becomes 0 and the one that becomes 255; white may lie below black.
     *
     * @param black becomes 0
     * @param white becomes 255; where it is the same, samples below become 0 and the others 255
     */
    record ColourRange(double black, double white) {
        /** Eight-bit samples as they are. */
        static final ColourRange UNCHANGED = new ColourRange(0, 255);

        int apply(float sample) {
            if (white == black) {
                return sample < black ? 0 : 255;
            }
            double share = (sample - black) / (white - black);
            return (int) (255 * Math.max(0, Math.min(1, share)) + 0.5);
        }
    }

    /** Whether a pixel holds data: no chosen band is not a number, and not all of them are missing data. */
    boolean isData(float red, float green, float blue) {
        boolean number = !Float.isNaN(red) && !Float.isNaN(green) && !Float.isNaN(blue);
        return number && !(red == noData && green == noData && blue == noData);
    }

    /** Puts the colours of a pixel. */
    void put(float red, float green, float blue, byte[] rgb, int at) {
        if (palette.length > 0) {
            int index = 3 * (int) red;
            for (int channel = 0; channel < 3; channel++) {
                rgb[at + channel] = index + channel < palette.length ? palette[index + channel] : 0;
            }
            return;
        }
        rgb[at] = (byte) ranges[0].apply(red);
        rgb[at + 1] = (byte) ranges[1].apply(green);
        rgb[at + 2] = (byte) ranges[2].apply(blue);
    }
}
