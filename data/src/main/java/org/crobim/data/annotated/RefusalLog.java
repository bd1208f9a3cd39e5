package org.crobim.data.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crobim.core.error.InputException;

/** Collects refusals under an error policy. Thread-safe. */
public final class RefusalLog {
    private final ErrorPolicy policy;
    private final List<Refusal> refusals = new ArrayList<>();

    /** An empty log. */
    public RefusalLog(ErrorPolicy policy) {
        this.policy = policy;
    }

    /**
     * Notes an annotation that cannot be used.
     *
     * @throws InputException under {@link ErrorPolicy#FAIL}
     */
    public synchronized void refuse(Refusal refusal) {
        if (policy == ErrorPolicy.FAIL) {
            throw new InputException(
                    refusal.message() + ". Correct it, or leave such annotations out with --on-error skip.");
        }
        refusals.add(refusal);
    }

    /** What was refused so far, in the order it came. */
    public synchronized List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** How many annotations were left out for each reason. */
    public synchronized Map<String, Integer> countsByReason() {
        Map<String, Integer> counts = new TreeMap<>();
        refusals.forEach(refusal -> counts.merge(refusal.reason(), 1, Integer::sum));
        return counts;
    }
}
