package org.crobim.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.crobim.language.claim.Description;
import org.crobim.language.phrase.BenchmarkPhrase.Kind;
import org.crobim.language.phrase.BenchmarkPhrase.Part;

/** Puts a description into a sentence in the manner of a published benchmark. Thread-safe. */
public final class BenchmarkWriter {
    private static final double CLAUSE_SHARE = 0.7;
    private static final double SHORT_CLAUSE_SHARE = 0.15;
    private static final double INDEFINITE_SHARE = 0.35;
    private static final double LINK_SHARE = 0.8;
    private static final double COMPARISON_SHARE = 0.75;
    private static final double OPENING_SHARE = 0.4;
    private static final double IDLE_WORDS_SHARE = 0.4;

    private static final List<String> OPENINGS =
            List.of("in this aerial image,", "in the image,", "in this aerial view,", "in this satellite image,");
    private static final List<String> IDLE_WORDS = List.of(
            "that is visible in this aerial view",
            "that can be seen in this aerial image",
            "shown in this satellite image",
            "that is visible here");
    private static final List<String> COPULAS = List.of(
            "is located", "is situated", "is positioned", "is located", "can be seen", "can be found", "lies", "is");
    private static final List<String> LINKS =
            List.of("located", "situated", "positioned", "that is located", "that is situated", "that is positioned");
    private static final List<String> COMPARISONS = List.of(
            "among all the %s visible in the image",
            "of all the %s in the image",
            "among all %s in the scene",
            "among the %s shown in the image",
            "visible in the image");
    private static final List<String> ALONE =
            List.of("visible in the image", "that can be seen in the image", "present in the scene");

    private final SentenceStyle style;

    /** A writer of the given style. */
    public BenchmarkWriter(SentenceStyle style) {
        this.style = style;
    }

    /**
     * Writes one sentence.
     *
     * @param random chooses synonyms and frames
     */
    public String write(Description description, RandomGenerator random) {
        Pick pick = new Pick(random, ParaphraseStyle.VARIED);
        return style == SentenceStyle.RISBENCH ? full(description, pick) : brief(description, pick);
    }

    private static String full(Description description, Pick pick) {
        BenchmarkPhrase phrase = new BenchmarkPhrase(description, true, pick);
        String said;
        if (phrase.behind.isEmpty()) {
            said = "the " + alone(description, phrase, pick);
        } else if (!phrase.picks() && pick.sometimes(CLAUSE_SHARE)) {
            said = clause(phrase, pick);
        } else {
            said = "the " + linked(phrase, pick);
        }
        boolean opens = !said.contains("image") && !said.contains("scene") && pick.sometimes(OPENING_SHARE);
        String opened = opens ? pick.of(OPENINGS) + " " + said : said;
        return capitalized(opened) + ".";
    }

    /** A head that nothing follows: "the only airport visible in the image", "the largest ship of all the ships in the image". */
    private static String alone(Description description, BenchmarkPhrase phrase, Pick pick) {
        if (description.claims().isEmpty()) {
            return "%s %s %s".formatted(pick.of(FrameWords.ONLY), phrase.head(), pick.of(ALONE));
        }
        if (phrase.picks() && pick.sometimes(COMPARISON_SHARE)) {
            return phrase.head() + " " + pick.of(COMPARISONS).formatted(phrase.plural());
        }
        return phrase.head() + " " + pick.of(ALONE);
    }

    /** A subject that says no more than the head is made longer, as annotators do. */
    private static String subject(BenchmarkPhrase phrase, List<Part> parts, Pick pick) {
        String head = phrase.head();
        return parts.isEmpty() && pick.sometimes(IDLE_WORDS_SHARE)
                ? head + " " + pick.of(IDLE_WORDS)
                : BenchmarkPhrase.joined(List.of(head, BenchmarkPhrase.tail(parts)));
    }

    /** "the white ship in the middle of the image is located to the left of the bridge": one part becomes the predicate. */
    private static String clause(BenchmarkPhrase phrase, Pick pick) {
        List<Part> parts = new ArrayList<>(phrase.behind);
        Part predicate = parts.get(parts.size() - 1);
        if (predicate.kind() == Kind.PLACE) {
            // The last part may end with another object's name, so it is the only place that can follow the verb.
            parts.remove(predicate);
            return BenchmarkPhrase.joined(
                    List.of("the", subject(phrase, parts, pick), pick.of(COPULAS), predicate.predicate()));
        }
        if (predicate.kind() == Kind.PREDICATE) {
            parts.remove(predicate);
            return BenchmarkPhrase.joined(List.of("the", subject(phrase, parts, pick), predicate.predicate()));
        }
        return "the " + phrase.whole();
    }

    /** "ship located near the top left corner of the image". */
    private static String linked(BenchmarkPhrase phrase, Pick pick) {
        List<String> words = new ArrayList<>(List.of(phrase.head()));
        boolean mayLink = true;
        for (Part part : phrase.behind) {
            if (mayLink && part.kind() == Kind.PLACE && pick.sometimes(LINK_SHARE)) {
                words.add(pick.of(LINKS));
                mayLink = false;
            }
            words.add(part.words());
        }
        return BenchmarkPhrase.joined(words);
    }

    private static String brief(Description description, Pick pick) {
        BenchmarkPhrase phrase = new BenchmarkPhrase(description, false, pick);
        String article = !phrase.picks() && pick.sometimes(INDEFINITE_SHARE) ? article(phrase.head()) : "the";
        String said = article + " " + phrase.whole();
        boolean onePlace = phrase.behind.size() == 1 && phrase.behind.get(0).kind() == Kind.PLACE;
        if (onePlace && !phrase.picks() && pick.sometimes(SHORT_CLAUSE_SHARE)) {
            said = "%s %s is %s"
                    .formatted(article, phrase.head(), phrase.behind.get(0).words());
        }
        return capitalized(said);
    }

    private static String article(String head) {
        return "aeiou".indexOf(head.charAt(0)) >= 0 ? "an" : "a";
    }

    private static String capitalized(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
