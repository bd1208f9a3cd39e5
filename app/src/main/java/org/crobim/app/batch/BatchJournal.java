package org.crobim.app.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crobim.core.error.OutputException;

/** Items of a batch that are done, one line of JSON each, so that an interrupted batch need not do them again. */
final class BatchJournal {
    /** Name of the file in the folder of the batch. */
    static final String NAME = ".crobim-batch.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, List<ItemReport>> done = new HashMap<>();

    /** A line: what was asked, in one text, and what came of it. */
    record Line(String question, List<ItemReport> rows) {}

    private BatchJournal(Path file) {
        this.file = file;
    }

    /**
     * Opens the journal of a batch.
     *
     * @param resume whether what a former run did counts; otherwise it is forgotten
     */
    static BatchJournal open(Path folder, boolean resume) {
        BatchJournal journal = new BatchJournal(folder.resolve(NAME));
        try {
            Files.createDirectories(folder);
            if (!resume) {
                Files.deleteIfExists(journal.file);
            } else if (Files.exists(journal.file)) {
                Files.readString(journal.file).lines().forEach(journal::take);
            }
        } catch (IOException e) {
            throw notWritable(journal.file, e);
        }
        return journal;
    }

    private void take(String text) {
        try {
            Line line = JSON.readValue(text, Line.class);
            done.put(line.question(), line.rows());
        } catch (JsonProcessingException e) {
            // The last line of a killed run may be cut off: its item is done once more.
            return;
        }
    }

    Optional<List<ItemReport>> find(String question) {
        return Optional.ofNullable(done.get(question));
    }

    void add(String question, List<ItemReport> rows) {
        try {
            // A cut line must not swallow the next one.
            String text = "\n" + JSON.writeValueAsString(new Line(question, rows)) + "\n";
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    private static OutputException notWritable(Path file, IOException cause) {
        return new OutputException(
                "%s: cannot be written (%s). Check the free space and the permissions of the folder."
                        .formatted(file, cause.getMessage()),
                cause);
    }
}
