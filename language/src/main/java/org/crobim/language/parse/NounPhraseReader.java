package org.crobim.language.parse;

import java.util.List;
import java.util.Optional;
import org.crobim.language.ObjectCategory;
import org.crobim.language.claim.Description;
import org.crobim.language.place.Region;

/** Reads an object: modifiers, class name, and what follows it. */
final class NounPhraseReader {
    private final Reading reading;
    private final WordCursor words;
    private final PlaceReader places;
    private final AppearanceReader appearances;
    private final ModifierReader modifiers;
    private final SuperlativeReader superlatives;
    private final RelationReader relations;

    NounPhraseReader(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
        this.places = new PlaceReader(reading);
        this.appearances = new AppearanceReader(reading, places);
        this.modifiers = new ModifierReader(reading, places, appearances);
        this.superlatives = new SuperlativeReader(reading, places);
        this.relations = new RelationReader(reading, places, this);
    }

    /**
     * The object that the sentence is about. Words that do not fit are passed over.
     *
     * @param leftover takes the words with a meaning that were passed over
     */
    Optional<Description> subject(List<String> leftover) {
        // "At the top of the bridge, a ship" begins with a relation; "a photo of the bridge" does not.
        return reading.attempt(() -> subject(leftover, true)).or(() -> {
            leftover.clear();
            return subject(leftover, false);
        });
    }

    private Optional<Description> subject(List<String> leftover, boolean relationsFirst) {
        ClaimCollector claims = new ClaimCollector();
        Optional<ObjectCategory> category = words.takeCategory();
        while (category.isEmpty() && !words.isAtEnd()) {
            if (!modifiers.takeOne(claims) && !(relationsFirst && tail(claims))) {
                passOver(leftover);
            }
            category = words.takeCategory();
        }
        if (category.isEmpty()) {
            return Optional.empty();
        }
        while (!words.isAtEnd()) {
            if (!tail(claims) && !isTail(claims) && !appearances.predicate(claims) && !predicate(claims)) {
                passOver(leftover);
            }
        }
        leftover.addAll(claims.openEnds());
        claims.remark().ifPresent(reading::remark);
        return Optional.of(claims.describe(category.get()));
    }

    /** Another object, of which every word must fit: "the large bridge at the top". */
    Optional<Description> anchor() {
        return reading.attempt(() -> {
            ClaimCollector claims = new ClaimCollector();
            words.takeAny(Lexicon.ARTICLES);
            Optional<ObjectCategory> category = words.takeCategory();
            while (category.isEmpty() && !words.isAtEnd() && modifiers.takeOne(claims)) {
                category = words.takeCategory();
            }
            if (category.isEmpty()) {
                return Optional.empty();
            }
            while (linkedTail(claims)) {
                continue;
            }
            claims.remark().ifPresent(reading::remark);
            return claims.openEnds().isEmpty() ? Optional.of(claims.describe(category.get())) : Optional.empty();
        });
    }

    private boolean linkedTail(ClaimCollector claims) {
        return reading.fits(() -> {
            if (words.take("that") || words.take("which")) {
                if (appearances.predicate(claims)) {
                    return true;
                }
                words.take("is");
                words.takeAny(Lexicon.LINKS);
                return tail(claims);
            }
            words.takeAny(Lexicon.LINKS);
            return tail(claims);
        });
    }

    private boolean tail(ClaimCollector claims) {
        if (relations.takeOne(claims) || superlatives.takeOne(claims) || superlatives.comparisonSet()) {
            return true;
        }
        if (appearances.takeOne(claims)) {
            return true;
        }
        return reading.fits(() -> place(claims)) || appearances.state();
    }

    /** Places that contradict each other are not taken, so that they show up as words left over. */
    private boolean place(ClaimCollector claims) {
        Optional<Region> place = places.place();
        return place.isPresent() && claims.add(place.get());
    }

    /** "The ship is a little larger than the bridge". */
    private boolean isTail(ClaimCollector claims) {
        return reading.fits(() -> words.take("is") && tail(claims));
    }

    /** "The ship is the second largest". */
    private boolean predicate(ClaimCollector claims) {
        return modifiers.rank(claims) || modifiers.orderedSuperlative(claims);
    }

    private void passOver(List<String> leftover) {
        String word = words.next();
        if (!Lexicon.FUNCTION_WORDS.contains(word)) {
            leftover.add(word);
        }
    }
}
