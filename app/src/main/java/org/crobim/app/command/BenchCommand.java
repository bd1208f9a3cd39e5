package org.crobim.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crobim.app.benchmark.BenchmarkFigures;
import org.crobim.app.benchmark.BenchmarkTable;
import org.crobim.app.benchmark.RandomNetwork;
import org.crobim.app.benchmark.SceneBenchmark;
import org.crobim.app.benchmark.ScratchFolder;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.Precision;
import org.crobim.model.zoo.Networks;
import org.crobim.predict.Segmenter;
import org.crobim.predict.SegmenterOptions;
import org.crobim.predict.scene.NetworkTiles;
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
                    + " matrix product; they compare machines. Runs best on a machine that does nothing else.",
            "",
            "With --scene: how fast a drawn scene of several tiles is searched, beside the network alone on the same tiles,"
                    + " and what ten expressions cost over one; with --weights also how many questions about drawn scenes are"
                    + " answered rightly."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim bench",
            "  crobim bench --model tiny --json",
            "  crobim bench --model convnext-base --precision bf16 --threads 1",
            "  crobim bench --model rmsin-base --json",
            "  crobim bench --scene --model tiny --scene-tiles 2",
            "  crobim bench --scene --weights weights/crobim-default.safetensors",
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

    @Option(names = "--scene", description = "Measure scenes of several tiles instead.")
    private boolean scene;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "With --scene: trained weights instead of random ones.")
    private Optional<Path> weights = Optional.empty();

    @Option(
            names = "--scene-tiles",
            defaultValue = "6",
            paramLabel = "N",
            description = "With --scene: tiles along each side; default: 6.")
    private int sceneTiles;

    @Option(
            names = "--scenes",
            defaultValue = "12",
            paramLabel = "N",
            description = "With --scene and --weights: drawn scenes that questions are asked about; default: 12.")
    private int scenes;

    /**
     * The object that {@code --scene --json} prints.
     *
     * @param model preset of the network
     * @param speed of a search
     * @param accuracy of its answers; empty with random weights
     */
    record SceneReport(String model, SceneBenchmark.Speed speed, Optional<SceneBenchmark.Accuracy> accuracy) {}

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
        if (scene) {
            return measureScenes(console);
        }
        if (weights.isPresent()) {
            throw new UsageException("--weights has no meaning without --scene: other figures are of random weights.");
        }
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

    private int measureScenes(Console console) {
        if (sceneTiles < 1 || scenes < 1) {
            throw new UsageException("--scene-tiles %d, --scenes %d: expected 1 or more".formatted(sceneTiles, scenes));
        }
        BenchmarkPlan plan = plan();
        // The first of the two where both are measured otherwise: one precision answers the question.
        SegmenterOptions how =
                new SegmenterOptions("cpu", plan.threads(), plan.precisions().get(0));
        try (ScratchFolder work = ScratchFolder.create();
                Progress progress = console.progress(Clock.systemUTC());
                ReferringModel network =
                        weights.map(Networks::load).orElseGet(() -> RandomNetwork.of(plan.configuration()));
                Segmenter segmenter = Segmenter.around(network, how)) {
            SceneBenchmark benchmark =
                    new SceneBenchmark(new NetworkTiles(segmenter, "bench"), sceneTiles, work.path());
            SceneBenchmark.Speed speed = benchmark.speed();
            Optional<SceneBenchmark.Accuracy> accuracy = weights.map(trained -> benchmark.accuracy(scenes, progress));
            String name = network.configuration().preset();
            SceneBenchmark.lines(name, speed, accuracy).forEach(console::line);
            console.object(new SceneReport(name, speed, accuracy));
        }
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
