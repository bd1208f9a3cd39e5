package org.crobim.model.weights;

import java.util.List;

/**
 * How the tensors of a file and the parameters of a layer match, all names without the prefix.
 *
 * @param loaded in both, of one shape
 * @param missing parameters that the file does not hold
 * @param unexpected names in the file that are no parameter
 * @param mismatched in both, of different shape or kind
 */
public record LoadReport(
        List<String> loaded, List<String> missing, List<String> unexpected, List<Mismatch> mismatched) {
    /** Copies the lists. */
    public LoadReport {
        loaded = List.copyOf(loaded);
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        mismatched = List.copyOf(mismatched);
    }

    /**
     * A tensor that does not fit its parameter.
     *
     * @param name of both
     * @param found dtype and shape in the file
     * @param expected shape of the parameter
     */
    public record Mismatch(String name, String found, String expected) {}
}
