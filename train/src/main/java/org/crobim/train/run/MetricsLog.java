package org.crobim.train.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.crobim.core.file.AtomicFile;

/**
 * Figures of a run as JSON lines: {@code {"step":100,"time":"2026-01-31T12:00:00Z","kind":"train","loss":0.53}}.
 *
 * <p>Every line is flushed, so that a run can be watched and a crash loses nothing. Figures that are not finite are written as the
 * strings "NaN", "Infinity" and "-Infinity", because JSON has no such numbers. One thread at a time.
 */
public final class MetricsLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final BufferedWriter writer;
    private final Clock clock;

    private MetricsLog(Path file, BufferedWriter writer, Clock clock) {
        this.file = file;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Starts an empty log.
     *
     * @throws OutputException if the file exists or cannot be written
     */
    public static MetricsLog create(Path file, Clock clock) {
        try {
            return new MetricsLog(file, Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW), clock);
        } catch (IOException e) {
            throw new OutputException("Metrics log %s cannot be created: %s".formatted(file, e), e);
        }
    }

    /**
     * Goes on with a log after the steps up to the given one.
     *
     * <p>Lines of later steps are removed: those steps will be taken again. So is a last line cut short by a crash. A log that does
     * not exist is begun.
     *
     * @param step the step of the checkpoint that the run resumes from
     * @throws InputException if another line is not a JSON object with a step
     * @throws OutputException if the file cannot be written
     */
    public static MetricsLog resume(Path file, long step, Clock clock) {
        try {
            if (Files.exists(file)) {
                List<String> kept = linesUpTo(file, step);
                AtomicFile.writeString(file, true, kept.isEmpty() ? "" : String.join("\n", kept) + "\n");
            }
            BufferedWriter writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new MetricsLog(file, writer, clock);
        } catch (IOException e) {
            throw new OutputException("Metrics log %s cannot be resumed: %s".formatted(file, e), e);
        }
    }

    /**
     * Appends one line.
     *
     * @param step optimizer steps done, at least 0
     * @param kind what was measured, for example "train" or "val"
     * @param figures names and values in the order to be written; step, time and kind are taken
     * @throws OutputException if the line cannot be written
     */
    public void append(long step, String kind, Map<String, Double> figures) {
        if (step < 0) {
            throw new IllegalArgumentException("Steps are counted from 0, got " + step);
        }
        ObjectNode line = JSON.createObjectNode()
                .put("step", step)
                .put("time", clock.instant().toString())
                .put("kind", kind);
        figures.forEach((name, value) -> {
            if (line.has(name)) {
                throw new IllegalArgumentException("Figure name %s is taken; choose another".formatted(name));
            }
            line.put(name, value);
        });
        try {
            writer.write(JSON.writeValueAsString(line));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new OutputException("Metrics log %s cannot be written: %s".formatted(file, e), e);
        }
    }

    /**
     * Closes the file.
     *
     * @throws OutputException if that fails
     */
    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new OutputException("Metrics log %s cannot be closed: %s".formatted(file, e), e);
        }
    }

    private static List<String> linesUpTo(Path file, long step) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            JsonNode node = parse(lines.get(i));
            if (node.path("step").isIntegralNumber()) {
                if (node.path("step").asLong() <= step) {
                    kept.add(lines.get(i));
                }
            } else if (!last) {
                throw new InputException(
                        "%s line %d: expected a JSON object with a step, got \"%s\"; repair or remove the line"
                                .formatted(file, i + 1, lines.get(i)));
            }
        }
        return kept;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
