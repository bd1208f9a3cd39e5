package org.crobim.app.command;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.Precision;
import org.crobim.train.benchmark.BenchmarkPlan;
import org.crobim.train.benchmark.BenchmarkReport;
import org.crobim.train.benchmark.NetworkBenchmark;
import org.crobim.train.benchmark.PrecisionFigures;
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
            "",
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
            description = "nano, tiny, small, swin-base (default) or convnext-base.")
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
        print(console, plan, report);
        console.object(object(plan, report));
        return 0;
    }

    private BenchmarkPlan plan() {
        if (threads < 0 || repeats < 1 || side < 0) {
            throw new UsageException(
                    "--threads %d, --repeats %d, --side %d: expected 1 or more".formatted(threads, repeats, side));
        }
        CroBimConfiguration preset = CroBimConfiguration.preset(model);
        return new BenchmarkPlan(
                side == 0 ? preset : preset.with(Map.of("inputSide", side)),
                threads == 0 ? Engine.threads() : threads,
                precision.precisions,
                repeats);
    }

    private Map<String, Object> object(BenchmarkPlan plan, BenchmarkReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("model", model);
        object.put("side", plan.configuration().inputSide());
        object.put("threads", plan.threads());
        object.put("device", "cpu");
        object.put("parameters", report.parameters());
        object.put("tokens", report.tokens());
        object.put("trainBatch", report.operations().trainBatch());
        object.put("firstFlops", report.operations().first());
        object.put("expressionFlops", report.operations().expression());
        report.figures().forEach((kind, figures) -> putFigures(object, kind, figures));
        object.put("peakMegabytes", report.peakMegabytes());
        return object;
    }

    private static void putFigures(Map<String, Object> object, Precision kind, PrecisionFigures figures) {
        String suffix = kind == Precision.BF16 ? "Bf16" : "";
        object.put("matmulGflops" + suffix, figures.matmulGflops());
        object.put("forwardMillis" + suffix, figures.forwardMillis());
        object.put("forwardGflops" + suffix, figures.forwardGflops());
        object.put("forwardShare" + suffix, figures.forwardShare());
        object.put("furtherExpressionMillis" + suffix, figures.furtherExpressionMillis());
        object.put("furtherExpressionShare" + suffix, figures.furtherExpressionShare());
        object.put("trainStepMillis" + suffix, figures.trainStepMillis());
        object.put("trainStepShare" + suffix, figures.trainStepShare());
    }

    private void print(Console console, BenchmarkPlan plan, BenchmarkReport report) {
        console.line(format(
                "%s at %d pixels, %d threads, %.1f million parameters, sentence of %d word pieces",
                model, plan.configuration().inputSide(), plan.threads(), report.parameters() / 1e6, report.tokens()));
        console.line(format(
                "operations    first answer %.1f GFLOP, further answer %.1f GFLOP",
                report.operations().first() / 1e9, report.operations().expression() / 1e9));
        report.figures().forEach((kind, figures) -> {
            console.line(kind.name().toLowerCase(Locale.ROOT));
            console.line(format("  matrix product  %8.1f GFLOP/s", figures.matmulGflops()));
            console.line(format(
                    "  first answer    %8.1f ms   %5.1f GFLOP/s, %.2f of the matrix product",
                    figures.forwardMillis(), figures.forwardGflops(), figures.forwardShare()));
            console.line(format(
                    "  further answer  %8.1f ms   %.2f of the first",
                    figures.furtherExpressionMillis(), figures.furtherExpressionShare()));
            console.line(format(
                    "  training step   %8.1f ms   %d images, %.2f of the matrix product",
                    figures.trainStepMillis(), report.operations().trainBatch(), figures.trainStepShare()));
        });
        console.line(format("peak memory   %d MB", report.peakMegabytes()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
