package org.crobim.language.parse;

import java.util.Optional;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.OfSize;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/** Reads what may stand in front of a class name: "second", "leftmost", "large", "white", "upper". */
final class ModifierReader {
    private final Reading reading;
    private final WordCursor words;
    private final PlaceReader places;
    private final AppearanceReader appearances;

    ModifierReader(Reading reading, PlaceReader places, AppearanceReader appearances) {
        this.reading = reading;
        this.words = reading.words();
        this.places = places;
        this.appearances = appearances;
    }

    /** Takes one modifier. */
    boolean takeOne(ClaimCollector claims) {
        return words.takeAny(Lexicon.ONLY)
                || words.takeAny(Lexicon.AND)
                || rank(claims)
                || superlative(claims)
                || appearances.property(claims)
                || place(claims);
    }

    /** "The leftmost", "the second largest". */
    boolean orderedSuperlative(ClaimCollector claims) {
        Optional<Side> side = words.take(Lexicon.EXTREMES);
        if (side.isPresent()) {
            claims.superlativeBefore(new Extreme(side.get()));
            return true;
        }
        Optional<SizeRank> size = words.take(Lexicon.SIZE_RANKS);
        size.ifPresent(end -> claims.superlativeBefore(new OfSize(end)));
        return size.isPresent();
    }

    private boolean superlative(ClaimCollector claims) {
        if (orderedSuperlative(claims)) {
            return true;
        }
        boolean nearest = words.takeAny(Lexicon.NEAREST);
        if (nearest) {
            claims.openNearest();
        }
        return nearest;
    }

    /** "Second". */
    boolean rank(ClaimCollector claims) {
        Optional<Integer> rank = claims.hasOpenRank() ? Optional.empty() : words.take(Lexicon.ORDINALS);
        rank.ifPresent(claims::openRank);
        return rank.isPresent();
    }

    private boolean place(ClaimCollector claims) {
        return reading.fits(() -> {
            words.takeAny(Lexicon.DEGREES);
            Optional<Region> cell = places.cell();
            return cell.isPresent() && claims.add(cell.get());
        });
    }
}
