package org.crobim.data.check;

import java.util.Optional;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.sentence.SentenceLimit;

/**
 * How a data set is checked.
 *
 * @param threads decode at a time, at least 1
 * @param onError whether the first error ends the check
 * @param sentences what the model can read; empty: sentences are not measured
 */
public record CheckPlan(int threads, ErrorPolicy onError, Optional<SentenceLimit> sentences) {
    /** Checks the number of threads. */
    public CheckPlan {
        if (threads < 1) {
            throw new IllegalArgumentException("A check needs at least one thread, got %d".formatted(threads));
        }
    }
}
