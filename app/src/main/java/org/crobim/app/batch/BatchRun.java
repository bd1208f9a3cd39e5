package org.crobim.app.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.app.console.Console;
import org.crobim.app.console.Reason;
import org.crobim.app.output.StagedFolder;
import org.crobim.app.scene.ImageSearch;
import org.crobim.app.scene.SceneArguments;
import org.crobim.app.scene.SceneInput;
import org.crobim.app.segmentation.ResultFolder;
import org.crobim.app.segmentation.SearchResult;
import org.crobim.core.error.CrobimException;
import org.crobim.core.error.OutputException;
import org.crobim.core.progress.Progress;

/** Works through the items of a batch. One item that fails does not stop the others, unless the user wants it to. */
public final class BatchRun {
    private final ImageSearch search;
    private final SceneArguments arguments;
    private final Options options;

    /**
     * How to work.
     *
     * @param out folder of the batch; each item has a folder in it
     * @param identity what the answers depend on beside image and expression, in one line
     * @param resume whether items that a former run did are left alone
     * @param overwrite whether former results may be replaced
     * @param stopAtFailure whether the first item that fails ends the batch
     */
    public record Options(Path out, String identity, boolean resume, boolean overwrite, boolean stopAtFailure) {}

    /**
     * @param search stays the caller's
     */
    public BatchRun(ImageSearch search, SceneArguments arguments, Options options) {
        this.search = search;
        this.arguments = arguments;
        this.options = options;
    }

    /**
     * Does what is left to do.
     *
     * @param progress of the images; stays the caller's
     * @return a row for each question, in the order of the items
     * @throws OutputException if results cannot be written: the next item would fare no better
     */
    public List<ItemReport> run(List<BatchItem> items, Console console, Progress progress) {
        BatchJournal journal = BatchJournal.open(options.out(), options.resume());
        List<ItemReport> rows = new ArrayList<>();
        boolean stopped = false;
        progress.start("images", items.size());
        for (BatchItem item : items) {
            List<ItemReport> own =
                    stopped ? ItemReport.without(item, ItemReport.Status.WAITING, "") : run(item, journal, console);
            stopped = stopped || options.stopAtFailure() && own.stream().anyMatch(row -> !row.isDone());
            rows.addAll(own);
            progress.step(1);
        }
        progress.close();
        return rows;
    }

    private List<ItemReport> run(BatchItem item, BatchJournal journal, Console console) {
        String question = "%s | %s | %s".formatted(item.image(), item.expressions(), options.identity());
        Path folder = options.out().resolve(item.folder());
        Optional<List<ItemReport>> known = journal.find(question);
        if (known.isPresent() && Files.exists(folder.resolve(ResultFolder.RESULTS))) {
            return known.get();
        }
        try {
            List<ItemReport> rows = search(item, folder, console);
            journal.add(question, rows);
            return rows;
        } catch (OutputException e) {
            throw e;
        } catch (CrobimException e) {
            console.warn("%s failed: %s".formatted(item.image(), e.getMessage()));
            return ItemReport.without(item, ItemReport.Status.FAILED, String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            // A fault of the program in one image must not cost the results of all others; the report names it.
            console.warn("%s failed: %s".formatted(item.image(), Reason.of(e)));
            return ItemReport.without(item, ItemReport.Status.FAILED, "fault of the program: " + Reason.of(e));
        }
    }

    private List<ItemReport> search(BatchItem item, Path folder, Console console) {
        long start = System.nanoTime();
        // What stands there is either of a former run of this batch, or may be replaced.
        boolean replace = options.overwrite() || options.resume();
        try (StagedFolder staged = ResultFolder.prepare(folder, replace);
                SceneInput input = SceneInput.open(item.image(), arguments)) {
            List<? extends SearchResult> results = search.run(
                    input,
                    item.expressions(),
                    new ImageSearch.Target(folder, staged),
                    console.forItem(),
                    Progress.silent());
            return ItemReport.done(item, results, (System.nanoTime() - start) / 1e9);
        }
    }
}
