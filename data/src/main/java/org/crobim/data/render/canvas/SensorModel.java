package org.crobim.data.render.canvas;

import org.crobim.core.image.RgbImage;

/**
 * What the camera makes of a scene: softness, exposure, haze, colour cast, noise, now and then false colours.
 *
 * @param blur weight of each neighbour in a three-tap filter, 0..0.3
 * @param gain exposure factor per channel, above 0
 * @param haze levels added to all channels
 * @param gamma exponent of the tone curve, above 0
 * @param noise deviation in levels
 * @param bands colours or infrared rendition
 */
public record SensorModel(double blur, double[] gain, double haze, double gamma, double noise, Bands bands) {
    /** What the three channels show. */
    public enum Bands {
        /** Natural colours. */
        NATURAL,
        /** Near infrared, red, green: vegetation red, roads cyan. */
        INFRARED,
        /** Infrared in the green channel: vegetation bright green. */
        INFRARED_GREEN
    }

    /** A sensor that changes nothing. */
    public static SensorModel ideal() {
        return new SensorModel(0, new double[] {1, 1, 1}, 0, 1, 0, Bands.NATURAL);
    }

    /** A sensor as they occur in image archives: rather dark, slightly soft. */
    public static SensorModel draw(Dice dice, double infraredShare) {
        double exposure = dice.between(0.62, 1.2);
        double[] gain = {
            exposure * dice.between(0.94, 1.06), exposure * dice.between(0.95, 1.05), exposure * dice.between(0.9, 1.08)
        };
        Bands bands =
                !dice.chance(infraredShare) ? Bands.NATURAL : dice.chance(0.7) ? Bands.INFRARED : Bands.INFRARED_GREEN;
        double blur = dice.chance(0.35) ? 0 : dice.between(0.02, 0.2);
        return new SensorModel(
                blur, gain, dice.between(-12, 16), dice.between(0.8, 1.2), dice.between(0.5, 4.2), bands);
    }

    /** Takes the picture. */
    public RgbImage expose(int[] pixels, int width, int height, Dice dice) {
        int[] soft = blur > 0 ? blurred(pixels, width, height) : pixels;
        byte[] rgb = new byte[3 * width * height];
        int[][] curve = {curve(0), curve(1), curve(2)};
        int noiseX = dice.count(0, 255);
        int noiseY = dice.count(0, 255);
        float amount = (float) noise;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int seen = bands == Bands.NATURAL ? soft[at] : infrared(soft[at]);
                float luma = amount * NoiseTile.GRAIN.at(x + noiseX, y + noiseY);
                for (int c = 0; c < 3; c++) {
                    float chroma = 0.4f * amount * NoiseTile.GRAIN.at(x + noiseX + 71 * (c + 1), y - noiseY);
                    rgb[3 * at + c] = clamp(curve[c][(seen >> (16 - 8 * c)) & 0xff] + luma + chroma);
                }
            }
        }
        return new RgbImage(width, height, rgb);
    }

    private int[] curve(int channel) {
        int[] curve = new int[256];
        for (int level = 0; level < 256; level++) {
            double light = Math.min(1, level / 255.0 * gain[channel]);
            curve[level] = (int) Math.round(255 * Math.pow(light, gamma) + haze);
        }
        return curve;
    }

    /** Green leaves are bright in the near infrared, water is dark, the rest about as bright as in red. */
    private int infrared(int rgb) {
        int red = (rgb >> 16) & 0xff;
        int green = (rgb >> 8) & 0xff;
        int blue = rgb & 0xff;
        int luma = Math.max(24, (red + 2 * green + blue) / 4);
        // Share of leaves: how much green stands out, relative to brightness; bluish dark ground is water.
        int leaf = Math.max(0, Math.min(256, (2 * green - red - blue) * 430 / luma));
        int near = Math.min(255, (red * 200 + luma * leaf * 3 / 2) >> 8);
        near = blue > red + 6 && red < 90 ? near / 3 : near;
        int keep = 256 - leaf / 2;
        int first = red * keep >> 8;
        int second = green * keep >> 8;
        return bands == Bands.INFRARED
                ? near << 16 | first << 8 | second
                : first * 3 / 4 << 16 | near << 8 | second * 3 / 4;
    }

    private int[] blurred(int[] pixels, int width, int height) {
        int side = (int) Math.round(256 * blur);
        int[] across = new int[pixels.length];
        int[] result = new int[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int left = x > 0 ? at - 1 : at;
                int right = x < width - 1 ? at + 1 : at;
                across[at] = weighted(pixels[left], pixels[at], pixels[right], side);
            }
        }
        for (int y = 0; y < height; y++) {
            int up = y > 0 ? -width : 0;
            int down = y < height - 1 ? width : 0;
            for (int at = y * width; at < (y + 1) * width; at++) {
                result[at] = weighted(across[at + up], across[at], across[at + down], side);
            }
        }
        return result;
    }

    /** Red and blue in one word, green in another: two multiplications instead of three. */
    private static int weighted(int before, int here, int after, int side) {
        int centre = 256 - 2 * side;
        int redBlue = (before & 0xff00ff) * side + (here & 0xff00ff) * centre + (after & 0xff00ff) * side;
        int green = (before & 0xff00) * side + (here & 0xff00) * centre + (after & 0xff00) * side;
        return (redBlue >>> 8 & 0xff00ff) | (green >>> 8 & 0xff00);
    }

    private static byte clamp(float value) {
        return (byte) (value < 0 ? 0 : value > 255 ? 255 : (int) value);
    }
}
