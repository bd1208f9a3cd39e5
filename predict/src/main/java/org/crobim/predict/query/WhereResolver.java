package org.crobim.predict.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crobim.core.geometry.Box;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Candidates;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.Scene;
import org.crobim.language.claim.Towards;
import org.crobim.language.rules.Frame;
import org.crobim.language.rules.NeighbourhoodRules;
import org.crobim.language.rules.Rules;
import org.crobim.language.rules.Verdict;

/**
 * Narrows objects by claims until nothing is unsure: where something surely fits the rest goes, otherwise what may fit stays.
 *
 * <p>Attributes were the network's to judge and are passed over. A relation to an object that the frame holds several times is
 * true when it is true of any of them, and the nearest one is nearest to any of them. Directions and distances are those of the
 * ground: one unit for both axes, whatever the shape of the frame.
 */
final class WhereResolver {
    /** Boxes that share more than this (intersection over union) show one object, found by two phrases. */
    private static final double SAME_OBJECT = 0.5;

    private final Rules rules;
    private final Map<String, List<SceneObject>> found;
    private final int width;
    private final int height;

    WhereResolver(Rules rules, Map<String, List<SceneObject>> found, int width, int height) {
        this.rules = rules;
        this.found = found;
        this.width = width;
        this.height = height;
    }

    /** The objects that fit all claims, one after the other. */
    List<SceneObject> narrow(List<SceneObject> candidates, List<Claim> claims, List<String> notes) {
        List<SceneObject> left = candidates;
        for (Claim claim : claims) {
            if (!(claim instanceof Has) && !left.isEmpty()) {
                left = narrow(left, claim, notes);
            }
        }
        return left;
    }

    private List<SceneObject> narrow(List<SceneObject> left, Claim claim, List<String> notes) {
        if (claim instanceof Nearest nearest) {
            return nearest(left, anchors(nearest.anchor(), notes));
        }
        if (claim instanceof Towards towards) {
            return related(
                    left,
                    anchors(towards.anchor(), notes),
                    base -> object -> rules.towards(towards.bearing(), object, base, ground()));
        }
        if (claim instanceof AdjacentTo adjacent) {
            return related(
                    left,
                    anchors(adjacent.anchor(), notes),
                    base -> object -> NeighbourhoodRules.adjacent(object, base, ground()));
        }
        if (claim instanceof Between between) {
            return between(left, anchors(between.first(), notes), anchors(between.second(), notes));
        }
        Scene scene = new Scene(new SceneLayout(width, height, left), 0, rules);
        return settled(claim.narrow(new Candidates(left, List.of()), scene));
    }

    /** The frame in which both axes have one unit. */
    private Frame ground() {
        int side = Math.max(width, height);
        return new Frame(side, side);
    }

    private List<SceneObject> anchors(Description anchor, List<String> notes) {
        String phrase = WhatPhrase.of(anchor, List.of());
        List<SceneObject> anchors = narrow(found.getOrDefault(phrase, List.of()), anchor.claims(), notes);
        if (anchors.isEmpty()) {
            notes.add("No %s was found that the sentence could refer to.".formatted(phrase));
        } else if (anchors.size() > 1) {
            notes.add("%d objects fit \"%s\"; any of them counts.".formatted(anchors.size(), phrase));
        }
        return anchors;
    }

    private static List<SceneObject> nearest(List<SceneObject> left, List<SceneObject> anchors) {
        Optional<SceneObject> nearest = left.stream()
                .filter(object -> anchors.stream().noneMatch(base -> isSame(object, base)))
                .min(Comparator.comparingDouble(object -> anchors.stream()
                        .mapToDouble(base -> DecisiveRules.distance(object, base))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY)));
        return anchors.isEmpty() ? List.of() : nearest.stream().toList();
    }

    private static List<SceneObject> related(
            List<SceneObject> left,
            List<SceneObject> anchors,
            Function<SceneObject, Function<SceneObject, Verdict>> relation) {
        Set<SceneObject> sure = new LinkedHashSet<>();
        Set<SceneObject> unsure = new LinkedHashSet<>();
        for (SceneObject base : anchors) {
            Function<SceneObject, Verdict> judge = relation.apply(base);
            for (SceneObject object : left) {
                if (!isSame(object, base)) {
                    Verdict verdict = judge.apply(object);
                    if (verdict == Verdict.YES) {
                        sure.add(object);
                    } else if (verdict == Verdict.UNSURE) {
                        unsure.add(object);
                    }
                }
            }
        }
        return settled(new Candidates(List.copyOf(sure), List.copyOf(unsure)));
    }

    private List<SceneObject> between(List<SceneObject> left, List<SceneObject> first, List<SceneObject> second) {
        List<SceneObject> sure = new ArrayList<>();
        List<SceneObject> unsure = new ArrayList<>();
        for (SceneObject object : left) {
            Verdict best = Verdict.NO;
            for (SceneObject one : first) {
                for (SceneObject other : second) {
                    if (!isSame(one, other) && !isSame(object, one) && !isSame(object, other) && best != Verdict.YES) {
                        Verdict verdict = NeighbourhoodRules.between(object, one, other, ground());
                        best = verdict == Verdict.NO ? best : verdict;
                    }
                }
            }
            if (best != Verdict.NO) {
                (best == Verdict.YES ? sure : unsure).add(object);
            }
        }
        return settled(new Candidates(sure, unsure));
    }

    private static List<SceneObject> settled(Candidates candidates) {
        return candidates.sure().isEmpty() ? candidates.unsure() : candidates.sure();
    }

    private static boolean isSame(SceneObject one, SceneObject other) {
        if (one.id() == other.id()) {
            return true;
        }
        Box common = one.box().intersection(other.box());
        double union = one.box().area() + other.box().area() - common.area();
        return common.area() > SAME_OBJECT * union;
    }
}
