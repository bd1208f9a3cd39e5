package org.crobim.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crobim.app.batch.BatchItem;
import org.crobim.app.batch.BatchList;
import org.crobim.app.batch.BatchReport;
import org.crobim.app.batch.BatchRun;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.console.WeightsOption;
import org.crobim.app.scene.ImageSearch;
import org.crobim.app.scene.SceneArguments;
import org.crobim.app.scene.SceneNetwork;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.predict.Segmenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds what sentences name in many images. */
@Command(
        name = "batch",
        description = {
            "Points out in many images or scenes what sentences name.",
            "",
            "Each image gets a folder with what \"crobim segment\" writes; report.json and report.csv say what became of"
                    + " every question. An image that cannot be read is reported and does not stop the others."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim batch --images scenes --expression \"the largest ship\" --out found",
            "  crobim batch --images \"scenes/**.tif\" --expression ship --expression harbor --out found --resume",
            "  crobim batch --list questions.csv --out found --on-error fail --json",
            "",
            "The CSV has a first line \"image,expression\"; paths are relative to its folder.",
            "",
            "Exit codes: 0 done, 2 usage or existing output, 3 no images, 4 weights do not fit,",
            "5 finished, but some items failed (see report.csv), 6 nothing matches (with --fail-if-empty),",
            "7 output cannot be written, 130 interrupted (go on with --resume), 143 terminated."
        })
final class BatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private WeightsOption weights;

    @Option(
            names = "--images",
            paramLabel = "PATH",
            description = "A folder, a file, or a pattern in quotes; ** crosses folders.")
    private Optional<String> images = Optional.empty();

    @Option(names = "--list", paramLabel = "FILE", description = "CSV of images and expressions, instead of --images.")
    private Optional<Path> list = Optional.empty();

    @Option(
            names = "--expression",
            paramLabel = "TEXT",
            description = "What to look for in every image; may be given several times.")
    private List<String> expressions = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the results.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace former results in that folder.")
    private boolean overwrite;

    @Option(
            names = "--on-error",
            defaultValue = "skip",
            paramLabel = "POLICY",
            description = "skip (default): report an item that fails and go on; fail: end at the first one.")
    private OnError onError;

    @Option(names = "--fail-if-empty", description = "Exit with 6 when no question of the batch matches anything.")
    private boolean failIfEmpty;

    @Mixin
    private SceneArguments scene;

    /** What to do when an item fails. */
    enum OnError {
        SKIP,
        FAIL
    }

    @Override
    public Integer call() {
        Console console = options.console(command);
        scene.check();
        if (scene.dryRun()) {
            throw new UsageException("--dry-run plans one scene: use \"crobim segment --dry-run\".");
        }
        List<BatchItem> items = items();
        requireFreeOutput();
        try (Segmenter segmenter = Segmenter.load(weights.file(), engine.segmenterOptions());
                SceneNetwork network = new SceneNetwork(segmenter, weights.file(), scene, console);
                Progress progress = console.progress(Clock.systemUTC())) {
            String identity = network.tiles().identity() + " " + scene;
            BatchRun.Options how =
                    new BatchRun.Options(out, identity, scene.resume(), overwrite, onError == OnError.FAIL);
            ImageSearch search = new ImageSearch(segmenter, network.tiles(), scene);
            BatchReport report = BatchReport.of(new BatchRun(search, scene, how).run(items, console, progress));
            report.write(out);
            console.line("%d questions: %d done, %d failed, %d waiting; %d found something. %s"
                    .formatted(
                            report.questions(),
                            report.done(),
                            report.failed(),
                            report.waiting(),
                            report.matched(),
                            BatchReport.files(out).get(1)));
            console.object(report);
            return exitCode(report).value();
        }
    }

    private ExitCode exitCode(BatchReport report) {
        if (report.failed() > 0) {
            return ExitCode.FAILED_ITEMS;
        }
        return report.matched() == 0 && failIfEmpty ? ExitCode.NOTHING_MATCHED : ExitCode.DONE;
    }

    private List<BatchItem> items() {
        if (images.isPresent() == list.isPresent()) {
            throw new UsageException("give either --images PATH with --expression TEXT, or --list FILE.");
        }
        if (list.isPresent()) {
            if (!expressions.isEmpty()) {
                throw new UsageException("--expression has no meaning with --list: the file holds the expressions.");
            }
            return BatchList.ofCsv(list.get());
        }
        if (expressions.isEmpty() || expressions.stream().anyMatch(String::isBlank)) {
            throw new UsageException(
                    "--images needs at least one --expression that is not empty, such as \"the largest ship\".");
        }
        return BatchList.ofImages(images.get(), expressions);
    }

    private void requireFreeOutput() {
        for (Path file : BatchReport.files(out)) {
            if (Files.exists(file) && !overwrite && !scene.resume()) {
                throw new UsageException(
                        "%s: exists already. Use --resume to go on, --overwrite to replace it, or name another --out."
                                .formatted(file));
            }
        }
    }
}
