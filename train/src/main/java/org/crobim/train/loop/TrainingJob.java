package org.crobim.train.loop;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.crobim.core.progress.Progress;
import org.crobim.data.EpisodeSource;
import org.crobim.model.text.Vocabulary;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.run.RunDirectory;

/**
 * What a training needs.
 *
 * @param recipe of the run
 * @param source of training images
 * @param vocabulary of a network that starts fresh; a resumed run and given weights bring their own
 * @param run where everything is written; decides whether an earlier run goes on
 * @param surroundings of the process
 */
public record TrainingJob(
        TrainingRecipe recipe,
        EpisodeSource source,
        Vocabulary vocabulary,
        RunDirectory run,
        Surroundings surroundings) {
    /**
     * What connects a training to the process it runs in.
     *
     * @param validation judges on the way
     * @param clock of the logs
     * @param progress shown to a person; closed by its owner
     * @param stopRequested asked after each step: true ends the run early, with a checkpoint
     */
    public record Surroundings(Validation validation, Clock clock, Progress progress, BooleanSupplier stopRequested) {}
}
