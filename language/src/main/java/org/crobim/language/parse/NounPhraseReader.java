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
    private final ModifierReader modifiers;
    private final SuperlativeReader superlatives;
    private final RelationReader relations;

    NounPhraseReader(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
        this.places = new PlaceReader(reading);
        this.modifiers = new ModifierReader(reading, places);
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
            if (!modifiers.takeOne(claims) && !(relationsFirst && tail(claims)) && !words.isAtEnd()) {
                passOver(leftover);
            }
            category = words.takeCategory();
        }
        if (category.isEmpty()) {
            return Optional.empty();
        }
        while (!words.isAtEnd()) {
            if (!tail(claims) && !modifiers.property(claims) && !predicate(claims) && !words.isAtEnd()) {
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
            if (words.take("that is") || words.take("which is")) {
                words.takeAny(Lexicon.LINKS);
                return tail(claims) || modifiers.property(claims);
            }
            if (words.take("that lies") || words.take("which lies") || words.takeAny(Lexicon.LINKS)) {
                return tail(claims);
            }
            return tail(claims);
        });
    }

    private boolean tail(ClaimCollector claims) {
        if (relations.takeOne(claims) || superlatives.takeOne(claims) || superlatives.comparisonSet()) {
            return true;
        }
        Optional<Region> place = places.place();
        return place.isPresent() && claims.add(place.get());
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
