package org.crobim.language.phrase;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.crobim.language.claim.Description;

/** Puts a description into an English sentence. Thread-safe. */
public final class SentenceWriter {
    private static final double KEYWORDS_SHARE = 0.15;
    private static final double COMMAND_SHARE = 0.06;
    private static final double QUESTION_SHARE = 0.02;
    private static final double COPULA_SHARE = 0.25;
    private static final double CAPITAL_SHARE = 0.6;
    private static final double FULL_STOP_AFTER_CLAUSE = 0.8;
    private static final double FULL_STOP_AFTER_PHRASE = 0.3;

    private final ParaphraseStyle style;

    /** A writer of the given style. */
    public SentenceWriter(ParaphraseStyle style) {
        this.style = style;
    }

    /**
     * Writes one sentence.
     *
     * @param description what to say
     * @param random chooses register, frame and synonyms; unused in the plain style
     */
    public String write(Description description, RandomGenerator random) {
        Pick pick = new Pick(random, style);
        if (pick.sometimes(KEYWORDS_SHARE)) {
            return NounPhrase.of(description, pick, true).bare();
        }
        NounPhrase phrase = NounPhrase.of(description, pick, false);
        if (phrase.hasPredicate() && pick.sometimes(COPULA_SHARE)) {
            return finish(phrase.clause(), FULL_STOP_AFTER_CLAUSE, pick);
        }
        String named = phrase.withDeterminer();
        if (pick.sometimes(COMMAND_SHARE)) {
            return finish(pick.of(FrameWords.COMMANDS) + " " + named, FULL_STOP_AFTER_PHRASE, pick);
        }
        if (pick.sometimes(QUESTION_SHARE)) {
            return capitalized(pick.of(FrameWords.QUESTIONS) + " " + named, pick) + "?";
        }
        return finish(named, FULL_STOP_AFTER_PHRASE, pick);
    }

    private static String finish(String sentence, double fullStop, Pick pick) {
        return capitalized(sentence, pick) + (pick.sometimes(fullStop) ? "." : "");
    }

    private static String capitalized(String sentence, Pick pick) {
        return pick.sometimes(CAPITAL_SHARE)
                ? sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1)
                : sentence;
    }
}
