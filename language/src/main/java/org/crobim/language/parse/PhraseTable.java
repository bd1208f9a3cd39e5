package org.crobim.language.parse;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Wordings and what they mean; the longest one counts.
 *
 * @param <M> meaning
 */
final class PhraseTable<M> {
    private final Map<String, M> meanings = new HashMap<>();
    private int longest = 1;

    /** A table of several wordings for each meaning, which may be hyphenated. */
    static <M> PhraseTable<M> of(Map<M, ? extends Collection<String>> wordings) {
        PhraseTable<M> table = new PhraseTable<>();
        wordings.forEach((meaning, phrases) -> phrases.forEach(phrase -> table.put(phrase, meaning)));
        return table;
    }

    /** A table that gives back the wording itself. */
    static PhraseTable<String> ofWords(Stream<String> wordings) {
        PhraseTable<String> table = new PhraseTable<>();
        wordings.forEach(phrase -> table.put(phrase, phrase));
        return table;
    }

    private void put(String phrase, M meaning) {
        List<String> words = SentenceWords.split(phrase);
        String joined = String.join(" ", words);
        M known = meanings.putIfAbsent(joined, meaning);
        if (known != null && !known.equals(meaning)) {
            throw new IllegalStateException("\"%s\" cannot mean both %s and %s".formatted(joined, known, meaning));
        }
        longest = Math.max(longest, words.size());
    }

    /** The meaning of the longest wording that starts at a word, and how many words it has. */
    Optional<Match<M>> startingAt(List<String> words, int start) {
        for (int end = Math.min(words.size(), start + longest); end > start; end--) {
            M meaning = meanings.get(String.join(" ", words.subList(start, end)));
            if (meaning != null) {
                return Optional.of(new Match<>(meaning, end - start));
            }
        }
        return Optional.empty();
    }

    /** All single words that occur. */
    Set<String> words() {
        return meanings.keySet().stream()
                .flatMap(phrase -> Stream.of(phrase.split(" ", -1)))
                .collect(Collectors.toSet());
    }

    record Match<M>(M meaning, int wordCount) {}
}
