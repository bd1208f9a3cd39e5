package org.crobim.language.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words of a sentence.
 *
 * @param words lower case, letters and digits only; compounds are split at hyphens, typos mended
 * @param corrections from the spelling in the sentence to the word read
 */
record SentenceWords(List<String> words, Map<String, String> corrections) {
    private static final Pattern POSSESSIVE = Pattern.compile("['\\u2019]s\\b");
    private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    static SentenceWords of(String sentence) {
        Map<String, String> corrections = new LinkedHashMap<>();
        List<String> words = split(sentence).stream()
                .map(word -> {
                    Optional<String> mended = Spelling.mended(word);
                    mended.ifPresent(right -> corrections.put(word, right));
                    return mended.orElse(word);
                })
                .toList();
        return new SentenceWords(words, corrections);
    }

    /** The words as they are spelled. */
    static List<String> split(String text) {
        String lower = POSSESSIVE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return NOT_A_LETTER_OR_DIGIT
                .splitAsStream(lower)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
