package org.crobim.language.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crobim.language.SceneObject;
import org.crobim.language.place.Grouping;

/**
 * Which objects of one class stand together. Two objects are linked when the gap between them is small against their size; linked
 * objects form a group. Tight and loose links are told apart, so that a group is sure only when it is the same by both. Our rules.
 */
public final class Formation {
    private static final int LEAST_GROUP = 3;
    private static final double TIGHT_GAP_PER_SIZE = 1;
    private static final double LOOSE_GAP_PER_SIZE = 2;
    private static final double APART_GAP_PER_SIZE = 3;

    /** Centres of a row lie this near to its line, in sizes of an object. */
    private static final double ROW_DEVIATION_PER_SIZE = 0.5;

    private final Frame frame;
    private final Map<Integer, Set<SceneObject>> tight;
    private final Map<Integer, Set<SceneObject>> loose;
    private final Map<Integer, Set<SceneObject>> wide;

    private Formation(List<SceneObject> objects, Frame frame) {
        this.frame = frame;
        this.tight = groups(objects, TIGHT_GAP_PER_SIZE);
        this.loose = groups(objects, LOOSE_GAP_PER_SIZE);
        this.wide = groups(objects, APART_GAP_PER_SIZE);
    }

    /** Groups the objects of one class. */
    public static Formation of(List<SceneObject> objects, Frame frame) {
        return new Formation(objects, frame);
    }

    /** Whether an object of the class stands so. "The group" is unsure where there are two. */
    public Verdict judge(Grouping grouping, SceneObject object) {
        Set<SceneObject> near = groupOf(object, tight);
        Set<SceneObject> around = groupOf(object, loose);
        return switch (grouping) {
            case APART -> apart(object, near);
            case GROUP -> together(near, around);
            case ROW -> together(near, around).and(isLine(around) ? Verdict.YES : Verdict.UNSURE);
        };
    }

    /** "Apart from the others" needs others to be true. */
    private Verdict apart(SceneObject object, Set<SceneObject> near) {
        if (near.size() > 1) {
            return Verdict.NO;
        }
        if (tight.size() < LEAST_GROUP) {
            return Verdict.UNSURE;
        }
        return groupOf(object, wide).size() == 1 ? Verdict.YES : Verdict.UNSURE;
    }

    private Verdict together(Set<SceneObject> near, Set<SceneObject> around) {
        if (around.size() == 1) {
            return Verdict.NO;
        }
        long groups = loose.values().stream()
                .filter(group -> group.size() > 1)
                .distinct()
                .count();
        return near.size() >= LEAST_GROUP && near.equals(around) && groups == 1 ? Verdict.YES : Verdict.UNSURE;
    }

    /** Whether all centres lie near the line through the two that are farthest apart. */
    private boolean isLine(Set<SceneObject> group) {
        List<SceneObject> objects = List.copyOf(group);
        SceneObject first = objects.get(0);
        SceneObject last = farthestFrom(first, objects);
        first = farthestFrom(last, objects);
        double length = frame.centreDistance(first, last);
        if (!(length > 0)) {
            return false;
        }
        double lineX = (frame.x(last) - frame.x(first)) / length;
        double lineY = (frame.y(last) - frame.y(first)) / length;
        for (SceneObject object : objects) {
            double sideways =
                    Math.abs((frame.x(object) - frame.x(first)) * lineY - (frame.y(object) - frame.y(first)) * lineX);
            if (sideways > ROW_DEVIATION_PER_SIZE * side(object)) {
                return false;
            }
        }
        return true;
    }

    private SceneObject farthestFrom(SceneObject start, List<SceneObject> objects) {
        SceneObject farthest = start;
        for (SceneObject object : objects) {
            if (frame.centreDistance(start, object) > frame.centreDistance(start, farthest)) {
                farthest = object;
            }
        }
        return farthest;
    }

    private Map<Integer, Set<SceneObject>> groups(List<SceneObject> objects, double gapPerSize) {
        Map<Integer, Set<SceneObject>> groups = new HashMap<>();
        for (SceneObject object : objects) {
            if (!groups.containsKey(object.id())) {
                Set<SceneObject> group = linkedTo(object, objects, gapPerSize);
                group.forEach(member -> groups.put(member.id(), group));
            }
        }
        return groups;
    }

    private Set<SceneObject> linkedTo(SceneObject start, List<SceneObject> objects, double gapPerSize) {
        List<SceneObject> left = new ArrayList<>(objects);
        left.remove(start);
        Set<SceneObject> group = new LinkedHashSet<>(Set.of(start));
        Deque<SceneObject> open = new ArrayDeque<>(group);
        while (!open.isEmpty()) {
            SceneObject member = open.remove();
            Set<SceneObject> linked = left.stream()
                    .filter(other -> frame.gap(member, other) <= gapPerSize * Math.min(side(member), side(other)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            left.removeAll(linked);
            group.addAll(linked);
            open.addAll(linked);
        }
        return group;
    }

    private Set<SceneObject> groupOf(SceneObject object, Map<Integer, Set<SceneObject>> groups) {
        return groups.getOrDefault(object.id(), Set.of(object));
    }

    private double side(SceneObject object) {
        return Math.sqrt(frame.fractions(object).area());
    }
}
