package org.crobim.predict;

import java.util.List;
import org.crobim.core.mask.Mask;

/**
 * The answer to one expression about one image.
 *
 * @param expression the sentence as asked
 * @param present whether something matches: presence reached the threshold stored in the weights
 * @param presence score of "something matches", 0..1; no probability, only the threshold is calibrated
 * @param mask the object at the native size of the image; all zero when not present
 * @param ungatedMask the mask before the presence gate
 * @param milliseconds time of the language side, without encoding the image
 * @param warnings words outside the vocabulary, a cut sentence; empty in the usual case
 */
public record Segmentation(
        String expression,
        boolean present,
        double presence,
        Mask mask,
        Mask ungatedMask,
        double milliseconds,
        List<String> warnings) {
    /** Copies the list. */
    public Segmentation {
        warnings = List.copyOf(warnings);
    }
}
