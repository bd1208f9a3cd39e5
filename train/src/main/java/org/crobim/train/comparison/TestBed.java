package org.crobim.train.comparison;

import java.util.List;
import java.util.Optional;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;

/**
 * A data set that models are judged on, and trained on unless they bring what they learnt on another.
 *
 * @param name in tables
 * @param set what makes the shared recipe train on it, {@code key.path=value}
 * @param weightsOf name of an earlier data set of the plan whose trained weights are judged on this one as well; empty: models
 *     are trained on this one
 * @param test what is asked
 * @param published whose published rows stand beside ours; empty: none
 */
public record TestBed(
        String name,
        @Default("[]") List<String> set,
        Optional<String> weightsOf,
        QuestionList test,
        Optional<PublishedScores.Benchmark> published) {
    /** Checks the name and that nothing is set for a training that does not take place. */
    public TestBed {
        set = List.copyOf(set);
        Contestant.requireName(name);
        if (weightsOf.isPresent() && !set.isEmpty()) {
            throw new ComponentException("set", "changes a training, but weightsOf says that there is none here");
        }
    }

    /** Its folder: the name in lower case, with dashes for all else. */
    public String folderName() {
        return Contestant.folderName(name);
    }
}
