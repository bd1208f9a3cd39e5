package org.crobim.language.rewrite;

import java.util.Optional;
import org.crobim.language.claim.Description;
import org.crobim.language.parse.ExpressionParser;
import org.crobim.language.parse.ParsedExpression;

/** Rewrites sentences so that they name the same object after the image was flipped or turned. Thread-safe. */
public final class SentenceRewriter {
    private final ExpressionParser parser = new ExpressionParser();

    /**
     * Rewrites a sentence. Words for directions change, all others stay as they are written; typos in directions are mended.
     *
     * @param sentence true of the image as it was
     * @return a sentence that is true of the turned image; empty when the text alone does not tell whether a word stays true, or
     *     when the parser does not read the turned meaning out of the result
     */
    public Optional<String> rewrite(String sentence, ImageTurn turn) {
        ParsedExpression before = parser.parse(sentence);
        SentencePieces pieces = SentencePieces.of(sentence, before.corrections());
        if (UnsafeWords.forbid(pieces.words(), turn)) {
            return Optional.empty();
        }
        return new DirectionRules(pieces, turn).rewritten().filter(text -> saysTheSame(before, text, turn));
    }

    private boolean saysTheSame(ParsedExpression before, String text, ImageTurn turn) {
        Optional<Description> expected = before.description().map(meaning -> TurnedMeaning.of(meaning, turn));
        return parser.parse(text).description().equals(expected);
    }
}
