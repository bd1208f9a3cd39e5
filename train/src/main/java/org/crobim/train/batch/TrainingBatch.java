package org.crobim.train.batch;

import java.util.List;
import org.crobim.core.image.RgbImage;
import org.crobim.model.text.Encoding;

/**
 * The input and the truth of one forward pass, without any tensor.
 *
 * @param images B of S x S pixels
 * @param categories B * S * S bytes: 0 background, c + 1 for class ordinal c, -1 where nobody annotated
 * @param categoriesKnown whether any pixel is annotated
 * @param questions about all images
 */
public record TrainingBatch(List<RgbImage> images, byte[] categories, boolean categoriesKnown, Questions questions) {
    /**
     * Sentences and the pixels they name.
     *
     * @param sentences Q encoded sentences, at least one for each image
     * @param imageOf Q image numbers, ascending
     * @param masks Q * S * S bytes, 1 on the target
     * @param present Q values, whether the question has a target
     */
    public record Questions(List<Encoding> sentences, int[] imageOf, byte[] masks, boolean[] present) {
        /** Q. */
        public int count() {
            return sentences.size();
        }
    }

    /** S, pixels. */
    public int side() {
        return images.get(0).width();
    }
}
