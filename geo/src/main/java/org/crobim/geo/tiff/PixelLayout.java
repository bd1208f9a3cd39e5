package org.crobim.geo.tiff;

import java.util.List;

/**
 * What the samples of a pixel are.
 *
 * @param bands samples of a pixel
 * @param format of all samples
 * @param planar whether each band has blocks of its own; otherwise the samples of a pixel follow one another
 * @param photometric TIFF's PhotometricInterpretation
 * @param extraSamples what the samples behind the colours are: 0 unspecified, 1 and 2 alpha
 */
public record PixelLayout(int bands, SampleFormat format, boolean planar, int photometric, List<Integer> extraSamples) {
    /** Grey, 0 is white. */
    public static final int WHITE_IS_ZERO = 0;

    /** Grey, 0 is black; also of bands that are no colours. */
    public static final int BLACK_IS_ZERO = 1;

    /** Red, green, blue. */
    public static final int RGB = 2;

    /** Indices into a table of colours. */
    public static final int PALETTE = 3;

    /** Which pixels of another image mean something. */
    public static final int MASK = 4;

    /** Luminance and chroma; decoded to red, green, blue. */
    public static final int YCBCR = 6;

    /** Copies the list. */
    public PixelLayout {
        extraSamples = List.copyOf(extraSamples);
    }

    /** Samples that one block holds of each pixel. */
    int samplesInBlock() {
        return planar ? 1 : bands;
    }

    /** Bytes of a row of so many pixels of one block. */
    long rowBytes(int columns) {
        return ((long) columns * samplesInBlock() * format.bits() + 7) / 8;
    }

    /** The number of the band that holds alpha, from 0; -1 where there is none. */
    public int alphaBand() {
        for (int i = 0; i < extraSamples.size(); i++) {
            if (extraSamples.get(i) == 1 || extraSamples.get(i) == 2) {
                return bands - extraSamples.size() + i;
            }
        }
        return -1;
    }
}
