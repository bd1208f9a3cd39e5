package org.crobim.language.rules;

import org.crobim.core.geometry.Box;
import org.crobim.language.SceneObject;

/** Whether an object lies beside another, or between two. The published rules have neither; the thresholds are ours. */
public final class NeighbourhoodRules {
    private static final double ADJACENT_GAP = 0.03;
    private static final double NOT_ADJACENT_GAP = 0.1;

    /** A gap wider than the smaller object is no neighbourhood. */
    private static final double GAP_PER_SIZE = 1;

    private static final double BETWEEN_INNER = 0.25;
    private static final double BETWEEN_SIDEWAYS = 0.15;
    private static final double NOT_BETWEEN_SIDEWAYS = 0.5;
    private static final double LEAST_DISTANCE = 0.15;

    private NeighbourhoodRules() {}

    /** Whether an object lies next to the base. One that lies inside the other is unsure: a plane is not beside its airport. */
    public static Verdict adjacent(SceneObject object, SceneObject base, Frame frame) {
        if (object.id() == base.id()) {
            return Verdict.NO;
        }
        double gap = frame.gap(object, base);
        if (gap >= NOT_ADJACENT_GAP) {
            return Verdict.NO;
        }
        boolean near = gap <= ADJACENT_GAP && gap <= GAP_PER_SIZE * Math.min(side(object, frame), side(base, frame));
        return near && !holdsCentre(base, object) && !holdsCentre(object, base) ? Verdict.YES : Verdict.UNSURE;
    }

    /** Whether an object lies between two others: near the line from one to the other, and not at its ends. */
    public static Verdict between(SceneObject object, SceneObject first, SceneObject second, Frame frame) {
        if (object.id() == first.id() || object.id() == second.id()) {
            return Verdict.NO;
        }
        double length = frame.centreDistance(first, second);
        if (length < LEAST_DISTANCE) {
            return Verdict.UNSURE;
        }
        double lineX = (frame.x(second) - frame.x(first)) / length;
        double lineY = (frame.y(second) - frame.y(first)) / length;
        double dx = frame.x(object) - frame.x(first);
        double dy = frame.y(object) - frame.y(first);
        double along = (dx * lineX + dy * lineY) / length;
        double sideways = Math.abs(dx * lineY - dy * lineX) / length;
        if (along <= 0 || along >= 1 || sideways >= NOT_BETWEEN_SIDEWAYS) {
            return Verdict.NO;
        }
        boolean inside = along >= BETWEEN_INNER && along <= 1 - BETWEEN_INNER && sideways <= BETWEEN_SIDEWAYS;
        return inside && frame.gap(object, first) > 0 && frame.gap(object, second) > 0 ? Verdict.YES : Verdict.UNSURE;
    }

    private static double side(SceneObject object, Frame frame) {
        return Math.sqrt(frame.fractions(object).area());
    }

    private static boolean holdsCentre(SceneObject holder, SceneObject object) {
        Box box = holder.box();
        double x = object.box().centreX();
        double y = object.box().centreY();
        return x >= box.xMin() && x <= box.xMax() && y >= box.yMin() && y <= box.yMax();
    }
}
