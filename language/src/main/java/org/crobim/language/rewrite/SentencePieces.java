package org.crobim.language.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence cut so that it can be put together again.
 *
 * @param pieces the words with what stands before them
 * @param ending what stands after the last word
 */
record SentencePieces(List<Piece> pieces, String ending) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /**
     * A word.
     *
     * @param gap what stands between the word before and this one
     * @param text as written
     * @param word as read: lower case, typos mended
     */
    record Piece(String gap, String text, String word) {
        /** The word in another spelling, with the capitals of this one. */
        String spelledLike(String other) {
            if (other.equals(word)) {
                return text;
            }
            boolean capital = Character.isUpperCase(text.charAt(0));
            if (capital && text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT))) {
                return other.toUpperCase(Locale.ROOT);
            }
            return capital ? other.substring(0, 1).toUpperCase(Locale.ROOT) + other.substring(1) : other;
        }
    }

    /**
     * Cuts a sentence.
     *
     * @param corrections mended typos, from the spelling in lower case to the word meant
     */
    static SentencePieces of(String sentence, Map<String, String> corrections) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = WORD.matcher(sentence);
        int end = 0;
        while (matcher.find()) {
            String written = matcher.group().toLowerCase(Locale.ROOT);
            String word = corrections.getOrDefault(written, written);
            pieces.add(new Piece(sentence.substring(end, matcher.start()), matcher.group(), word));
            end = matcher.end();
        }
        return new SentencePieces(List.copyOf(pieces), sentence.substring(end));
    }

    /** The words as read. */
    List<String> words() {
        return pieces.stream().map(Piece::word).toList();
    }
}
