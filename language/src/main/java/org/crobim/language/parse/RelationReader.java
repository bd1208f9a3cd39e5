package org.crobim.language.parse;

import java.util.Optional;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.InGroup;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Bearing;

/** Reads relations to other objects: "on the left of the bridge", "between the ship and the harbor", "in the stadium". */
final class RelationReader {
    private final Reading reading;
    private final WordCursor words;
    private final PlaceReader places;
    private final NounPhraseReader nouns;

    RelationReader(Reading reading, PlaceReader places, NounPhraseReader nouns) {
        this.reading = reading;
        this.words = reading.words();
        this.places = places;
        this.nouns = nouns;
    }

    /** Takes one relation. */
    boolean takeOne(ClaimCollector claims) {
        Optional<Claim> nearest = reading.attempt(() -> nearest(claims));
        if (nearest.isPresent()) {
            claims.superlativeAfter(nearest.get());
            return true;
        }
        Optional<Claim> relation = reading.attempt(this::towards)
                .or(() -> reading.attempt(this::between))
                .or(this::grouping)
                .or(() -> reading.attempt(this::beside));
        relation.ifPresent(claims::add);
        return relation.isPresent() || reading.fits(this::sizeComparison) || reading.fits(this::contact);
    }

    /** "closest to the bridge"; after "the closest ship" only "to the bridge". */
    private Optional<Claim> nearest(ClaimCollector claims) {
        boolean nearest = words.take("at the smallest distance from");
        if (!nearest && words.takeAny(Lexicon.NEAREST)) {
            words.take("to");
            nearest = true;
        }
        boolean closing = !nearest && claims.hasOpenNearest() && words.take("to");
        Optional<Claim> claim = nearest || closing ? nouns.anchor().map(Nearest::new) : Optional.empty();
        if (closing && claim.isPresent()) {
            claims.closeNearest();
        }
        return claim;
    }

    private Optional<Claim> towards() {
        int start = words.position();
        Optional<Bearing> bearing = reading.attempt(this::diagonalInWords)
                .or(() -> reading.attempt(this::vertical))
                .or(places::directionOf);
        if (bearing.isEmpty()) {
            return Optional.empty();
        }
        String said = words.since(start);
        if (words.take("all") || words.take("all the")) {
            nouns.anchor()
                    .ifPresent(others ->
                            reading.remark(new Remark(Remark.Kind.GROUP, said + " all", Optional.of(others))));
            return Optional.empty();
        }
        return nouns.anchor().map(anchor -> new Towards(bearing.get(), anchor));
    }

    private Optional<Bearing> vertical() {
        words.takeAny(Lexicon.ADVERBS);
        return words.take(Lexicon.VERTICALS);
    }

    /** "above and to the left of" */
    private Optional<Bearing> diagonalInWords() {
        Optional<Bearing> vertical = vertical();
        boolean and = words.take("and");
        Optional<Bearing> horizontal = and ? places.directionOf() : Optional.empty();
        if (vertical.isEmpty() || horizontal.isEmpty() || horizontal.get().y() != 0) {
            return Optional.empty();
        }
        boolean left = horizontal.get() == Bearing.LEFT;
        return Optional.of(
                vertical.get() == Bearing.ABOVE
                        ? left ? Bearing.ABOVE_LEFT : Bearing.ABOVE_RIGHT
                        : left ? Bearing.BELOW_LEFT : Bearing.BELOW_RIGHT);
    }

    private Optional<Claim> between() {
        words.take("in");
        Optional<Description> first = words.take("between") ? nouns.anchor() : Optional.empty();
        Optional<Description> second = first.isPresent() && words.take("and") ? nouns.anchor() : Optional.empty();
        return second.map(other -> new Between(first.get(), other));
    }

    /** "in the row of ships", "apart from the others" */
    private Optional<Claim> grouping() {
        Optional<Claim> group = words.take(Lexicon.GROUPINGS).map(InGroup::new);
        if (group.isPresent()) {
            reading.fits(() -> {
                words.take("of");
                words.takeAny(Lexicon.ARTICLES);
                return words.takeCategory().isPresent();
            });
        }
        return group;
    }

    private Optional<Claim> beside() {
        words.takeAny(Lexicon.ADVERBS);
        return words.take(Lexicon.BESIDE).isPresent() ? nouns.anchor().map(AdjacentTo::new) : Optional.empty();
    }

    /** "a little smaller than the bridge", "similar in size to the bridge" */
    private boolean sizeComparison() {
        int start = words.position();
        while (words.takeAny(Lexicon.MUCH)) {
            continue;
        }
        boolean compared = words.take(Lexicon.COMPARATIVES).isPresent() && words.take("than");
        if (!compared
                && !words.take("similar in size to")
                && !words.take("of similar size to")
                && !words.take("as large as")) {
            return false;
        }
        return remarkOnOther(Remark.Kind.SIZE_COMPARISON, words.since(start));
    }

    /** "in the stadium", "driving on the bridge", "has a car" */
    private boolean contact() {
        int start = words.position();
        Optional<Remark.Kind> state = words.take(Lexicon.UNMEASURED).filter(kind -> kind == Remark.Kind.STATE);
        if (words.takeAny(Lexicon.INSIDE) || state.isEmpty() && words.takeAny(Lexicon.HOLDS)) {
            return remarkOnOther(Remark.Kind.CONTACT, words.since(start));
        }
        return false;
    }

    private boolean remarkOnOther(Remark.Kind kind, String said) {
        Optional<Description> other = nouns.anchor();
        other.ifPresent(object -> reading.remark(new Remark(kind, said, other)));
        return other.isPresent();
    }
}
