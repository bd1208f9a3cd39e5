package org.crobim.data.attribute;

import org.crobim.language.attribute.ColourName;

/** Names for colours in HSV. Aerial images are pale, so little saturation is enough for a colour; the limits are ours. */
final class ColourNaming {
    private static final double BLACK_VALUE = 0.2;
    private static final double WHITE_VALUE = 0.78;
    private static final double COLOURLESS_SATURATION = 0.18;

    /** Dark reds and oranges are brown. */
    private static final double BROWN_VALUE = 0.62;

    private static final double RED_END = 14;
    private static final double ORANGE_END = 42;
    private static final double YELLOW_END = 70;
    private static final double GREEN_END = 165;
    private static final double BLUE_END = 258;
    private static final double PURPLE_END = 335;

    private ColourNaming() {}

    /**
     * Names a colour.
     *
     * @param red sRGB, 0..255
     * @param green sRGB, 0..255
     * @param blue sRGB, 0..255
     */
    static ColourName of(int red, int green, int blue) {
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        double value = most / 255.0;
        double saturation = most == 0 ? 0 : (double) (most - least) / most;
        if (value < BLACK_VALUE) {
            return ColourName.BLACK;
        }
        if (saturation < COLOURLESS_SATURATION) {
            return value >= WHITE_VALUE ? ColourName.WHITE : ColourName.GRAY;
        }
        return ofHue(hueDegrees(red, green, blue, most, least), value);
    }

    private static ColourName ofHue(double hue, double value) {
        if (hue < ORANGE_END && value < BROWN_VALUE) {
            return ColourName.BROWN;
        }
        if (hue < RED_END || hue >= PURPLE_END) {
            return ColourName.RED;
        }
        if (hue < ORANGE_END) {
            return ColourName.ORANGE;
        }
        if (hue < YELLOW_END) {
            return ColourName.YELLOW;
        }
        if (hue < GREEN_END) {
            return ColourName.GREEN;
        }
        return hue < BLUE_END ? ColourName.BLUE : ColourName.PURPLE;
    }

    private static double hueDegrees(int red, int green, int blue, int most, int least) {
        double range = most - least;
        if (most == red) {
            return (360 + 60 * (green - blue) / range) % 360;
        }
        return most == green ? 120 + 60 * (blue - red) / range : 240 + 60 * (red - green) / range;
    }
}
