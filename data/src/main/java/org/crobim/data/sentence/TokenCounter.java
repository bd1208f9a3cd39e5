package org.crobim.data.sentence;

import java.util.List;

/** Measures sentences as a model would read them; thread-safe. */
@FunctionalInterface
public interface TokenCounter {
    /** Measures one sentence. */
    Reading read(String sentence);

    /**
     * A sentence as a model reads it.
     *
     * @param tokens of the whole sentence, with the marks for its beginning and end
     * @param unknownWords words outside the vocabulary, in order
     */
    record Reading(int tokens, List<String> unknownWords) {
        /** Copies the list. */
        public Reading {
            unknownWords = List.copyOf(unknownWords);
        }
    }
}
