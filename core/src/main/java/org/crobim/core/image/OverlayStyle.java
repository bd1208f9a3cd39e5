package org.crobim.core.image;

/**
 * How a mask is painted over its image.
 *
 * @param red of fill and outline, 0..255
 * @param green of fill and outline, 0..255
 * @param blue of fill and outline, 0..255
 * @param opacity of the fill, 0 (clear) to 1; the outline is always opaque
 */
public record OverlayStyle(int red, int green, int blue, double opacity) {
    /** Magenta: land, water, roofs and infrared pictures have next to none of it. */
    public static final OverlayStyle MAGENTA = new OverlayStyle(255, 0, 200, 0.35);

    /** Green, for the mask that should have been found, beside a found one in magenta. */
    public static final OverlayStyle GREEN = new OverlayStyle(60, 255, 60, 0.35);

    /** Checks the ranges. */
    public OverlayStyle {
        if ((red | green | blue) < 0 || Math.max(red, Math.max(green, blue)) > 255) {
            throw new IllegalArgumentException(
                    "Overlay colour (%d, %d, %d): expected 0..255 each".formatted(red, green, blue));
        }
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("Overlay opacity %s: expected 0..1".formatted(opacity));
        }
    }
}
