package org.crobim.core.image;

/**
 * An eight-bit sRGB image, rows from the top, pixels interleaved.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 * @param rgb 3 * width * height bytes: r, g, b of pixel (0, 0), then of pixel (1, 0) ...; not copied, treat as immutable
 */
public record RgbImage(int width, int height, byte[] rgb) {
    /** Checks the size. */
    public RgbImage {
        if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
            throw new IllegalArgumentException("RGB image of %d x %d needs %d bytes, got %d"
                    .formatted(width, height, 3L * width * height, rgb.length));
        }
    }

    /** Channel 0 (red), 1 (green) or 2 (blue) of pixel (x, y), 0..255. */
    public int channel(int x, int y, int channel) {
        return rgb[3 * (y * width + x) + channel] & 0xff;
    }
}
