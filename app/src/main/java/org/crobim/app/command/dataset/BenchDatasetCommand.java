package org.crobim.app.command.dataset;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.evaluation.DatasetOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.check.CheckPlan;
import org.crobim.data.check.ReadingBenchmark;
import org.crobim.data.check.SampleListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how fast a data set is read. */
@Command(
        name = "bench",
        description = {
            "Measures how fast a data set is read and checked, beside the decoding of the same files by ImageIO alone.",
            "",
            "Both take turns with the same number of threads; figures are medians over the rounds after one that warms up."
                    + " Runs best on a machine that does nothing else, and with files that the system has read before."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim dataset bench --data RISBench_dataset --format risbench --split val",
            "  crobim dataset bench --data RISBench_dataset --format risbench --count 50000 --rounds 1 --json",
            "",
            "Exit codes: 0 done, 2 usage, 3 data missing or unreadable, 4 weights do not fit."
        })
public final class BenchDatasetCommand implements Callable<Integer> {
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
            names = "--count",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Samples of a round, from the beginning; default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            paramLabel = "N",
            description = "Measured rounds; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "Images decoded at a time; default: all cores.")
    private int threads;

    @Override
    public Integer call() {
        if (count < 1 || rounds < 1 || threads < 0) {
            throw new UsageException(
                    "--count %d, --rounds %d, --threads %d: expected 1 or more".formatted(count, rounds, threads));
        }
        Console console = options.console(command);
        List<SampleListing> listings = dataset.listings(split);
        ReadingBenchmark.Speed speed;
        try (SentenceOptions.Reader reader = sentences.open();
                Progress progress = console.progress(Clock.systemUTC())) {
            CheckPlan plan = new CheckPlan(
                    threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
                    ErrorPolicy.FAIL,
                    Optional.of(reader.limit()));
            speed = new ReadingBenchmark(plan, System::nanoTime)
                    .measure(listings, new ReadingBenchmark.Extent(count, rounds), progress);
        }
        lines(speed).forEach(console::line);
        console.object(speed);
        return ExitCode.DONE.value();
    }

    private static List<String> lines(ReadingBenchmark.Speed speed) {
        return List.of(
                String.format(Locale.ROOT, "%d samples, %d files a round", speed.samples(), speed.files()),
                String.format(Locale.ROOT, "decoding alone     %8.1f samples/s", speed.decodingSamplesPerSecond()),
                String.format(
                        Locale.ROOT,
                        "reading, checking  %8.1f samples/s, %.2f of decoding alone",
                        speed.checkingSamplesPerSecond(),
                        speed.share()));
    }
}
