package org.crobim.app.command.dataset;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.dataset.CheckFigures;
import org.crobim.app.dataset.CheckTable;
import org.crobim.app.evaluation.DatasetOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.check.CheckPlan;
import org.crobim.data.check.CheckReport;
import org.crobim.data.check.DatasetCheck;
import org.crobim.data.check.SampleListing;
import org.crobim.data.check.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is wrong with a data set. */
@Command(
        name = "check",
        description = {
            "Decodes every image and mask of a data set and lists what is wrong.",
            "",
            "Errors: lines that are no sample, missing or unreadable files, masks of another size than their image, images"
                    + " and sentences that stand in two splits. Warnings: empty and full masks, images and samples that are"
                    + " there twice or look alike (256-bit difference hash), one sentence with two masks, sentences that"
                    + " provably do not name their target alone (coco), sentences longer than the model reads, words outside"
                    + " its vocabulary."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim dataset check --data RISBench_dataset --format risbench",
            "  crobim dataset check --data nwpu-vhr10 --format coco --split val --tokens 20 --json",
            "  crobim dataset check --data RISBench_dataset --format risbench --vocabulary vocab.txt --tokens 40",
            "  crobim dataset check --data RRSIS-D --format rrsisd --split train",
            "",
            "Exit codes: 0 no error (perhaps warnings), 2 usage, 3 no such data set, or the first error with --on-error fail,",
            "4 weights do not fit, 5 finished and errors were found."
        })
public final class CheckDatasetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Mixin
    private DatasetOptions dataset;

    @Mixin
    private SentenceOptions sentences;

    @Option(names = "--split", paramLabel = "NAME", description = "Only this split; default: all that are there.")
    private Optional<String> split;

    @Option(
            names = "--on-error",
            defaultValue = "skip",
            paramLabel = "ACTION",
            description = "skip (default): list all errors; fail: end at the first.")
    private ErrorPolicy onError;

    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "Images decoded at a time; default: all cores.")
    private int threads;

    @Option(
            names = "--most",
            defaultValue = "5",
            paramLabel = "N",
            description = "Findings of a kind that are shown; default: ${DEFAULT-VALUE}. --json lists all.")
    private int most;

    @Override
    public Integer call() {
        if (threads < 0 || most < 0) {
            throw new UsageException("--threads %d, --most %d: expected 0 or more".formatted(threads, most));
        }
        Console console = options.console(command);
        List<SampleListing> splits = dataset.listings(split);
        CheckReport report;
        try (SentenceOptions.Reader reader = sentences.open();
                Progress progress = console.progress(Clock.systemUTC())) {
            CheckPlan plan = new CheckPlan(
                    threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
                    onError,
                    Optional.of(reader.limit()));
            report = new DatasetCheck(plan, progress).run(splits);
        }
        CheckTable.lines(report, most).forEach(console::line);
        console.object(CheckFigures.of(report));
        return (report.count(Severity.ERROR) == 0 ? ExitCode.DONE : ExitCode.FAILED_ITEMS).value();
    }
}
