package org.crobim.language.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crobim.language.ObjectCategory;
import org.crobim.language.claim.Description;

/**
 * What was understood of a sentence.
 *
 * @param text the sentence as it was given
 * @param description class and claims; empty when the sentence names no class. With words left over it says less than the sentence
 * @param remarks what is said beside the claims, in the order of the sentence
 * @param leftoverWords words with a meaning that was not understood, as read, in the order of the sentence
 * @param corrections mended typos, from the spelling in the sentence to the word read
 */
public record ParsedExpression(
        String text,
        Optional<Description> description,
        List<Remark> remarks,
        List<String> leftoverWords,
        Map<String, String> corrections) {
    /** Copies the collections. */
    public ParsedExpression {
        remarks = List.copyOf(remarks);
        leftoverWords = List.copyOf(leftoverWords);
        corrections = Map.copyOf(corrections);
    }

    /** The class of the object that the sentence refers to; empty when it names none. */
    public Optional<ObjectCategory> category() {
        return description.map(Description::category);
    }

    /** Whether a class was named and no word with a meaning is left over. */
    public boolean understood() {
        return description.isPresent() && leftoverWords.isEmpty();
    }

    /** Whether the description says everything that the sentence says. */
    public boolean isExpressedByClaims() {
        return understood() && remarks.isEmpty();
    }
}
