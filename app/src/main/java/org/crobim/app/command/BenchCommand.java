package org.crobim.app.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crobim.app.benchmark.BenchmarkFigures;
import org.crobim.app.benchmark.BenchmarkTable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.Precision;
import org.crobim.model.zoo.Networks;
import org.crobim.train.benchmark.BenchmarkPlan;
import org.crobim.train.benchmark.BenchmarkReport;
import org.crobim.train.benchmark.NetworkBenchmark;
import org.crobim.train.benchmark.Stopwatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how fast the network is on this machine. */
@Command(
        name = "bench",
        description = {
            "Measures a network with random weights on this machine, on the CPU.",
            "",
            "In one run: the speed of a 4096 x 4096 x 4096 matrix product, counted operations, the time of the first answer"
                    + " about an image, of each further one, and of a training step. Shares are speeds over that of the"
                    + " matrix product; they compare machines. Runs best on a machine that does nothing else."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim bench",
            "  crobim bench --model tiny --json",
            "  crobim bench --model convnext-base --precision bf16 --threads 1",
            "  crobim bench --model rmsin-base --json",
            "",
            "Networks that fuse words into the image encoder answer each further sentence at the price of the first.",
            "The base networks need about 12 GB of memory. Exit codes: 0 done, 2 usage, 4 configuration."
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Option(
            names = "--model",
            defaultValue = "swin-base",
            paramLabel = "NAME",
            description =
                    "CroBIM: nano, tiny, small, swin-base (default) or convnext-base. Others: lavt-, rmsin- or lgce- with"
                            + " nano, tiny, small, base or large.")
    private String model;

    @Option(
            names = "--side",
            defaultValue = "0",
            paramLabel = "PIXELS",
            description = "Side of the image; default: that of the model.")
    private int side;

    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "Threads of one operator; default: OMP_NUM_THREADS, or all cores.")
    private int threads;

    @Option(
            names = "--precision",
            defaultValue = "both",
            paramLabel = "TYPE",
            description = "fp32, bf16 or both (default).")
    private PrecisionChoice precision;

    @Option(
            names = "--repeats",
            defaultValue = "5",
            paramLabel = "N",
            description = "Runs that each time is the median of; default: 5, and at most 3 training steps.")
    private int repeats;

    /** What can be asked for. */
    private enum PrecisionChoice {
        FP32(Precision.FP32),
        BF16(Precision.BF16),
        BOTH(Precision.FP32, Precision.BF16);

        private final List<Precision> precisions;

        PrecisionChoice(Precision... precisions) {
            this.precisions = List.of(precisions);
        }
    }

    @Override
    public Integer call() {
        Console console = options.console(command);
        BenchmarkPlan plan = plan();
        console.note("measuring %s at %d pixels with %d threads"
                .formatted(model, plan.configuration().inputSide(), plan.threads()));
        Stopwatch stopwatch = new Stopwatch(System::nanoTime);
        BenchmarkReport report;
        try (Progress progress = console.progress(Clock.systemUTC())) {
            report = Engine.call("measuring " + model, () -> new NetworkBenchmark(plan, stopwatch, progress).run());
        }
        BenchmarkTable.lines(plan, report).forEach(console::line);
        console.object(BenchmarkFigures.of(plan, report));
        return ExitCode.DONE.value();
    }

    private BenchmarkPlan plan() {
        if (threads < 0 || repeats < 1 || side < 0) {
            throw new UsageException(
                    "--threads %d, --repeats %d, --side %d: expected 1 or more".formatted(threads, repeats, side));
        }
        NetworkConfiguration preset = Networks.preset(model);
        return new BenchmarkPlan(
                side == 0 ? preset : preset.with(Map.of("inputSide", side)),
                threads == 0 ? Engine.threads() : threads,
                precision.precisions,
                repeats);
    }
}
