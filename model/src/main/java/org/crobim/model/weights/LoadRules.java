package org.crobim.model.weights;

import java.util.function.Predicate;

/**
 * Which differences between a file and a layer are no error.
 *
 * @param prefix names in the file that start so belong to the layer, without it; all others are passed over
 * @param mayBeMissing parameters of the layer that keep their values if the file has none
 * @param mayBeUnexpected names in the file, without the prefix, that the layer does not need
 */
public record LoadRules(String prefix, Predicate<String> mayBeMissing, Predicate<String> mayBeUnexpected) {
    /** Every parameter once and nothing else. */
    public static LoadRules strict() {
        return new LoadRules("", name -> false, name -> false);
    }

    /** The same for the part of the file under a prefix, for example {@code "vision."}. */
    public LoadRules under(String prefix) {
        return new LoadRules(prefix, mayBeMissing, mayBeUnexpected);
    }

    /** Also lets these parameters keep their values. */
    public LoadRules allowMissing(Predicate<String> names) {
        return new LoadRules(prefix, mayBeMissing.or(names), mayBeUnexpected);
    }

    /** Also passes over these names of the file. */
    public LoadRules allowUnexpected(Predicate<String> names) {
        return new LoadRules(prefix, mayBeMissing, mayBeUnexpected.or(names));
    }
}
