package org.crobim.app.training;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.crobim.app.console.BuildVersion;
import org.crobim.core.error.InputException;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.model.text.Vocabulary;
import org.crobim.predict.SegmenterOptions;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.config.binding.RecordWriter;
import org.crobim.train.evaluation.DatasetValidation;
import org.crobim.train.loop.Trainer;
import org.crobim.train.loop.TrainingJob;
import org.crobim.train.loop.TrainingOutcome;
import org.crobim.train.loop.Validation;
import org.crobim.train.run.RunDirectory;
import org.crobim.train.source.FreshVocabulary;
import org.crobim.train.source.TrainingData;

/** A planned run with its data opened; the run folder is not touched before {@link #train}. */
public final class TrainingSession {
    private final PlannedRun plan;
    private final TrainingData data;
    private final Vocabulary vocabulary;

    private TrainingSession(PlannedRun plan, TrainingData data) {
        this.plan = plan;
        this.data = data;
        vocabulary = FreshVocabulary.of(plan.recipe().model(), data.sentences());
    }

    /**
     * Opens what the recipe names.
     *
     * @throws InputException if files are missing or damaged
     */
    public static TrainingSession open(PlannedRun plan) {
        return new TrainingSession(plan, TrainingData.of(plan.recipe()));
    }

    /**
     * Trains until the last step or the request to stop, and keeps a checkpoint in both cases.
     *
     * @param progress shown to a person; closed by its owner
     * @param stopRequested asked after each step
     */
    public TrainingOutcome train(Clock clock, Progress progress, BooleanSupplier stopRequested) {
        TrainingRecipe recipe = plan.recipe();
        RunDirectory run = RunDirectory.open(
                plan.folder(),
                plan.existing(),
                new RunDirectory.Start(RecordWriter.yaml(recipe), BuildVersion.text(), clock));
        TrainingJob.Surroundings surroundings =
                new TrainingJob.Surroundings(validation(recipe, data.validation()), clock, progress, stopRequested);
        return Trainer.train(new TrainingJob(recipe, data.episodes(), vocabulary, run, surroundings));
    }

    private static Validation validation(TrainingRecipe recipe, ReferringDataset list) {
        if (list.samples().isEmpty()) {
            return Validation.none();
        }
        String device = recipe.runtime().device().name().toLowerCase(Locale.ROOT);
        SegmenterOptions options = new SegmenterOptions(
                device, SegmenterOptions.ALL_THREADS, recipe.runtime().precision());
        return new DatasetValidation(
                list,
                new DatasetValidation.Settings(
                        options,
                        recipe.evaluation().pictures(),
                        recipe.evaluation().seed()));
    }

    /** What to know of the data before hours of work. */
    public List<String> warnings() {
        return data.validation().samples().isEmpty()
                ? List.of("the validation list is empty: no best checkpoint will be kept, only the last")
                : List.of();
    }
}
