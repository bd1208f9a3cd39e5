package org.crobim.train.loop;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.bytedeco.pytorch.Device;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.Engine;
import org.crobim.train.batch.BatchAssembly;
import org.crobim.train.batch.BatchLoader;
import org.crobim.train.batch.EpisodeOrder;
import org.crobim.train.batch.TrainingBatch;
import org.crobim.train.config.Objective;
import org.crobim.train.config.OptimizationChoice;
import org.crobim.train.config.RuntimeChoice;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.loss.SegmentationLoss;

/**
 * Trains a network: batches in, better weights, figures and checkpoints out.
 *
 * <p>A run that is stopped and resumed, any number of times, ends with the same weights bit for bit as one that was not. Memory
 * does not grow with the number of steps.
 */
public final class Trainer {
    private static final int MOST_UNUSABLE_STEPS = 10;
    private static final int STEPS_PREPARED_AHEAD = 2;

    private final TrainingJob job;
    private final TrainingRecipe recipe;
    private final long totalSteps;
    private final ReferringModel model;
    private final Learner learner;
    private final CheckpointStore checkpoints;
    private final BatchLoader loader;
    private final TrainingLog log;
    private final Clock clock;
    private long step;
    private OptionalDouble bestScore;
    private int unusableSteps;

    /**
     * Runs a training to its end, or until it is asked to stop.
     *
     * @throws ConfigurationException if recipe and network do not fit, or the training diverged
     */
    public static TrainingOutcome train(TrainingJob job) {
        TrainingRecipe recipe = job.recipe();
        CheckpointStore checkpoints = new CheckpointStore(job.run().checkpoints());
        long totalSteps = recipe.optimization().totalSteps(job.source().size());
        Device device = Engine.device(recipe.runtime().device().name().toLowerCase(Locale.ROOT));
        SegmentationLoss loss = new SegmentationLoss(recipe.loss(), CategoryStatistics.weights(job.source(), recipe));
        try (ReferringModel model = NetworkStart.create(job, checkpoints)) {
            model.network().moveTo(device);
            try (Learner learner = new Learner(model, recipe, device, loss, totalSteps)) {
                CheckpointStore.Position position = job.run().resumed() && checkpoints.canResume()
                        ? checkpoints.restore(learner)
                        : CheckpointStore.Position.start();
                try (BatchLoader loader = loader(job, model, position.step());
                        TrainingLog log = new TrainingLog(job, position.step())) {
                    Parts parts = new Parts(model, learner, checkpoints, loader, log);
                    return new Trainer(job, parts, position, totalSteps).run();
                }
            }
        }
    }

    /** What a training is made of; each part is closed by who opened it. */
    private record Parts(
            ReferringModel model, Learner learner, CheckpointStore checkpoints, BatchLoader loader, TrainingLog log) {}

    private Trainer(TrainingJob job, Parts parts, CheckpointStore.Position position, long totalSteps) {
        this.job = job;
        this.totalSteps = totalSteps;
        recipe = job.recipe();
        clock = job.surroundings().clock();
        model = parts.model();
        learner = parts.learner();
        checkpoints = parts.checkpoints();
        loader = parts.loader();
        log = parts.log();
        step = position.step();
        bestScore = position.bestScore();
    }

    private TrainingOutcome run() {
        useAllThreads();
        job.surroundings().progress().start("steps", totalSteps - step);
        boolean saved = false;
        while (step < totalSteps && !job.surroundings().stopRequested().getAsBoolean()) {
            takeStep();
            if (isJudged() && (step % recipe.evaluation().everySteps() == 0 || step == totalSteps)) {
                evaluate();
            }
            saved = step % recipe.runtime().checkpointEverySteps() == 0;
            if (saved) {
                save();
            }
        }
        if (!saved) {
            save();
        }
        Path weights = bestScore.isPresent() ? checkpoints.best() : checkpoints.last();
        return new TrainingOutcome(step, step >= totalSteps, bestScore, weights);
    }

