package org.crobim.train.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.crobim.core.error.InputException;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;

/**
 * One image with the true masks of the samples about it.
 *
 * @param first index of its first sample in the data set
 * @param image at native size
 * @param truths of its samples, in their order
 */
record LoadedImage(int first, RgbImage image, List<SampleResult.Truth> truths) {

    /**
     * Reads an image and its masks.
     *
     * @param samples about one image, a run of the data set's list
     * @param sidePixels input side of the model
     * @throws InputException if a mask has not the size of the image
     */
    static LoadedImage read(ReferringDataset dataset, int first, List<ReferringSample> samples, int sidePixels) {
        RgbImage image = dataset.readImage(samples.get(0));
        List<SampleResult.Truth> truths = new ArrayList<>();
        for (ReferringSample sample : samples) {
            Mask mask = dataset.readMask(sample);
            if (mask.width() != image.width() || mask.height() != image.height()) {
                throw new InputException(
                        ("Sample %s of %s: the mask is %d x %d pixels, its image %s is %d x %d; expected equal sizes."
                                        + " Correct the mask or leave the sample out of the list.")
                                .formatted(
                                        sample.id(),
                                        dataset.name(),
                                        mask.width(),
                                        mask.height(),
                                        sample.imageId(),
                                        image.width(),
                                        image.height()));
            }
            truths.add(new SampleResult.Truth(mask, Resampling.nearest(mask, sidePixels, sidePixels)));
        }
        return new LoadedImage(first, image, truths);
    }
}
