package org.crobim.data;

import java.util.List;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;

/** A fixed list of (image, sentence, mask) triplets, images and masks read on demand; thread-safe. */
public interface ReferringDataset {
    /** Name for reports, for example "vhr10 val". */
    String name();

    /** All samples in a fixed order, samples of one image next to each other. */
    List<ReferringSample> samples();

    /** Reads the image of a sample at its native size. */
    RgbImage readImage(ReferringSample sample);

    /** Reads the true mask of a sample at the native size of its image; empty when nothing fits the sentence. */
    Mask readMask(ReferringSample sample);
}
