package org.crobim.language.claim;

import java.util.OptionalInt;
import org.crobim.language.Stratum;
import org.crobim.language.rules.Verdict;

/**
 * The object has a place in an order: "the second ship from the left", "the third largest plane". Every place up to it must be
 * sure, and nothing may be unsure before.
 *
 * @param rank place, from 2; the first is the extreme itself
 * @param order {@link Extreme} or {@link OfSize}, where counting starts
 */
public record Ordinal(int rank, Claim order) implements Claim {
    /** Higher ranks cannot be seen without counting on one's fingers. */
    public static final int LAST_RANK = 5;

    /** Checks rank and order. */
    public Ordinal {
        if (rank < 2 || rank > LAST_RANK) {
            throw new IllegalArgumentException("A rank must lie in 2..%d, got %d".formatted(LAST_RANK, rank));
        }
        if (!(order instanceof Extreme || order instanceof OfSize)) {
            throw new IllegalArgumentException("Only extremes and sizes make an order to count along, got " + order);
        }
    }

    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        if (before.size() < rank) {
            return before.filter(object -> Verdict.NO);
        }
        Candidates left = before;
        for (int place = 1; place < rank; place++) {
            OptionalInt leader = order.narrow(left, scene).target();
            if (leader.isEmpty()) {
                return before.doubted();
            }
            left = left.filter(object -> object.id() == leader.getAsInt() ? Verdict.NO : Verdict.YES);
        }
        return order.narrow(left, scene);
    }

    @Override
    public Stratum stratum() {
        return order.stratum();
    }
}
