package org.crobim.data.check;

import java.util.ArrayList;
import java.util.List;

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

    List<Finding> inspect(ListedSample sample) {
        TokenCounter.Reading reading = counter.read(sample.sentence());
        List<Finding> findings = new ArrayList<>();
        if (reading.tokens() > mostTokens) {
            findings.add(Finding.about(
                    sample,
                    FindingKind.TRUNCATED_SENTENCE,
                    sample.place(),
                    "\"%s\" has %d tokens, the model reads %d"
                            .formatted(sample.sentence(), reading.tokens(), mostTokens)));
        }
        if (!reading.unknownWords().isEmpty()) {
            findings.add(Finding.about(
                    sample,
                    FindingKind.UNKNOWN_WORD,
                    sample.place(),
                    "the vocabulary lacks %s".formatted(String.join(", ", reading.unknownWords()))));
        }
        return findings;
    }
}
