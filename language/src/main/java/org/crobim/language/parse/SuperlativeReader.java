package org.crobim.language.parse;

import java.util.Optional;
import java.util.Set;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.OfSize;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/** Reads superlatives after the class name: "closest to the left edge", "with the largest area", "from the top". */
final class SuperlativeReader {
    private static final Set<String> AREA = Set.of("area", "size", "footprint", "extent");

    private final Reading reading;
    private final WordCursor words;
    private final PlaceReader places;

    SuperlativeReader(Reading reading, PlaceReader places) {
        this.reading = reading;
        this.words = reading.words();
        this.places = places;
    }

    /** Takes one superlative. */
    boolean takeOne(ClaimCollector claims) {
        Optional<Claim> superlative = reading.attempt(this::towardsAnEdge)
                .or(() -> reading.attempt(this::withArea))
                .or(() -> reading.attempt(this::thanAllOthers))
                .or(() -> reading.attempt(() -> countedFrom(claims)));
        superlative.ifPresent(claims::superlativeAfter);
        return superlative.isPresent();
    }

    /** Takes "of all ships", "among the ships", "in the whole image". */
    boolean comparisonSet() {
        return reading.fits(() -> {
            boolean all = words.take("of all") || words.take("among all") || words.take("among") || words.take("of");
            words.takeAny(Lexicon.ARTICLES);
            words.takeAny(Lexicon.NUMBERS);
            return all && (words.takeCategory().isPresent() || words.take("others"));
        });
    }

    /** "farthest to the left", "nearest the top border" */
    private Optional<Claim> towardsAnEdge() {
        if (!words.takeAny(Lexicon.NEAREST) && !words.takeAny(Lexicon.FURTHEST)) {
            return Optional.empty();
        }
        if (!words.take("to")) {
            words.take("towards");
        }
        Optional<Side> side = places.namedPart().flatMap(Grid::side);
        places.ofTheImage();
        return side.map(Extreme::new);
    }

    private Optional<Claim> withArea() {
        boolean preposition = words.take("with") || words.take("of");
        words.takeAny(Lexicon.ARTICLES);
        Optional<SizeRank> end = preposition ? words.take(Lexicon.SIZE_RANKS) : Optional.empty();
        return words.takeAny(AREA) ? end.map(OfSize::new) : Optional.empty();
    }

    private Optional<Claim> thanAllOthers() {
        Optional<SizeRank> end = words.take(Lexicon.COMPARATIVES);
        boolean others = words.take("than all others")
                || words.take("than the others")
                || words.take("than all the others")
                || words.take("than any other");
        return others ? end.map(OfSize::new) : Optional.empty();
    }

    /** "The second ship from the left". */
    private Optional<Claim> countedFrom(ClaimCollector claims) {
        words.take("counting");
        words.take("counted");
        if (!claims.hasOpenRank() || !words.take("from")) {
            return Optional.empty();
        }
        Optional<Side> side = places.namedPart().flatMap(Grid::side);
        places.ofTheImage();
        return side.map(Extreme::new);
    }
}
