package org.crobim.language.phrase;

import org.crobim.language.ObjectCategory;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/** The words chosen for a description: before the noun, the noun, and after it. Used once, by one thread. */
final class NounPhrase {
    private static final double SYNONYM_SHARE = 0.4;
    private static final double OF_THE_IMAGE_SHARE = 0.5;
    private static final double INDEFINITE_SHARE = 0.3;
    private static final double LINKED_SHARE = 0.35;
    private static final double PARTICIPLE_SHARE = 0.7;
    private static final double ONLY_SHARE = 0.3;
    private static final double COMPARISON_SET_SHARE = 0.12;
    private static final double SUPERLATIVE_AFTER_NOUN_SHARE = 0.25;
    private static final double REGION_BEFORE_NOUN_SHARE = 0.12;
    private static final double REGION_BEFORE_KEYWORD_SHARE = 0.6;

    /** What the words after the noun are, which decides what may link them to it. */
    private enum Tail {
        /** Nothing, or words that need no link: "with the largest area", "in the image". */
        LOOSE,
        /** "closest to the left edge": "that is" and "located" may stand before it. */
        ADJECTIVE,
        /** "at the top": a whole clause can be made of it. */
        PLACE
    }

    private final Pick pick;
    private final boolean keywords;
    private final String noun;
    private String before = "";
    private String after = "";
    private Tail tail = Tail.LOOSE;
    /** Whether "a ship at the bottom" is natural, as in RRSIS-D; superlatives take "the". */
    private boolean mayBeIndefinite;

    private NounPhrase(Description description, Pick pick, boolean keywords) {
        this.pick = pick;
        this.keywords = keywords;
        this.noun = noun(description.category());
    }

    /** Chooses words for a sentence of its own. */
    static NounPhrase of(Description description, Pick pick, boolean keywords) {
        NounPhrase phrase = new NounPhrase(description, pick, keywords);
        boolean alone = description.claims().size() == 1;
        for (Claim claim : description.claims()) {
            phrase.add(claim, alone);
        }
        if (description.claims().isEmpty() && !keywords) {
            phrase.addUniqueness();
        }
        return phrase;
    }

    /** Words for an object that a relation starts from: "the bridge", "the tennis court at the top". */
    private String anchor(Description description) {
        NounPhrase phrase = new NounPhrase(description, pick, keywords);
        for (Claim claim : description.claims()) {
            if (claim instanceof InRegion region) {
                phrase.append(pick.of(RegionWords.places(region.region())), Tail.PLACE);
            } else {
                phrase.add(claim, false);
            }
        }
        return joined(keywords ? "" : "the", phrase.before, phrase.noun, phrase.after);
    }

    /**
     * Whether a clause can be made: "the ship is at the top". Not with a superlative before the noun: "the largest ship is at the
     * top" would speak of the largest of all.
     */
    boolean hasPredicate() {
        return tail == Tail.PLACE && before.isEmpty();
    }

    /** Without a determiner: "leftmost ship". */
    String bare() {
        return joined(before, noun, after);
    }

    /** "the leftmost ship located at the top of the image". */
    String withDeterminer() {
        String link = "";
        if (tail != Tail.LOOSE && pick.sometimes(LINKED_SHARE)) {
            link = pick.of(pick.sometimes(PARTICIPLE_SHARE) ? FrameWords.PARTICIPLES : FrameWords.RELATIVE);
        }
        return joined(determiner(), before, noun, link, after);
    }

    /** "the ship is located at the top of the image". */
    String clause() {
        return joined(determiner(), before, noun, pick.of(FrameWords.COPULAS), after);
    }

