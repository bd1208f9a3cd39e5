package org.crobim.language.rewrite;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.Ordinal;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;

/** What a description must say of the same object after the image was flipped or turned. */
public final class TurnedMeaning {
    private TurnedMeaning() {}

    /** The description of the same object in the turned image. */
    public static Description of(Description description, ImageTurn turn) {
        List<Claim> claims =
                description.claims().stream().map(claim -> of(claim, turn)).toList();
        return new Description(description.category(), claims);
    }

    private static Claim of(Claim claim, ImageTurn turn) {
        if (claim instanceof InRegion in) {
            return new InRegion(of(in.region(), turn));
        }
        if (claim instanceof Extreme extreme) {
            return new Extreme(turn.of(extreme.side()));
        }
        if (claim instanceof Towards towards) {
            return new Towards(turn.of(towards.bearing()), of(towards.anchor(), turn));
        }
        if (claim instanceof Nearest nearest) {
            return new Nearest(of(nearest.anchor(), turn));
        }
        if (claim instanceof AdjacentTo adjacent) {
            return new AdjacentTo(of(adjacent.anchor(), turn));
        }
        if (claim instanceof Between between) {
            return new Between(of(between.first(), turn), of(between.second(), turn));
        }
        if (claim instanceof Ordinal ordinal) {
            return new Ordinal(ordinal.rank(), of(ordinal.order(), turn));
        }
        return claim instanceof Has has && has.attribute() instanceof OrientationName orientation
                ? new Has(turn.of(orientation))
                : claim;
    }

    /** The names of regions are made of the names of sides, rows before columns, with a word for the middle. */
    private static Region of(Region region, ImageTurn turn) {
        if (region == Region.CENTER) {
            return region;
        }
        List<Side> sides = Arrays.stream(Side.values())
                .filter(side -> Arrays.asList(region.name().split("_", -1)).contains(side.name()))
                .map(turn::of)
                .sorted(Comparator.comparing(Side::isHorizontal))
                .toList();
        String name = sides.stream().map(Side::name).collect(Collectors.joining("_"));
        if (region.isSide() || sides.size() == 2) {
            return Region.valueOf(name);
        }
        return Region.valueOf(sides.get(0).isHorizontal() ? "MIDDLE_" + name : name + "_CENTER");
    }
}
