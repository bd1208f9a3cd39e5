package org.crobim.data.sentence;

/**
 * What a model can read.
 *
 * @param counter measures a sentence
 * @param mostTokens tokens that the model reads of a sentence, with the marks for its beginning and end, at least 3
 */
public record SentenceLimit(TokenCounter counter, int mostTokens) {
    /** Checks the limit. */
    public SentenceLimit {
        if (mostTokens < 3) {
            throw new IllegalArgumentException(
                    "A sentence of at most %d tokens holds no word, expected 3 or more".formatted(mostTokens));
        }
    }
}
