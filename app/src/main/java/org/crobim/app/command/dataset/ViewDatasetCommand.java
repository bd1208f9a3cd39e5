package org.crobim.app.command.dataset;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.dataset.SampleDraw;
import org.crobim.app.dataset.ViewFolder;
import org.crobim.app.evaluation.DatasetOptions;
import org.crobim.core.error.ExitCode;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows samples of a data set. */
@Command(
        name = "view",
        description = {
            "Paints masks over their images with the sentence below, many on a sheet, to judge a data set by eye.",
            "",
            "Samples are drawn at random; the seed decides which. Samples that cannot be read are named and left out."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim dataset view --data RISBench_dataset --format risbench --out seen",
            "  crobim dataset view --data nwpu-vhr10 --format coco --split val --count 100 --page --out seen",
            "",
            "Exit codes: 0 done, 2 usage or existing output, 3 no such data set or nothing to show, 5 finished with samples",
            "left out, 7 output cannot be written."
        })
public final class ViewDatasetCommand implements Callable<Integer> {
    private static final int SMALLEST_PICTURE = 16;

    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Mixin
    private DatasetOptions dataset;

    @Option(names = "--split", paramLabel = "NAME", description = "Only this split; default: all that are there.")
    private Optional<String> split;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for sheet-1.png and so on, and index.html.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace former sheets in that folder.")
    private boolean overwrite;

    @Option(
            names = "--count",
            defaultValue = "24",
            paramLabel = "N",
            description = "Samples to show; default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--columns",
            defaultValue = "4",
            paramLabel = "N",
            description = "Pictures beside one another on a sheet; default: ${DEFAULT-VALUE}.")
    private int columns;

    @Option(
            names = "--side",
            defaultValue = "384",
            paramLabel = "PIXELS",
            description = "Long side of a picture; larger images are scaled down. Default: ${DEFAULT-VALUE}.")
    private int side;

    @Option(names = "--page", description = "Also write index.html, which needs no other file.")
    private boolean page;

    /**
     * The object that {@code --json} prints.
     *
     * @param shown samples on the sheets
     * @param sheets files sheet-1.png and so on
     * @param leftOut why samples were left out
     */
    record Result(int shown, int sheets, List<String> leftOut) {}

    @Override
    public Integer call() {
        if (count < 1 || columns < 1 || side < SMALLEST_PICTURE) {
            throw new UsageException("--count %d, --columns %d, --side %d: expected at least 1, 1 and %d"
                    .formatted(count, columns, side, SMALLEST_PICTURE));
        }
        Console console = options.console(command);
        Result result = show(console);
        result.leftOut.forEach(console::warn);
        console.line("%d samples on %d %s in %s"
                .formatted(result.shown, result.sheets, result.sheets == 1 ? "sheet" : "sheets", out));
        console.object(result);
        return (result.leftOut.isEmpty() ? ExitCode.DONE : ExitCode.FAILED_ITEMS).value();
    }

    private Result show(Console console) {
        try (ViewFolder folder = ViewFolder.prepare(out, overwrite, new ViewFolder.Style(columns, side, page));
                Progress progress = console.progress(Clock.systemUTC())) {
            List<SampleDraw> drawn =
                    SampleDraw.draw(dataset.listings(split), count, new SplittableRandom(dataset.seed()));
            progress.start("samples", drawn.size());
            List<String> leftOut = new ArrayList<>();
            for (SampleDraw sample : drawn) {
                try {
                    folder.add(sample);
                } catch (InputException e) {
                    leftOut.add(String.valueOf(e.getMessage()));
                }
                progress.step(1);
            }
            int sheets = folder.publish(dataset.text());
            return new Result(folder.shown(), sheets, leftOut);
        }
    }
}
