package org.crobim.language;

/**
 * What a model is told instead of the sentence, to learn how much of its score comes from which words.
 *
 * <p>A model that uses language loses when it gets less of it; the loss, not the score, is the evidence.
 */
public enum TextControl {
    /** The sentence itself. */
    FULL,
    /** Nothing: what the image alone gives away. */
    NO_TEXT,
    /** The sentence of another sample: what a wrong sentence costs. */
    SHUFFLED,
    /** "the ship": what the class alone gives. */
    CLASS_ONLY,
    /** The sentence without the words that say where, how big or next to what. */
    POSITION_REMOVED;

    /**
     * What the model is told.
     *
     * @param text the sentence of the sample
     * @param other the sentence of another sample, used by {@link #SHUFFLED} alone
     * @return possibly empty; for {@link #CLASS_ONLY} empty too when {@link CategoryMention} knows no class word in the sentence
     */
    public String apply(String text, String other) {
        return switch (this) {
            case FULL -> text;
            case NO_TEXT -> "";
            case SHUFFLED -> other;
            case CLASS_ONLY ->
                CategoryMention.find(text).map(TextControl::classOnly).orElse("");
            case POSITION_REMOVED -> PositionWords.removedFrom(text);
        };
    }

    /** "the ship", nothing else. */
    public static String classOnly(ReferringExpression expression) {
        return classOnly(expression.category());
    }

    /** "the ship", nothing else. */
    public static String classOnly(ObjectCategory category) {
        return "the " + category.canonicalName();
    }
}
