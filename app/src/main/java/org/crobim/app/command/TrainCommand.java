package org.crobim.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.training.DryRun;
import org.crobim.app.training.PlannedRun;
import org.crobim.app.training.TrainingSession;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.train.loop.StopOnSignal;
import org.crobim.train.loop.TrainingOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network by a recipe. */
@Command(
        name = "train",
        description = {
            "Trains a network by a recipe and keeps the best and the last weights.",
            "",
            "The run folder holds the resolved recipe, the figures as metrics.jsonl and for TensorBoard, pictures, and the"
                    + " checkpoints. Control-C or SIGTERM end a training after its current step, with a checkpoint."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim train --config configs/crobim-nano-vhr10-1-classes.yaml",
            "  crobim train --config configs/crobim-nano-vhr10-1-classes.yaml --set optimization.steps=2000 \\",
            "               --set runtime.precision=fp32 --out runs/short",
            "  crobim train --config configs/lavt-rrsisd.yaml --dry-run --json",
            "  crobim train --resume --out runs/short",
            "",
            "Exit codes: 0 finished, 2 usage or existing run, 3 data missing or damaged, 4 recipe or weights do not fit,",
            "7 run folder cannot be written, 130 interrupted and 143 terminated: a checkpoint is kept for --resume."
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Option(names = "--config", paramLabel = "FILE", description = "Recipe, YAML; needed unless a run is resumed.")
    private Optional<Path> configuration = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the recipe, such as optimization.steps=2000; may be given several times.")
    private List<String> overrides = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Run folder; default: runs/ and the name of the recipe.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--resume",
            description = "Go on with the run in that folder, with the recipe it was started with, from its last"
                    + " checkpoint. The recipe cannot be changed.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Delete an earlier run in that folder and start anew.")
    private boolean overwrite;

    @Option(
            names = "--dry-run",
            description = "Say what would be trained, and what a step costs on this machine; write nothing. Data and"
                    + " published weights need not be there: noise of the same shape stands in.")
    private boolean dryRun;

    /**
     * The object that {@code --json} prints.
     *
     * @param run the run folder
     * @param steps optimizer steps done, over all starts of the run
     * @param finished false when the training was stopped and can be resumed
     * @param bestScore validation figure in percent that chose the best checkpoint, where one was kept: mIoU unless the recipe
     *     says otherwise
     * @param weights file of the best checkpoint, of the last where no best one was kept
     */
    record Report(String run, long steps, boolean finished, OptionalDouble bestScore, String weights) {}

    @Override
    public Integer call() {
        Console console = options.console(command);
        PlannedRun plan = plan();
        if (dryRun) {
            DryRun.Size size = DryRun.of(plan);
            lines(size).forEach(console::line);
            console.object(size);
            return ExitCode.DONE.value();
        }
        console.note("reading the data of " + plan.recipe().name());
        TrainingSession session = TrainingSession.open(plan);
        session.warnings().forEach(console::warn);
        return train(console, plan, session);
    }

    private PlannedRun plan() {
        if (resume && overwrite) {
            throw new UsageException(
                    "--resume and --overwrite contradict each other: go on with the run, or delete it?");
        }
        PlannedRun.Request request = new PlannedRun.Request(configuration, overrides, out);
        return resume ? PlannedRun.resumed(request) : PlannedRun.fresh(request, overwrite);
    }

    private int train(Console console, PlannedRun plan, TrainingSession session) {
        Clock clock = Clock.systemUTC();
        // A signal ends the process as soon as this is closed, so the result is printed before.
        try (StopOnSignal stop = StopOnSignal.install()) {
            console.note("training in %s; stop with Control-C, go on with --resume".formatted(plan.folder()));
            TrainingOutcome outcome = train(console, session, clock, stop);
            console.line(line(plan, outcome));
            console.object(new Report(
                    plan.folder().toString(),
                    outcome.steps(),
                    outcome.finished(),
                    outcome.bestScore(),
                    outcome.weights().toString()));
            // Of a stopped process the signal decides: 130 or 143.
            return outcome.finished() ? ExitCode.DONE.value() : ExitCode.INTERRUPTED.value();
        }
    }

    private static TrainingOutcome train(Console console, TrainingSession session, Clock clock, StopOnSignal stop) {
        try (Progress progress = console.progress(clock)) {
            return session.train(clock, progress, stop);
        }
    }

    private static String line(PlannedRun plan, TrainingOutcome outcome) {
        String state = outcome.finished()
                ? "finished"
                : "stopped; go on with: crobim train --resume --out \"%s\"".formatted(plan.folder());
        String best = outcome.bestScore().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "best validation %s %.2f %%",
                        plan.recipe().evaluation().chooseBy().figure(),
                        outcome.bestScore().getAsDouble())
                : "not validated";
        return "%s: %d steps, %s, %s, %s".formatted(plan.folder(), outcome.steps(), best, outcome.weights(), state);
    }

    private static List<String> lines(DryRun.Size size) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %s at %d pixels, %d parameters (%d without the text encoder), %s steps, %s images, %d validation sentences"
                        .formatted(
                                size.folder(),
                                size.preset(),
                                size.inputSide(),
                                size.parameters(),
                                size.imageBranchParameters(),
                                known(size.steps()),
                                known(size.images()),
                                size.validationSentences()));
        lines.add(String.format(
                Locale.ROOT,
                "a pass of %d images with one question each, answered by %s: %.2f s; so about %.4f steps a second; %d MB of memory",
                size.passImages(),
                size.logits(),
                size.passSeconds(),
                size.stepsPerSecond(),
                size.peakMegabytes()));
        size.missing().forEach(file -> lines.add("not there yet: " + file));
        return lines;
    }

    private static String known(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "unknown";
    }
}
