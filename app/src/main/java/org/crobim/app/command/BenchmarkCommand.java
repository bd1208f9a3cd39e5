package org.crobim.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crobim.app.comparison.ComparisonRun;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.model.tensor.Engine;
import org.crobim.train.benchmark.AnswerCost;
import org.crobim.train.comparison.Comparison;
import org.crobim.train.comparison.ComparisonPlan;
import org.crobim.train.comparison.JudgedCell;
import org.crobim.train.comparison.Protocol;
import org.crobim.train.comparison.TestBed;
import org.crobim.train.loop.StopOnSignal;
import org.crobim.train.metrics.ScoreGap;
import org.crobim.train.metrics.ScoreSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares networks on data sets. */
@Command(
        name = "benchmark",
        description = {
            "Trains or loads several networks, judges them alike, and prints the tables of the papers.",
            "",
            "Every combination of model, data set and seed is a cell. A cell that is done is never done again: Control-C or"
                    + " SIGTERM end the work after the current training step, --resume goes on, also after models or seeds"
                    + " were added to the plan. The tables stand in the folder after each cell. Published figures are marked"
                    + " and never ours."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim benchmark --config configs/benchmark-small.yaml --out runs/small",
            "  crobim benchmark --config configs/benchmark-small.yaml --out runs/small --resume --json",
            "",
            "Exit codes: 0 every cell judged, 2 usage or existing folder, 3 data missing or damaged, 4 plan, recipe or weights",
            "do not fit, 7 folder cannot be written, 130 interrupted and 143 terminated: go on with --resume."
        })
final class BenchmarkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Plan of the comparison, YAML.")
    private Path configuration;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the plan, such as seeds=[1]; may be given several times.")
    private List<String> overrides = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of runs, answers and tables.")
    private Path out;

    @Option(names = "--resume", description = "Go on with the benchmark in that folder.")
    private boolean resume;

    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "Threads of one operator when judging; default: OMP_NUM_THREADS, or all cores."
                    + " The recipe decides for training.")
    private int threads;

    /**
     * The object that {@code --json} prints.
     *
     * @param name of the plan
     * @param out folder
     * @param finished whether every cell is judged
     * @param cells judged ones
     * @param differences between models at native size, for each data set
     * @param costs of the answers of each model
     */
    record Report(
            String name,
            String out,
            boolean finished,
            List<CellReport> cells,
            List<Difference> differences,
            Map<String, AnswerCost> costs) {}

    /** Scores of a cell in percent; {@code modelSize} is the protocol of the publications. */
    record CellReport(
            String model,
            String dataset,
            int seed,
            String weights,
            long steps,
            ScoreSummary modelSize,
            ScoreSummary nativeSize) {
        static CellReport of(JudgedCell cell) {
            return new CellReport(
                    cell.model(),
                    cell.dataset(),
                    cell.seed(),
                    cell.weights(),
                    cell.steps(),
                    cell.collected(Protocol.MODEL_SIZE).summary(),
                    cell.collected(Protocol.NATIVE_SIZE).summary());
        }
    }

    /** One model minus another. */
    record Difference(String dataset, String upper, String lower, int seeds, ScoreGap gap) {}

    @Override
    public Integer call() {
        if (threads < 0) {
            throw new UsageException("--threads is %d, expected 1 or more".formatted(threads));
        }
        Console console = options.console(command);
        ComparisonPlan plan = ComparisonPlan.read(configuration, overrides);
        // A signal ends the process as soon as this is closed, so the result is printed before.
        try (StopOnSignal stop = StopOnSignal.install()) {
            ComparisonRun.Surroundings surroundings = new ComparisonRun.Surroundings(
                    console, Clock.systemUTC(), stop, threads == 0 ? Engine.threads() : threads);
            ComparisonRun.Outcome outcome =
                    ComparisonRun.open(plan, out, resume, surroundings).run();
            print(console, outcome);
            return outcome.finished() ? ExitCode.DONE.value() : ExitCode.INTERRUPTED.value();
        }
    }

    private void print(Console console, ComparisonRun.Outcome outcome) {
        Comparison comparison = outcome.comparison();
        ComparisonRun.lines(comparison).forEach(console::line);
        console.line("%s: %d of %d cells judged"
                .formatted(
                        out,
                        comparison.cells().size(),
                        comparison.plan().cells().size()));
        console.object(new Report(
                comparison.plan().name(),
                out.toString(),
                outcome.finished(),
                comparison.cells().stream().map(CellReport::of).toList(),
                differences(comparison),
                comparison.costs()));
    }

    private static List<Difference> differences(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (TestBed data : comparison.plan().datasets()) {
            comparison
                    .pairs(data)
                    .forEach(pair -> differences.add(
                            new Difference(data.name(), pair.upper(), pair.lower(), pair.seeds(), pair.gap())));
        }
        return differences;
    }
}
