package org.crobim.language.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crobim.language.SceneObject;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.attribute.ShapeName;
import org.crobim.language.attribute.SizeName;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Candidates;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.InGroup;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Ordinal;
import org.crobim.language.claim.Scene;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Grouping;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/**
 * What is surely true of one object, claim by claim, whether or not it tells the object from others.
 *
 * @param places parts of the image
 * @param attributes what it looks like
 * @param relations how it stands to others
 */
record TrueClaims(List<Claim> places, List<Claim> attributes, List<Claim> relations) {
    static final List<Claim> ALL_PLACES =
            Stream.of(Region.values()).<Claim>map(InRegion::new).toList();

    static final List<Claim> ALL_ATTRIBUTES = Stream.of(
                    ColourName.values(), ShapeName.values(), SizeName.values(), OrientationName.values())
            .<Attribute>flatMap(Stream::of)
            .<Claim>map(Has::new)
            .toList();

    static final List<Claim> EXTREMES =
            Stream.of(Side.values()).<Claim>map(Extreme::new).toList();

    static final List<Claim> SIZES =
            Stream.of(SizeRank.values()).<Claim>map(OfSize::new).toList();

    private static final List<Claim> GROUPS =
            Stream.of(Grouping.values()).<Claim>map(InGroup::new).toList();

    static TrueClaims of(SceneObject object, List<Description> anchors, Scene scene) {
        return new TrueClaims(
                holding(ALL_PLACES, object, scene),
                holding(ALL_ATTRIBUTES, object, scene),
                holding(relations(anchors), object, scene));
    }

    /** Directions from, neighbourhood of, and places between anchors, and groups. */
    static List<Claim> relations(List<Description> anchors) {
        List<Claim> relations = new ArrayList<>(GROUPS);
        for (int i = 0; i < anchors.size(); i++) {
            Description anchor = anchors.get(i);
            for (Bearing bearing : Bearing.values()) {
                relations.add(new Towards(bearing, anchor));
            }
            relations.add(new AdjacentTo(anchor));
            for (Description second : anchors.subList(i + 1, anchors.size())) {
                relations.add(new Between(anchor, second));
            }
        }
        return relations;
    }

    /** Ways of picking one object from several: "nearest to the bridge". */
    static List<Claim> nearest(List<Description> anchors) {
        return anchors.stream().<Claim>map(Nearest::new).toList();
    }

    /** Ranks in one order. */
    static List<Claim> ordinals(List<Claim> orders) {
        List<Claim> ordinals = new ArrayList<>();
        for (Claim order : orders) {
            for (int rank = 2; rank <= Ordinal.LAST_RANK; rank++) {
                ordinals.add(new Ordinal(rank, order));
            }
        }
        return ordinals;
    }

    private static List<Claim> holding(List<Claim> claims, SceneObject object, Scene scene) {
        Candidates alone = new Candidates(List.of(object), List.of());
        return claims.stream()
                .filter(claim -> !claim.narrow(alone, scene).sure().isEmpty())
                .toList();
    }
}
