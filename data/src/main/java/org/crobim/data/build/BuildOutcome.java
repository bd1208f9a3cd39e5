package org.crobim.data.build;

import java.util.Map;
import org.crobim.data.card.DatasetFigures;

/**
 * What was built.
 *
 * @param figures what the data set holds
 * @param refusals annotations that could not be used, by reason
 * @param failures images that could not be used, with the reason
 * @param skips patches and sentences left out by the rules, by reason
 */
public record BuildOutcome(
        DatasetFigures figures,
        Map<String, Integer> refusals,
        Map<String, String> failures,
        Map<String, Integer> skips) {
    /** Whether something was left out because it could not be used. */
    public boolean isIncomplete() {
        return !refusals.isEmpty() || !failures.isEmpty();
    }
}
