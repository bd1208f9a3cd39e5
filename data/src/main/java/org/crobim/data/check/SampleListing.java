package org.crobim.data.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.InputException;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.sentence.KnownScene;

/** All triplets of one split, listed without asking whether their files can be used; thread-safe. */
public interface SampleListing {
    /** Name of the split. */
    String split();

    /** All samples in a fixed order, samples of one image file next to each other. */
    List<ListedSample> samples();

    /** Lines of the list that are no sample. */
    List<Finding> defects();

    /** The file that holds the image; empty where images have no file of their own. */
    Optional<Path> imageFile(ListedSample sample);

    /** The file that holds the mask; empty where masks are drawn from outlines. */
    Optional<Path> maskFile(ListedSample sample);

    /** All objects of the image and the one that the sentence is to name, where the data set knows them. */
    default Optional<KnownScene> scene(ListedSample sample) {
        return Optional.empty();
    }

    /**
     * Decodes the image.
     *
     * @throws InputException if it cannot be used
     */
    RgbImage readImage(ListedSample sample);

    /**
     * Decodes or draws the mask, whatever the size of the image.
     *
     * @throws InputException if it cannot be used
     */
    Mask readMask(ListedSample sample);
}
