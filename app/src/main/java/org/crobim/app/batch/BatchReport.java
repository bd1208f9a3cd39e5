package org.crobim.app.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.nio.file.Path;
import java.util.List;
import org.crobim.app.console.JsonText;
import org.crobim.core.file.AtomicFile;

/**
 * What became of a batch; the object that {@code --json} prints and report.json holds.
 *
 * @param questions rows in all
 * @param done rows that have an answer
 * @param failed rows that failed
 * @param waiting rows that were not tried, because the batch ended before
 * @param matched rows with an answer that is not empty
 * @param items the rows
 */
public record BatchReport(int questions, int done, int failed, int waiting, int matched, List<ItemReport> items) {
    private static final String JSON = "report.json";
    private static final String CSV = "report.csv";

    /** Copies the list. */
    public BatchReport {
        items = List.copyOf(items);
    }

    /** Sums rows up. */
    public static BatchReport of(List<ItemReport> rows) {
        return new BatchReport(
                rows.size(),
                count(rows, ItemReport.Status.DONE),
                count(rows, ItemReport.Status.FAILED),
                count(rows, ItemReport.Status.WAITING),
                Math.toIntExact(rows.stream().filter(ItemReport::present).count()),
                rows);
    }

    private static int count(List<ItemReport> rows, ItemReport.Status status) {
        return Math.toIntExact(
                rows.stream().filter(row -> row.status().equals(status.word())).count());
    }

    /** The files of a report in a folder. */
    public static List<Path> files(Path folder) {
        return List.of(folder.resolve(JSON), folder.resolve(CSV));
    }

    /** Writes report.json and report.csv; a report is made anew by each run. */
    public void write(Path folder) {
        AtomicFile.writeString(folder.resolve(JSON), true, JsonText.of(this) + "\n");
        CsvMapper mapper = new CsvMapper();
        try {
            String text = mapper.writer(mapper.schemaFor(ItemReport.class).withHeader())
                    .writeValueAsString(items);
            AtomicFile.writeString(folder.resolve(CSV), true, text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report has no CSV form", e);
        }
    }
}
