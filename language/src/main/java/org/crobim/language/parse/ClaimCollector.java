package org.crobim.language.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.crobim.language.ObjectCategory;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Ordinal;
import org.crobim.language.place.Region;

/**
 * Gathers what is said of one object and puts it in order: properties and places hold by themselves, so they come first;
 * superlatives compare what is left, those after the class name before those in front of it ("the largest ship closest to the
 * bridge" is the largest among the closest).
 */
final class ClaimCollector {
    private final List<Claim> filters = new ArrayList<>();
    private final List<Claim> superlativesAfter = new ArrayList<>();
    private final List<Claim> superlativesBefore = new ArrayList<>();
    private final Set<ColourName> colours = EnumSet.noneOf(ColourName.class);
    private Optional<Region> region = Optional.empty();
    private OptionalInt openRank = OptionalInt.empty();
    private boolean openNearest;

    void add(Claim filter) {
        filters.add(filter);
    }

    void add(Attribute attribute) {
        if (attribute instanceof ColourName colour) {
            colours.add(colour);
        } else {
            filters.add(new Has(attribute));
        }
    }

    /** Adds a place; "at the top, on the left" is one cell. Whether the places can be true together. */
    boolean add(Region place) {
        Optional<Region> together = region.isPresent() ? Grid.intersection(region.get(), place) : Optional.of(place);
        together.ifPresent(cell -> region = together);
        return together.isPresent();
    }

    /** A superlative in front of the class name; the ones further in front compare later. */
    void superlativeBefore(Claim superlative) {
        superlativesBefore.add(0, ranked(superlative));
    }

    void superlativeAfter(Claim superlative) {
        superlativesAfter.add(ranked(superlative));
    }

    /** "The second": which order is meant follows. */
    void openRank(int rank) {
        openRank = OptionalInt.of(rank);
    }

    boolean hasOpenRank() {
        return openRank.isPresent();
    }

    /** "The nearest ship": to what follows. */
    void openNearest() {
        openNearest = true;
    }

    /** Whether "to" may follow the class name. */
    boolean hasOpenNearest() {
        return openNearest;
    }

    void closeNearest() {
        openNearest = false;
    }

    /** Words for which the other half is missing, such as "second" without an order. */
    List<String> openEnds() {
        List<String> ends = new ArrayList<>();
        openRank.ifPresent(rank -> ends.add("rank " + rank));
        if (openNearest) {
            ends.add("nearest");
        }
        return ends;
    }

    /** Several colours together have no measure. */
    Optional<Remark> remark() {
        return colours.size() < 2
                ? Optional.empty()
                : Optional.of(Remark.on(
                        Remark.Kind.COLOUR,
                        colours.stream()
                                .map(colour -> colour.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" and "))));
    }

    Description describe(ObjectCategory category) {
        List<Claim> claims = new ArrayList<>();
        if (colours.size() == 1) {
            claims.add(new Has(colours.iterator().next()));
        }
        claims.addAll(filters);
        region.map(InRegion::new).ifPresent(claims::add);
        claims.addAll(superlativesAfter);
        claims.addAll(superlativesBefore);
        return new Description(category, claims);
    }

    private Claim ranked(Claim superlative) {
        int rank = openRank.orElse(1);
        openRank = OptionalInt.empty();
        return rank == 1 ? superlative : new Ordinal(rank, superlative);
    }
}
