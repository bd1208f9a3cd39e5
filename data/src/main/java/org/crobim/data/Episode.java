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
     * @param expression the sentence, drawn after the geometric augmentation
     * @param target S x S; empty exactly when the expression has no target
     */
    public record Question(ReferringExpression expression, Mask target) {}

    /** Copies the list. */
    public Episode {
        questions = List.copyOf(questions);
    }
}
