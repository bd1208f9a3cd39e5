package org.crobim.data.refer;

import org.crobim.language.CategoryMention;

/** Which of the two texts of a sentence is read. */
public enum SentenceField {
    /** What official loaders read. */
    RAW,
    /** The tidied text. */
    SENT,
    /**
     * {@link #RAW}, but {@link #SENT} where raw is only the name of a class and sent says more: copies of RRSIS-D go round in which
     * half of the training sentences were overwritten so.
     */
    WHOLE;

    /** The text of a sentence. */
    public String of(ReferenceSentence sentence) {
        return switch (this) {
            case RAW -> sentence.raw();
            case SENT -> sentence.sent();
            case WHOLE -> isOverwritten(sentence) ? sentence.sent() : sentence.raw();
        };
    }

    private static boolean isOverwritten(ReferenceSentence sentence) {
        return !sentence.raw().equals(sentence.sent())
                && CategoryMention.named(sentence.raw()).isPresent()
                && CategoryMention.named(sentence.sent()).isEmpty();
    }
}
