package org.crobim.language.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.Stratum;
import org.crobim.language.claim.Candidates;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Scene;
import org.crobim.language.claim.Towards;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;
import org.crobim.language.rules.Margins;

/**
 * Finds all that can truly be said of one object alone: every description of the grammar is evaluated, those that name an
 * allowed target are kept. Used once, for one scene.
 */
final class ReferenceSearch {
    private static final List<Claim> SUPERLATIVES = List.of(
            new Extreme(Side.LEFT),
            new Extreme(Side.RIGHT),
            new Extreme(Side.TOP),
            new Extreme(Side.BOTTOM),
            new OfSize(SizeRank.LARGEST),
            new OfSize(SizeRank.SMALLEST));

    private final Scene scene;
    private final TargetRules targets;
    private final List<Reference> found = new ArrayList<>();

    private ReferenceSearch(SceneLayout layout, TargetRules targets, Margins margins) {
        this.scene = new Scene(layout, targets.leastVisibleRival(), margins);
        this.targets = targets;
    }

    static List<Reference> allOf(SceneLayout layout, TargetRules targets, Margins margins) {
        ReferenceSearch search = new ReferenceSearch(layout, targets, margins);
        search.describeWithoutOthers();
        search.chooseRelations(search.anchors());
        return search.found;
    }

    private void describeWithoutOthers() {
        for (ObjectCategory category : scene.categories()) {
            if (scene.ofCategory(category).size() == 1) {
                describeSingle(category);
            } else {
                choosePlaces(category);
                chooseSuperlatives(category);
            }
        }
    }

    /** The class word is enough; saying where it lies is true as well, and what people do. */
    private void describeSingle(ObjectCategory category) {
        keepIfItNamesOne(Description.of(category), Stratum.UNIQUE);
        for (Region region : Region.values()) {
            keepIfItNamesOne(Description.of(category, new InRegion(region)), Stratum.UNIQUE);
        }
    }

    private void choosePlaces(ObjectCategory category) {
        for (Region region : Region.values()) {
            keep(Description.of(category, new InRegion(region)));
        }
    }

    private void chooseSuperlatives(ObjectCategory category) {
        for (Claim superlative : SUPERLATIVES) {
            keep(Description.of(category, superlative));
        }
        for (Region side : Region.SIDES) {
            InRegion there = new InRegion(side);
            Candidates candidates = Description.of(category, there).resolve(scene);
            if (candidates.size() < 2 || candidates.sure().isEmpty()) {
                continue;
            }
            for (Claim superlative : SUPERLATIVES) {
                if (!(superlative instanceof Extreme extreme) || extreme.side().isHorizontal() != side.isColumn()) {
                    keep(Description.of(category, there, superlative));
                }
            }
        }
    }

    /** Objects that relations may start from: alone in their class, or in a part of the image of their own. */
    private List<Description> anchors() {
        Map<Integer, Description> anchors = new LinkedHashMap<>();
        for (Reference reference : found) {
            if (reference.description().claims().isEmpty() || reference.stratum() == Stratum.POSITION) {
                anchors.putIfAbsent(reference.target(), reference.description());
            }
        }
        return List.copyOf(anchors.values());
    }

    private void chooseRelations(List<Description> anchors) {
        for (ObjectCategory category : scene.categories()) {
            if (scene.ofCategory(category).size() == 1) {
                continue;
            }
            for (Description anchor : anchors) {
                if (anchor.category() != category) {
                    chooseRelations(category, anchor);
                }
            }
        }
    }

    private void chooseRelations(ObjectCategory category, Description anchor) {
        keep(Description.of(category, new Nearest(anchor)));
        for (Bearing bearing : Bearing.values()) {
            keep(Description.of(category, new Towards(bearing, anchor)));
        }
    }

    private void keep(Description description) {
        keepIfItNamesOne(description, description.stratum());
    }

    private void keepIfItNamesOne(Description description, Stratum stratum) {
        Candidates candidates = description.resolve(scene);
        OptionalInt target = candidates.target();
        if (target.isPresent() && targets.allows(candidates.sure().get(0))) {
            found.add(new Reference(description, target.getAsInt(), stratum));
        }
    }
}