    private void add(Claim claim, boolean alone) {
        if (claim instanceof InRegion inRegion) {
            addRegion(inRegion.region(), alone);
        } else if (claim instanceof Extreme extreme) {
            addExtreme(extreme.side(), alone);
        } else if (claim instanceof OfSize ofSize) {
            addSize(ofSize.rank(), alone);
        } else if (claim instanceof Towards towards) {
            append(pick.of(RelationWords.towards(towards.bearing())) + " " + anchor(towards.anchor()), Tail.PLACE);
            mayBeIndefinite = alone;
        } else if (claim instanceof Nearest nearest) {
            addNearest(anchor(nearest.anchor()), alone);
        }
    }

    private void addRegion(Region region, boolean alone) {
        if (alone && pick.sometimes(keywords ? REGION_BEFORE_KEYWORD_SHARE : REGION_BEFORE_NOUN_SHARE)) {
            prepend(pick.of(RegionWords.adjectives(region)));
            return;
        }
        String place = pick.of(RegionWords.places(region));
        boolean full = !keywords && pick.sometimes(OF_THE_IMAGE_SHARE);
        append(full ? place + " of the " + pick.of(RegionWords.IMAGE) : place, Tail.PLACE);
        mayBeIndefinite = alone;
    }

    private void addExtreme(Side side, boolean alone) {
        if (alone && pick.sometimes(SUPERLATIVE_AFTER_NOUN_SHARE)) {
            append(SuperlativeWords.after(side, pick), Tail.ADJECTIVE);
        } else {
            prepend(pick.of(SuperlativeWords.before(side)));
            addComparisonSet(alone);
        }
    }

    private void addSize(SizeRank rank, boolean alone) {
        if (alone && pick.sometimes(SUPERLATIVE_AFTER_NOUN_SHARE)) {
            append(pick.of(SuperlativeWords.after(rank)), Tail.LOOSE);
        } else {
            prepend(pick.of(SuperlativeWords.before(rank)));
            addComparisonSet(alone);
        }
    }

    private void addNearest(String anchor, boolean alone) {
        if (alone && pick.sometimes(SUPERLATIVE_AFTER_NOUN_SHARE)) {
            prepend(pick.of(RelationWords.NEAREST_BEFORE));
            append(RelationWords.NEAREST_TO + " " + anchor, Tail.LOOSE);
        } else {
            append(pick.of(RelationWords.NEAREST_AFTER) + " " + anchor, Tail.ADJECTIVE);
        }
    }

    /** "the leftmost ship in the image", "the leftmost ship of all ships". */
    private void addComparisonSet(boolean alone) {
        if (alone && !keywords && pick.sometimes(COMPARISON_SET_SHARE)) {
            append(pick.of(FrameWords.WHOLE_IMAGE) + " " + pick.of(RegionWords.IMAGE), Tail.LOOSE);
        } else if (alone && !keywords && pick.sometimes(COMPARISON_SET_SHARE)) {
            append(pick.of(FrameWords.OF_ALL) + " " + CompanyWords.plural(noun), Tail.LOOSE);
        }
    }

    private void addUniqueness() {
        if (pick.sometimes(ONLY_SHARE)) {
            prepend(pick.of(FrameWords.ONLY));
        }
        if (pick.sometimes(ONLY_SHARE)) {
            append(pick.of(FrameWords.WHOLE_IMAGE) + " " + pick.of(RegionWords.IMAGE), Tail.LOOSE);
        }
    }

    private void prepend(String words) {
        before = joined(words, before);
    }

    private void append(String words, Tail kind) {
        after = joined(after, words);
        tail = kind;
    }

    private String determiner() {
        if (!mayBeIndefinite || !pick.sometimes(INDEFINITE_SHARE)) {
            return "the";
        }
        return "aeiou".indexOf(noun.charAt(0)) >= 0 ? "an" : "a";
    }

    private String noun(ObjectCategory category) {
        return pick.sometimes(SYNONYM_SHARE) ? pick.of(category.names()) : category.canonicalName();
    }

    private static String joined(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                text.append(text.length() == 0 ? "" : " ").append(part);
            }
        }
        return text.toString();
    }
}
