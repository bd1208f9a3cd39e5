package org.crobim.data.mix;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.crobim.language.benchmark.BenchmarkStratum;

/**
 * Kind of a sentence, as the figures of a data set count it.
 *
 * @param stratum what it rests on
 * @param superlative whether it has a superlative, about its target or another object
 * @param compositional whether it says at least two kinds of attributes beside the class
 */
public record SentenceKind(BenchmarkStratum stratum, boolean superlative, boolean compositional) {
    private static final Pattern SUPERLATIVE = Pattern.compile(
            "\\b(?!almost\\b)(?:\\w+-?most|most|(?:larg|bigg|small|tini|near|clos|farth|furth|high|low)est)\\b");

    /** Whether a sentence has a superlative. */
    public static boolean isSuperlative(String sentence) {
        return SUPERLATIVE.matcher(sentence.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * Whether a sentence says several things at once.
     *
     * @param attributes kinds of attributes that it uses beside the class
     */
    public static boolean isCompositional(Set<String> attributes) {
        return attributes.size() >= 2;
    }
}
