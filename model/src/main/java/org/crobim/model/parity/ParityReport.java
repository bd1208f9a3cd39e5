package org.crobim.model.parity;

import java.util.List;

/**
 * How far a network is from its original.
 *
 * @param model the network
 * @param precision of the run
 * @param differences one for each stored result, in the order of their names
 */
public record ParityReport(ParityModel model, ParityPrecision precision, List<Difference> differences) {
    /** Copies the list. */
    public ParityReport {
        differences = List.copyOf(differences);
    }

    /**
     * Difference of one stored result.
     *
     * @param name without the leading {@code expect.}
     * @param maximumAbsolute largest over all values; infinite where one is not a number
     * @param maximumRelative the same over the largest magnitude that is expected in the tensor, or over 1e-6 where that is
     *     smaller
     */
    public record Difference(String name, double maximumAbsolute, double maximumRelative) {}

    /** The largest relative difference over all results; 0 where nothing was stored. */
    public double maxRelative() {
        return differences.stream()
                .mapToDouble(Difference::maximumRelative)
                .max()
                .orElse(0);
    }
}
