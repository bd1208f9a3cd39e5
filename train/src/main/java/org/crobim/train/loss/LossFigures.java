package org.crobim.train.loss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The loss of one pass or the mean of several, parts before their weights.
 *
 * @param total weighted sum of the parts, what the network learns from
 * @param crossEntropy of the masks
 * @param dice of the masks, 0..1
 * @param presence of "is there a target at all"
 * @param category of the auxiliary dense classes, 0 where it is not trained
 * @param guidance of the auxiliary heads of the language side, 0 where it is not trained
 */
public record LossFigures(
        double total, double crossEntropy, double dice, double presence, double category, double guidance) {
    /**
     * The mean over passes of one size, summed in the order given.
     *
     * @param passes at least one
     */
    public static LossFigures mean(List<LossFigures> passes) {
        double total = 0;
        double crossEntropy = 0;
        double dice = 0;
        double presence = 0;
        double category = 0;
        double guidance = 0;
        for (LossFigures pass : passes) {
            total += pass.total;
            crossEntropy += pass.crossEntropy;
            dice += pass.dice;
            presence += pass.presence;
            category += pass.category;
            guidance += pass.guidance;
        }
        int n = passes.size();
        return new LossFigures(total / n, crossEntropy / n, dice / n, presence / n, category / n, guidance / n);
    }

    /** Whether the total is a number that can be learnt from. */
    public boolean isFinite() {
        return Double.isFinite(total);
    }

    /** Names and values for logs. */
    public Map<String, Double> byName() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("loss", total);
        named.put("crossEntropy", crossEntropy);
        named.put("dice", dice);
        named.put("presence", presence);
        named.put("category", category);
        named.put("guidance", guidance);
        return named;
    }
}
