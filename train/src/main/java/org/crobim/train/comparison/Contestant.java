package org.crobim.train.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;

/**
 * A model that is compared: trained by the shared recipe with departures, or given as weights.
 *
 * @param name in tables
 * @param weights file to judge; empty: the model is trained
 * @param set departures from the shared recipe, {@code key.path=value}, such as {@code model.preset=lavt-nano}
 * @param seeds of its trainings; empty: those of the plan
 */
public record Contestant(
        String name,
        Optional<Path> weights,
        @Default("[]") List<String> set,
        @Default("[]") List<Integer> seeds) {
    /** Checks that the name can be a folder and that weights are not trained. */
    public Contestant {
        set = List.copyOf(set);
        seeds = List.copyOf(seeds);
        requireName(name);
        if (weights.isPresent() && !(set.isEmpty() && seeds.isEmpty())) {
            throw new ComponentException("weights", "are given, so that nothing is trained: leave set and seeds out");
        }
    }

    static void requireName(String name) {
        if (!name.matches("[A-Za-z0-9][\\w .,()+/-]*")) {
            throw new ComponentException(
                    "name", "is \"%s\", expected letters, digits and .,()+/- only".formatted(name));
        }
    }

    /** Its folder: the name in lower case, with dashes for all else. */
    public String folderName() {
        return folderName(name);
    }

    static String folderName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
