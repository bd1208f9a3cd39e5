package org.crobim.app.training;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.crobim.app.console.BuildVersion;
import org.crobim.core.error.InputException;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.model.referring.ReferringModel;
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
     * What would be trained.
     *
     * @param preset shape of the network
     * @param inputSide pixels
     * @param parameters of the network, the auxiliary head of the training included
     * @param steps of the whole run
     * @param images of one pass over the training data; those of drawn scenes are a convention
     * @param validationSentences asked at each evaluation
     * @param folder where the run would be
     */
    public record Size(
            String preset,
            int inputSide,
            long parameters,
            int steps,
            int images,
            int validationSentences,
            String folder) {}

    /** Makes the network once to count it, fresh also where the run starts from given weights; writes nothing. */
    public Size size() {
        TrainingRecipe recipe = plan.recipe();
        try (ReferringModel model = ReferringModel.create(
                recipe.network(), vocabulary, recipe.runtime().seed())) {
            return new Size(
                    model.configuration().preset(),
                    model.configuration().inputSide(),
                    model.network().parameterCount(),
                    recipe.optimization().totalSteps(data.episodes().size()),
                    data.episodes().size(),
                    data.validation().samples().size(),
                    plan.folder().toString());
        }
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
