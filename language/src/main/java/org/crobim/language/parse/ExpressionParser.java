package org.crobim.language.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.language.claim.Description;

/** Reads what a sentence claims about an object. Thread-safe. */
public final class ExpressionParser {
    /**
     * Reads a sentence. Nothing that a person may type is an error: what is not understood is listed in the result.
     *
     * @param sentence in English, such as {@link org.crobim.language.phrase.SentenceWriter} writes or a data set holds
     */
    public ParsedExpression parse(String sentence) {
        SentenceWords words = SentenceWords.of(sentence);
        Reading reading = new Reading(words.words());
        List<String> leftover = new ArrayList<>();
        Optional<Description> description = new NounPhraseReader(reading).subject(leftover);
        return new ParsedExpression(sentence, description, reading.remarks(), leftover, words.corrections());
    }
}
