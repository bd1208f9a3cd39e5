package org.crobim.data;

import java.util.List;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.language.ReferringExpression;

/**
 * One augmented training image with the questions asked about it.
 *
 * @param image S x S pixels, S the input side of the model
 * @param questions at least one
 * @param categories S x S bytes, rows from the top: 0 background, c + 1 for class ordinal c, -1 unknown (no dense annotation there)
 */
public record Episode(RgbImage image, List<Question> questions, byte[] categories) {
    /**
     * A sentence and the pixels it names.
     *
     * @param text the sentence, true of this view
     * @param present whether something in the image fits the sentence
     * @param target S x S; empty when nothing is present, or when what is present is too small to fill a pixel
     */
    public record Question(String text, boolean present, Mask target) {
        /** A generated sentence, drawn after the geometric augmentation. */
        public Question(ReferringExpression expression, Mask target) {
            this(expression.text(), expression.target().isPresent(), target);
        }
    }

    /** Copies the list. */
    public Episode {
        questions = List.copyOf(questions);
    }
}
