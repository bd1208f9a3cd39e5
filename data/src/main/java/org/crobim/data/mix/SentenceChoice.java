package org.crobim.data.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.crobim.language.benchmark.BenchmarkStratum;

/**
 * Chooses for each object of a data set one of the sentences that can be said of it, or none, so that as many objects as possible
 * are described while the shares of all kinds of sentences come near to those wanted.
 *
 * <p>RISBench's sentences were written by people and a language model; ours must be proved, and what can be proved of an object
 * depends on where it lies. So the shares cannot be had by drawing a kind for each object: most would fall back to superlatives. They
 * can be had by choosing among the objects. The choice is a descent: object by object, in a drawn order and again until nothing
 * changes, the sentence is taken that leaves the least cost; first every object keeps some sentence, then objects may be left out.
 * Cost is the number of sentences by which the shares miss the tolerance, weighed against the sentences left out. Our construction.
 * Equal input and seed give equal choices. Used once.
 */
public final class SentenceChoice {
    /** A share may be off by this much before it costs. */
    private static final double TOLERANCE = 0.03;

    /** One sentence too many or too few of a kind is as bad as so many objects left out. */
    private static final double PRICE = 3;

    private static final double ROUNDING = 1e-9;
    private static final int MOST_ROUNDS = 50;
    private static final int NONE = -1;
    private static final int STRATA = BenchmarkStratum.values().length;

    private final List<List<SentenceKind>> offers;
    private final double[] wanted;
    private final double[] counts;
    private final int[] chosen;
    private int described;

    private SentenceChoice(List<List<SentenceKind>> offers, SentenceShares shares) {
        this.offers = offers;
        this.wanted = new double[STRATA + 2];
        for (BenchmarkStratum stratum : BenchmarkStratum.values()) {
            wanted[stratum.ordinal()] = shares.of(stratum);
        }
        wanted[STRATA] = shares.superlative();
        wanted[STRATA + 1] = shares.compositional();
        this.counts = new double[wanted.length];
        this.chosen = new int[offers.size()];
        Arrays.fill(chosen, NONE);
    }

    /**
     * Chooses.
     *
     * @param offers for each object the kinds of the sentences that can be said of it, possibly none
     * @param shares what is wanted
     * @param random decides between what is equally good
     * @return for each object the index of the sentence; empty where none is said
     */
    public static List<OptionalInt> choose(
            List<List<SentenceKind>> offers, SentenceShares shares, RandomGenerator random) {
        SentenceChoice choice = new SentenceChoice(offers, shares);
        List<Integer> order = shuffled(offers.size(), random);
        choice.descend(order, random, false);
        if (!shares.everyObject()) {
            choice.descend(order, random, true);
        }
        return Arrays.stream(choice.chosen)
                .mapToObj(index -> index == NONE ? OptionalInt.empty() : OptionalInt.of(index))
                .toList();
    }

    private void descend(List<Integer> order, RandomGenerator random, boolean mayLeaveOut) {
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (int object : order) {
                changed |= improve(object, random, mayLeaveOut);
            }
        }
    }

    /** Gives an object the sentence that costs least; the one it has if none costs less. */
    private boolean improve(int object, RandomGenerator random, boolean mayLeaveOut) {
        int before = chosen[object];
        double least = before == NONE && !mayLeaveOut ? Double.POSITIVE_INFINITY : cost();
        count(object, -1);
        int best = before;
        List<Integer> choices = shuffled(offers.get(object).size(), random);
        if (mayLeaveOut) {
            choices.add(NONE);
        }
        for (int choice : choices) {
            chosen[object] = choice;
            count(object, 1);
            double cost = cost();
            count(object, -1);
            if (cost < least - ROUNDING) {
                least = cost;
                best = choice;
            }
        }
        chosen[object] = best;
        count(object, 1);
        return best != before;
    }

    private void count(int object, int sign) {
        if (chosen[object] == NONE) {
            return;
        }
        SentenceKind kind = offers.get(object).get(chosen[object]);
        described += sign;
        counts[kind.stratum().ordinal()] += sign;
        counts[STRATA] += kind.superlative() ? sign : 0;
        counts[STRATA + 1] += kind.compositional() ? sign : 0;
    }

    private double cost() {
        double cost = -described;
        for (int i = 0; i < counts.length; i++) {
            // Of few sentences no share can be had exactly: one too many is no fault.
            double off = Math.abs(counts[i] - wanted[i] * described) - Math.max(1, TOLERANCE * described);
            cost += PRICE * Math.max(0, off);
        }
        return cost;
    }

    private static List<Integer> shuffled(int count, RandomGenerator random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        for (int i = count - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }
}
