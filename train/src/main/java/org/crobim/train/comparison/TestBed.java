package org.crobim.train.comparison;

import java.util.List;
import java.util.Optional;
import org.crobim.train.config.binding.Default;

/**
 * A data set that models are trained and judged on.
 *
 * @param name in tables
 * @param set what makes the shared recipe train on it, {@code key.path=value}
 * @param test what is asked
 * @param published whose published rows stand beside ours; empty: none
 */
public record TestBed(
        String name,
        @Default("[]") List<String> set,
        QuestionList test,
        Optional<PublishedScores.Benchmark> published) {
    /** Checks the name. */
    public TestBed {
        set = List.copyOf(set);
        Contestant.requireName(name);
    }

    /** Its folder: the name in lower case, with dashes for all else. */
    public String folderName() {
        return Contestant.folderName(name);
    }
}
