package org.crobim.language.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.place.Side;

/** Reads what an object looks like: "white", "with a round shape", "is small in size", "parallel to the left edge". */
final class AppearanceReader {
    private final Reading reading;
    private final WordCursor words;
    private final PlaceReader places;

    AppearanceReader(Reading reading, PlaceReader places) {
        this.reading = reading;
        this.words = reading.words();
        this.places = places;
    }

    /** A property by itself: "white", "dark red", "oval". */
    boolean property(ClaimCollector claims) {
        reading.fits(() -> words.takeAny(Lexicon.SHADES) && words.isBefore(Lexicon.ATTRIBUTES));
        Optional<Attribute> attribute = words.take(Lexicon.ATTRIBUTES);
        attribute.ifPresent(claims::add);
        return attribute.isPresent() || unmeasured(any -> true);
    }

    /** Takes a property with its noun, or the direction of the long axis. */
    boolean takeOne(ClaimCollector claims) {
        List<Attribute> found = new ArrayList<>();
        if (reading.fits(() -> withNoun(found)) || reading.fits(() -> axis(found))) {
            found.forEach(claims::add);
            return true;
        }
        return false;
    }

    /** "is mostly white", "appears small in size"; the verb must be there. */
    boolean predicate(ClaimCollector claims) {
        List<Attribute> found = new ArrayList<>();
        boolean fits = reading.fits(() -> words.takeAny(Lexicon.LOOKS_VERBS) && properties(found));
        found.forEach(claims::add);
        if (fits) {
            words.take("in");
            words.takeAny(Lexicon.LOOKS_NOUNS);
        }
        return fits;
    }

    /** "with a predominantly white color" */
    private boolean withNoun(List<Attribute> found) {
        return words.takeAny(Lexicon.LOOKS_PREPOSITIONS) && properties(found) && words.takeAny(Lexicon.LOOKS_NOUNS);
    }

    private boolean properties(List<Attribute> found) {
        boolean any = false;
        do {
            while (words.takeAny(Lexicon.ARTICLES) || words.takeAny(Lexicon.LOOKS_ADVERBS)) {
                continue;
            }
            Optional<Attribute> attribute = words.take(Lexicon.ATTRIBUTES);
            attribute.ifPresent(found::add);
            if (attribute.isEmpty() && !reading.fits(this::unmeasuredLook)) {
                return any;
            }
            any = true;
        } while (words.takeAny(Lexicon.AND) || words.isBefore(Lexicon.ATTRIBUTES));
        return true;
    }

    /** "extending horizontally", "aligned parallel to the top edge of the image" */
    private boolean axis(List<Attribute> found) {
        while (words.takeAny(Lexicon.ALIGNED)) {
            continue;
        }
        Optional<Attribute> orientation = words.take(Lexicon.ATTRIBUTES)
                .filter(OrientationName.class::isInstance)
                .or(() -> reading.attempt(this::parallel));
        orientation.ifPresent(found::add);
        return orientation.isPresent();
    }

    private Optional<Attribute> parallel() {
        if (!words.take("parallel to")) {
            return Optional.empty();
        }
        Optional<Side> edge = places.namedPart().flatMap(Grid::side);
        places.ofTheImage();
        return edge.map(side -> side.isHorizontal() ? OrientationName.VERTICAL : OrientationName.HORIZONTAL);
    }

    /** What the object does: "parked". */
    boolean state() {
        return reading.fits(() -> unmeasured(kind -> kind == Remark.Kind.STATE));
    }

    private boolean unmeasuredLook() {
        return unmeasured(kind -> kind != Remark.Kind.STATE);
    }

    private boolean unmeasured(Predicate<Remark.Kind> wanted) {
        int start = words.position();
        Optional<Remark.Kind> kind = words.take(Lexicon.UNMEASURED).filter(wanted);
        kind.ifPresent(about -> reading.remark(Remark.on(about, words.since(start))));
        return kind.isPresent();
    }
}
