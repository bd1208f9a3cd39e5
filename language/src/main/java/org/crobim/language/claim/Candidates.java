package org.crobim.language.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.crobim.language.SceneObject;
import org.crobim.language.rules.Verdict;

/**
 * Objects that a description may mean; all others it surely does not mean.
 *
 * @param sure objects that surely fit
 * @param unsure objects that may or may not fit
 */
public record Candidates(List<SceneObject> sure, List<SceneObject> unsure) {
    /** Copies the lists. */
    public Candidates {
        sure = List.copyOf(sure);
        unsure = List.copyOf(unsure);
    }

    /** Number of objects that are not ruled out. */
    public int size() {
        return sure.size() + unsure.size();
    }

    /** The id of the one object meant: it surely fits and nothing else possibly does. Empty otherwise. */
    public OptionalInt target() {
        return sure.size() == 1 && unsure.isEmpty() ? OptionalInt.of(sure.get(0).id()) : OptionalInt.empty();
    }

    /** Whether surely nothing fits. */
    public boolean isNone() {
        return size() == 0;
    }

    /** Keeps the objects that also fit a property. */
    Candidates filter(Function<SceneObject, Verdict> property) {
        List<SceneObject> stillSure = new ArrayList<>();
        List<SceneObject> notSure = new ArrayList<>();
        for (SceneObject object : sure) {
            Verdict verdict = property.apply(object);
            if (verdict == Verdict.YES) {
                stillSure.add(object);
            } else if (verdict == Verdict.UNSURE) {
                notSure.add(object);
            }
        }
        for (SceneObject object : unsure) {
            if (property.apply(object) != Verdict.NO) {
                notSure.add(object);
            }
        }
        return new Candidates(stillSure, notSure);
    }

    /**
     * Keeps the object that wins a comparison, and those that might.
     *
     * <p>Only an object that surely fits so far can rule others out; the one with the highest score does so best.
     *
     * @param score higher wins
     * @param ahead whether the first object surely wins over the second
     */
    Candidates best(ToDoubleFunction<SceneObject> score, BiPredicate<SceneObject, SceneObject> ahead) {
        if (sure.isEmpty()) {
            return this;
        }
        SceneObject leader = sure.get(0);
        for (SceneObject object : sure) {
            if (score.applyAsDouble(object) > score.applyAsDouble(leader)) {
                leader = object;
            }
        }
        List<SceneObject> notSure = new ArrayList<>();
        addRivals(leader, sure, ahead, notSure);
        addRivals(leader, unsure, ahead, notSure);
        if (notSure.isEmpty()) {
            return new Candidates(List.of(leader), List.of());
        }
        notSure.add(leader);
        return new Candidates(List.of(), notSure);
    }

    private static void addRivals(
            SceneObject leader,
            List<SceneObject> objects,
            BiPredicate<SceneObject, SceneObject> ahead,
            List<SceneObject> rivals) {
        for (SceneObject object : objects) {
            if (object != leader && !ahead.test(leader, object)) {
                rivals.add(object);
            }
        }
    }

    /** The same objects, none of them sure. */
    Candidates doubted() {
        return filter(object -> Verdict.UNSURE);
    }
}
