package org.crobim.app.comparison;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.crobim.app.console.Console;
import org.crobim.app.training.PlannedRun;
import org.crobim.app.training.TrainingSession;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.Engine;
import org.crobim.model.zoo.Networks;
import org.crobim.predict.Segmenter;
import org.crobim.predict.SegmenterOptions;
import org.crobim.train.benchmark.AnswerCost;
import org.crobim.train.benchmark.Stopwatch;
import org.crobim.train.comparison.Cell;
import org.crobim.train.comparison.Comparison;
import org.crobim.train.comparison.ComparisonPlan;
import org.crobim.train.comparison.Contestant;
import org.crobim.train.comparison.JudgedCell;
import org.crobim.train.config.RecipeReader;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.evaluation.EvaluationResult;
import org.crobim.train.evaluation.Evaluator;
import org.crobim.train.evaluation.NetworkPredictor;
import org.crobim.train.loop.TrainingOutcome;
import org.crobim.train.run.RunDirectory;

/** Trains and judges every cell of a plan that is not done yet. */
public final class ComparisonRun {
    private static final long EVALUATION_SEED = 1;

    private final ComparisonPlan plan;
    private final ComparisonFolder folder;
    private final Surroundings surroundings;

    /**
     * What connects a benchmark to the process it runs in.
     *
     * @param console told of each cell
     * @param clock of logs and progress
     * @param stopRequested asked after each training step and each cell
     * @param threads of one operator when answers are timed and judged
     */
    public record Surroundings(Console console, Clock clock, BooleanSupplier stopRequested, int threads) {}

    private ComparisonRun(ComparisonPlan plan, ComparisonFolder folder, Surroundings surroundings) {
        this.plan = plan;
        this.folder = folder;
        this.surroundings = surroundings;
    }

    /**
     * What came of it.
     *
     * @param comparison of all judged cells
     * @param finished whether every cell is judged
     */
    public record Outcome(Comparison comparison, boolean finished) {}

    /**
     * Checks every recipe and every name before the first hour of work.
     *
     * @param out folder of the benchmark
     * @param resume whether an earlier benchmark in it goes on
     */
    public static ComparisonRun open(ComparisonPlan plan, Path out, boolean resume, Surroundings surroundings) {
        plan.cells().stream()
                .filter(cell -> cell.model().weights().isEmpty())
                .forEach(cell -> recipe(plan, cell).network());
        return new ComparisonRun(plan, ComparisonFolder.open(out, plan, resume), surroundings);
    }

    /** Works until every cell is judged or the request to stop; results are written after each cell. */
    public Outcome run() {
        List<JudgedCell> judged = new ArrayList<>();
        Map<String, AnswerCost> costs = folder.costs(plan);
        boolean finished = true;
        // Costs first: training sets thread pools that would slow the clock down.
        for (Contestant model : plan.models()) {
            if (!costs.containsKey(model.name())
                    && !surroundings.stopRequested().getAsBoolean()) {
                costs.put(model.name(), measure(model));
            }
        }
        for (Cell cell : plan.cells()) {
            Optional<JudgedCell> outcome = surroundings.stopRequested().getAsBoolean() ? done(cell) : work(cell);
            outcome.ifPresent(judged::add);
            finished &= outcome.isPresent();
            writeTables(new Comparison(plan, judged, costs));
        }
        Comparison comparison = new Comparison(plan, judged, costs);
        if (finished) {
            surroundings.console().note("painting the answers");
            new ComparisonSheets(comparison, folder, options()).write();
        }
        return new Outcome(comparison, finished);
    }

    private void writeTables(Comparison comparison) {
        ComparisonFiles.write(comparison, folder);
    }

    private AnswerCost measure(Contestant model) {
        surroundings.console().note("measuring the answers of " + model.name());
        NetworkConfiguration configuration = configuration(model);
        AnswerCost cost = Engine.call(
                "measuring " + model.name(),
                () -> AnswerCost.measure(
                        configuration, surroundings.threads(), plan.timedRuns(), new Stopwatch(System::nanoTime)));
        folder.writeCost(model.folderName(), cost);
        return cost;
    }

    /** The network as it is used: without what only training needs. */
    private NetworkConfiguration configuration(Contestant model) {
        if (model.weights().isPresent()) {
            try (ReferringModel given = Networks.load(model.weights().get())) {
                return given.configuration();
            }
        }
        Cell any = new Cell(model, plan.datasets().get(0), plan.seeds().get(0));
        return recipe(plan, any).network().forInference();
    }

    private Optional<JudgedCell> done(Cell cell) {
        return folder.judged(cell, trainedRun(cell));
    }

    /** The training behind a cell; empty for given weights. */
    private Optional<ComparisonFolder.TrainedRun> trainedRun(Cell cell) {
        return cell.model().weights().isPresent()
                ? Optional.empty()
                : Optional.of(new ComparisonFolder.TrainedRun(recipe(plan, cell), folder.run(plan.trained(cell))));
    }

    /** Empty if the training was stopped. */
    private Optional<JudgedCell> work(Cell cell) {
        Optional<JudgedCell> before = done(cell);
        if (before.isPresent()) {
            surroundings.console().note(cell.text() + ": done before");
            return before;
        }
        Cell trained = plan.trained(cell);
        if (!trained.equals(cell) && cell.model().weights().isEmpty()) {
            return done(trained).map(source -> judge(cell, folder.weights(source), source.steps()));
        }
        return cell.model().weights().isPresent()
                ? Optional.of(judge(cell, cell.model().weights().get(), 0))
                : train(cell)
                        .filter(TrainingOutcome::finished)
                        .map(outcome -> judge(cell, outcome.weights(), outcome.steps()));
    }

    private Optional<TrainingOutcome> train(Cell cell) {
        surroundings.console().note(cell.text() + ": training");
        Path run = folder.run(cell);
        PlannedRun.Request request =
                new PlannedRun.Request(Optional.of(plan.recipe()), cell.overrides(), Optional.of(run));
        PlannedRun planned = RunDirectory.isRun(run) ? PlannedRun.resumed(request) : PlannedRun.fresh(request, false);
        TrainingSession session = TrainingSession.open(planned);
        try (Progress progress = surroundings.console().progress(surroundings.clock())) {
            return Optional.of(session.train(surroundings.clock(), progress, surroundings.stopRequested()));
        }
    }

    private JudgedCell judge(Cell cell, Path weights, long steps) {
        surroundings.console().note(cell.text() + ": judging " + weights);
        ReferringDataset questions = cell.data().test().open();
        try (Segmenter segmenter = Segmenter.load(weights, options());
                Progress progress = surroundings.console().progress(surroundings.clock())) {
            EvaluationResult result =
                    new Evaluator(new NetworkPredictor(segmenter), EVALUATION_SEED).evaluate(questions, progress);
            JudgedCell judged = JudgedCell.of(cell, new JudgedCell.Origin(folder.relative(weights), steps), result);
            folder.write(cell, judged);
            return judged;
        }
    }

    private SegmenterOptions options() {
        SegmenterOptions usual = SegmenterOptions.onCpu();
        return new SegmenterOptions(usual.device(), surroundings.threads(), usual.precision());
    }

    /** The tables as Markdown, line by line. */
    public static List<String> lines(Comparison comparison) {
        return ComparisonFiles.markdown(comparison).lines().toList();
    }

    private static TrainingRecipe recipe(ComparisonPlan plan, Cell cell) {
        return RecipeReader.read(plan.recipe(), plan.trained(cell).overrides());
    }
}
