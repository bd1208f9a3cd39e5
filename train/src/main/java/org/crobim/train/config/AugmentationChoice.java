package org.crobim.train.config;

import org.crobim.data.augment.Augmentation;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.Range;

/**
 * How far training images may depart from the files. Flips, turns and crops need annotated objects, because sentences are made
 * after them; data sets that bring their own sentences only change colours.
 *
 * @param wholeImageShare share of views that show the whole image, 0..1; the others are crops around an object
 * @param smallestCrop least side of a crop over the side of the image, 0.05..1
 * @param zoomShare share of crops that are made small enough to enlarge a small object, 0..1
 * @param aspectSpread the aspect of a crop is stretched by e^-a .. e^a, 0..1
 * @param turnShare share of views that are flipped or turned, 0..1
 * @param colours whether tone, hue, sharpness and noise change
 * @param blackSquareShare share of the sentences of a published data set whose image gets 20 to 60 black squares of 32 pixels
 *     before it is resized, drawn once for the run, 0..1; 0.2 in RMSIN's recipe
 */
public record AugmentationChoice(
        @Default("0.35") double wholeImageShare,
        @Default("0.35") double smallestCrop,
        @Default("0.3") double zoomShare,
        @Default("0.2") double aspectSpread,
        @Default("1.0") double turnShare,
        @Default("true") boolean colours,
        @Default("0.0") double blackSquareShare) {
    private static final double LEAST_CROP = 0.05;

    /** Checks every range. */
    public AugmentationChoice {
        Range.share("wholeImageShare", wholeImageShare);
        Range.share("smallestCrop", smallestCrop);
        if (smallestCrop < LEAST_CROP) {
            throw new ComponentException(
                    "smallestCrop", "is %s, expected a share in %s..1".formatted(smallestCrop, LEAST_CROP));
        }
        Range.share("zoomShare", zoomShare);
        Range.share("aspectSpread", aspectSpread);
        Range.share("turnShare", turnShare);
        Range.share("blackSquareShare", blackSquareShare);
    }

    /** The same in the words of the data module. */
    public Augmentation augmentation() {
        return new Augmentation(
                new Augmentation.Geometry(wholeImageShare, smallestCrop, zoomShare, aspectSpread, turnShare),
                colours ? Augmentation.Photometry.defaults() : Augmentation.Photometry.none());
    }
}
