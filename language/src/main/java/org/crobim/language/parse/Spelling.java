package org.crobim.language.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crobim.language.ObjectCategory;
import org.crobim.language.phrase.GrammarWords;

/**
 * Mends typos: one letter missing, added or wrong, or two neighbours exchanged. Only in words that mean nothing as they are, never
 * the first letter, and only when exactly one long word of the lexicon is so near.
 */
final class Spelling {
    /** Shorter words have too many neighbours: "lake" is no "late". */
    private static final int LEAST_LETTERS = 5;

    /** A wrong letter makes another word more often than a missing one: a "plate" is no "plane". */
    private static final int LEAST_LETTERS_IF_WRONG = 6;

    private static final Set<String> TARGETS = Stream.concat(
                    Lexicon.words().stream(),
                    Stream.of(ObjectCategory.values())
                            .flatMap(category -> category.names().stream())
                            .flatMap(name -> SentenceWords.split(name).stream())
                            .flatMap(word -> Stream.of(word, word + (word.endsWith("s") ? "es" : "s"))))
            .filter(word -> word.length() >= LEAST_LETTERS)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> KNOWN = known();

    private Spelling() {}

    /** The word that was meant; empty when the spelling is known or no single word is near. */
    static Optional<String> mended(String word) {
        if (word.length() < LEAST_LETTERS - 1 || KNOWN.contains(word)) {
            return Optional.empty();
        }
        List<String> near = TARGETS.stream()
                .filter(target -> isOneSlipAway(word, target))
                .limit(2)
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static boolean isOneSlipAway(String word, String target) {
        if (word.charAt(0) != target.charAt(0) || Math.abs(word.length() - target.length()) > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(word.length(), target.length());
        while (same < shorter && word.charAt(same) == target.charAt(same)) {
            same++;
        }
        String wordRest = word.substring(same);
        String targetRest = target.substring(same);
        if (wordRest.length() != targetRest.length()) {
            return wordRest.length() > targetRest.length()
                    ? wordRest.substring(1).equals(targetRest)
                    : targetRest.substring(1).equals(wordRest);
        }
        return wordRest.isEmpty()
                || target.length() >= LEAST_LETTERS_IF_WRONG
                        && wordRest.substring(1).equals(targetRest.substring(1))
                || isExchange(wordRest, targetRest);
    }

    private static boolean isExchange(String word, String target) {
        return word.length() > 1
                && word.charAt(0) == target.charAt(1)
                && word.charAt(1) == target.charAt(0)
                && word.substring(2).equals(target.substring(2));
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(GrammarWords.all());
        known.addAll(Lexicon.words());
        known.addAll(TARGETS);
        return Set.copyOf(known);
    }
}
