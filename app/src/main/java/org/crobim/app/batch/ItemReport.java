package org.crobim.app.batch;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import org.crobim.app.segmentation.SearchResult;

/**
 * What became of one question: a row of report.csv and report.json.
 *
 * @param image file as listed
 * @param expression the sentence
 * @param status done, failed, or waiting where the batch ended before
 * @param present whether something matches; false unless done
 * @param presence score, 0..1; 0 unless done
 * @param areaPixels pixels set in the mask; 0 unless done
 * @param folder of the results, inside that of the batch
 * @param seconds that the image took, all its questions together
 * @param error why it failed; empty unless it did
 */
@JsonPropertyOrder({"image", "expression", "status", "present", "presence", "areaPixels", "folder", "seconds", "error"})
public record ItemReport(
        String image,
        String expression,
        String status,
        boolean present,
        double presence,
        long areaPixels,
        String folder,
        double seconds,
        String error) {
    /** How a question can end. */
    public enum Status {
        DONE,
        FAILED,
        WAITING;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<ItemReport> done(BatchItem item, List<? extends SearchResult> results, double seconds) {
        return results.stream()
                .map(result -> new ItemReport(
                        item.image().toString(),
                        result.expression(),
                        Status.DONE.word(),
                        result.present(),
                        result.presence(),
                        result.areaPixels(),
                        item.folder(),
                        seconds,
                        ""))
                .toList();
    }

    static List<ItemReport> without(BatchItem item, Status status, String error) {
        return item.expressions().stream()
                .map(expression -> new ItemReport(
                        item.image().toString(), expression, status.word(), false, 0, 0, item.folder(), 0, error))
                .toList();
    }

    /** Whether the question has an answer. */
    boolean isDone() {
        return status.equals(Status.DONE.word());
    }
}
