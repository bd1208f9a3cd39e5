package org.crobim.language.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.language.parse.Lexicon.GridStep;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;

/** Reads parts of the image: "in the upper left corner of the image", "halfway up the left side". */
final class PlaceReader {
    private final Reading reading;
    private final WordCursor words;

    PlaceReader(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
    }

    /** A place after the class name. */
    Optional<Region> place() {
        return reading.attempt(this::halfway).or(() -> reading.attempt(this::wholePlace));
    }

    /** Grid words without a preposition: "top left". */
    Optional<Region> cell() {
        return reading.attempt(() -> {
            List<GridStep> steps = new ArrayList<>();
            words.take(Lexicon.GRID).ifPresent(steps::add);
            while (!steps.isEmpty() && steps.size() < 3) {
                Optional<GridStep> next = words.take(Lexicon.GRID);
                if (next.isEmpty()) {
                    break;
                }
                steps.add(next.get());
            }
            return steps.isEmpty() ? Optional.empty() : Grid.region(steps);
        });
    }

    /** The direction of "on the upper left side of", up to and with "of". */
    Optional<Bearing> directionOf() {
        return reading.attempt(() -> {
            words.takeAny(Lexicon.PREPOSITIONS);
            Optional<Region> cell = namedPart();
            boolean of = cell.isPresent() && words.take("of");
            return of ? Grid.bearing(cell.get()) : Optional.empty();
        });
    }

    /** Takes "of the image" and the like, where it stands. */
    void ofTheImage() {
        reading.fits(() -> {
            boolean preposition = words.take("of") || words.take("in");
            words.takeAny(Lexicon.ARTICLES);
            return preposition && words.takeAny(Lexicon.IMAGE);
        });
    }

    /** "the far left side" */
    Optional<Region> namedPart() {
        words.takeAny(Lexicon.ARTICLES);
        words.takeAny(Lexicon.IMAGE);
        words.takeAny(Lexicon.DEGREES);
        Optional<Region> cell = cell();
        if (cell.isPresent()) {
            words.takeAny(Lexicon.PARTS);
        }
        return cell;
    }

    private Optional<Region> wholePlace() {
        if (!words.takeAny(Lexicon.PREPOSITIONS)) {
            return Optional.empty();
        }
        Optional<Region> part = namedPart();
        if (part.isEmpty()) {
            return part;
        }
        ofTheImage();
        if (!words.take("of")) {
            return part;
        }
        Optional<Region> whole = namedPart();
        ofTheImage();
        return whole.flatMap(side -> Grid.intersection(part.get(), side));
    }

    private Optional<Region> halfway() {
        boolean halfway = words.take("halfway up") || words.take("halfway down") || words.take("halfway along");
        Optional<Region> side = halfway ? namedPart() : Optional.empty();
        ofTheImage();
        return side.flatMap(part -> Grid.intersection(Region.CENTER, part));
    }
}