    private boolean isJudged() {
        return recipe.objective() == Objective.REFERRING;
    }

    private void takeStep() {
        Instant begin = clock.instant();
        List<TrainingBatch> batches = nextBatches();
        Instant loaded = clock.instant();
        StepFigures figures = learner.step(step, batches);
        step++;
        long questions =
                batches.stream().mapToLong(batch -> batch.questions().count()).sum();
        Duration waited = Duration.between(begin, loaded);
        Duration worked = Duration.between(loaded, clock.instant());
        log.step(step, figures, new TrainingLog.Cost(questions, waited, worked));
        requireLearning(figures);
    }

    private List<TrainingBatch> nextBatches() {
        List<TrainingBatch> batches = new ArrayList<>();
        for (int i = 0; i < passesPerStep(recipe.optimization()); i++) {
            batches.add(loader.next());
        }
        return batches;
    }

    private void evaluate() {
        learner.withAverage(() -> {
            Map<String, Double> figures = job.surroundings().validation().evaluate(model, job.run(), step);
            if (!figures.isEmpty()) {
                log.validation(step, figures);
            }
            Double score = figures.get(recipe.evaluation().chooseBy().figure());
            if (score != null && score > bestScore.orElse(Double.NEGATIVE_INFINITY)) {
                bestScore = OptionalDouble.of(score);
                noteTraining(figures);
                checkpoints.saveBest(model);
            }
        });
    }

    private void save() {
        learner.withAverage(() -> {
            noteTraining(Map.of());
            checkpoints.saveLast(model);
        });
        checkpoints.saveState(learner, new CheckpointStore.Position(step, learner.stepsTaken(), bestScore));
    }

    private void noteTraining(Map<String, Double> figures) {
        model.putNote("training.run", recipe.name());
        model.putNote("training.step", Long.toString(step));
        model.putNote("training.seed", Long.toString(recipe.runtime().seed()));
        model.putNote("training.validation", new LinkedHashMap<>(figures).toString());
    }

    /** One bad batch is passed over; a run of them means that the network is lost. */
    private void requireLearning(StepFigures figures) {
        unusableSteps = figures.taken() ? 0 : unusableSteps + 1;
        if (unusableSteps >= MOST_UNUSABLE_STEPS) {
            throw new ConfigurationException(
                    ("Training diverged: loss %s and gradient norm %s are not finite at step %d and the %d before. The last"
                                    + " checkpoint is kept. Lower optimization.learningRate (%s), raise warmUpSteps, or"
                                    + " set runtime.precision to fp32.")
                            .formatted(
                                    figures.loss().total(),
                                    figures.gradientNorm(),
                                    step,
                                    MOST_UNUSABLE_STEPS - 1,
                                    recipe.optimization().learningRate()));
        }
    }

    private static BatchLoader loader(TrainingJob job, ReferringModel model, long step) {
        OptimizationChoice choice = job.recipe().optimization();
        RuntimeChoice runtime = job.recipe().runtime();
        int passes = passesPerStep(choice);
        BatchAssembly assembly = new BatchAssembly(
                job.source(), model.tokenizer(), model.configuration().inputSide(), runtime.seed());
        EpisodeOrder order = new EpisodeOrder(job.source().size(), runtime.seed());
        BatchLoader.Plan plan = new BatchLoader.Plan(
                choice.imagesPerStep() / passes,
                runtime.loaderThreads(),
                Math.max(STEPS_PREPARED_AHEAD * passes, runtime.loaderThreads() + 1));
        return new BatchLoader(assembly, order, plan, step * passes);
    }

    /** Between the passes of a step the replicas rest, and the optimizer may use all their threads. */
    private void useAllThreads() {
        int threads = recipe.runtime().threads() * recipe.optimization().replicas();
        if (threads > 0) {
            Engine.setThreads(threads);
        }
    }

    private static int passesPerStep(OptimizationChoice choice) {
        return choice.replicas() * choice.accumulation();
    }
}
