package org.crobim.data.augment;

/**
 * How far training images may depart from the files.
 *
 * @param geometry what part is seen and which way up
 * @param photometry what happens to the colours
 */
public record Augmentation(Geometry geometry, Photometry photometry) {
    /** The moderate strength that our recipes train with. */
    public static Augmentation defaults() {
        return new Augmentation(Geometry.defaults(), Photometry.defaults());
    }

    /**
     * Windows and turns.
     *
     * @param wholeImageShare share of views that show the whole image, 0..1; the others are crops around an object
     * @param smallestCrop least side of a crop over the side of the image, above 0, at most 1
     * @param zoomShare share of crops that are made small enough to enlarge a small object, 0..1
     * @param aspectSpread the aspect of a crop is stretched by e^-a .. e^a, 0..1
     * @param turnShare share of views that are flipped or turned, each of the eight ways alike, 0..1
     */
    public record Geometry(
            double wholeImageShare, double smallestCrop, double zoomShare, double aspectSpread, double turnShare) {
        /** Checks the ranges. */
        public Geometry {
            Ranges.share("wholeImageShare", wholeImageShare);
            Ranges.within("smallestCrop", smallestCrop, 0.05, 1);
            Ranges.share("zoomShare", zoomShare);
            Ranges.within("aspectSpread", aspectSpread, 0, 1);
            Ranges.share("turnShare", turnShare);
        }

        /** 35 % whole images, crops down to a third of the side, all eight orientations. */
        public static Geometry defaults() {
            return new Geometry(0.35, 0.35, 0.3, 0.2, 1);
        }
    }

    /**
     * Colours and sharpness.
     *
     * @param colourShare share of images whose colours change at all, 0..1
     * @param tone brightness, contrast and gamma
     * @param hue saturation, hue and channels
     * @param blurShare share of images that are blurred with a deviation of 0.4..1.2 pixels, 0..1
     * @param noiseShare share of images that receive sensor noise with a deviation of 1..8 grey levels, 0..1
     */
    public record Photometry(double colourShare, Tone tone, Hue hue, double blurShare, double noiseShare) {
        /** Checks the ranges. */
        public Photometry {
            Ranges.share("colourShare", colourShare);
            Ranges.share("blurShare", blurShare);
            Ranges.share("noiseShare", noiseShare);
        }

        /** Moderate: a viewer would still call the picture natural. */
        public static Photometry defaults() {
            return new Photometry(0.8, new Tone(0.15, 0.2, 0.2), new Hue(0.3, 8, 0.04, 0.04), 0.1, 0.2);
        }

        /** Leaves every pixel as it is. */
        public static Photometry none() {
            return new Photometry(0, new Tone(0, 0, 0), new Hue(0, 0, 0, 0), 0, 0);
        }
    }

    /**
     * Strength of tone changes.
     *
     * @param brightness grey levels are moved by at most this part of the range, 0..1
     * @param contrast factor 1 - c .. 1 + c about the middle grey, c below 1
     * @param gamma exponent e^-g .. e^g, 0..1
     */
    public record Tone(double brightness, double contrast, double gamma) {
        /** Checks the ranges. */
        public Tone {
            Ranges.within("brightness", brightness, 0, 1);
            Ranges.within("contrast", contrast, 0, 0.99);
            Ranges.within("gamma", gamma, 0, 1);
        }
    }

    /**
     * Strength of colour changes.
     *
     * @param saturation factor 1 - s .. 1 + s, 0..1
     * @param hueDegrees colours turn by at most this angle either way, 0..180
     * @param greyShare share of images without colour, as panchromatic scenes are, 0..1
     * @param channelSwapShare share of images with channels in another order, as colour-infrared scenes have, 0..1
     */
    public record Hue(double saturation, double hueDegrees, double greyShare, double channelSwapShare) {
        /** Checks the ranges. */
        public Hue {
            Ranges.within("saturation", saturation, 0, 1);
            Ranges.within("hueDegrees", hueDegrees, 0, 180);
            Ranges.share("greyShare", greyShare);
            Ranges.share("channelSwapShare", channelSwapShare);
        }
    }

    private static final class Ranges {
        private Ranges() {}

        static void share(String component, double value) {
            within(component, value, 0, 1);
        }

        static void within(String component, double value, double least, double most) {
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException(
                        "Augmentation %s is %s, expected %s..%s".formatted(component, value, least, most));
            }
        }
    }
}
