package org.crobim.train.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.crobim.train.config.binding.RecordReader;

/**
 * Scores that others published, for comparison; none of them is ours, and every table that shows one says so.
 *
 * @param rows in the order of the source
 */
public record PublishedScores(List<Row> rows) {
    private static final String RESOURCE = "published-scores.yaml";

    /** Copies the list. */
    public PublishedScores {
        rows = List.copyOf(rows);
    }

    /** Whose test split the scores are of. */
    public enum Benchmark {
        /** RISBench. */
        RISBENCH,
        /** RRSIS-D. */
        RRSISD,
        /** RefSegRS. */
        REFSEGRS
    }

    /**
     * One method; figures that its source does not give are empty.
     *
     * @param benchmark whose test split
     * @param method as it calls itself
     * @param pr50 share of samples at 0.5 or more, percent
     * @param pr60 the same at 0.6
     * @param pr70 the same at 0.7
     * @param pr80 the same at 0.8
     * @param pr90 the same at 0.9
     * @param oIoU overall intersection over union, percent
     * @param mIoU mean intersection over union, percent
     * @param parametersMillion of the whole network
     * @param gigaflops of one answer
     * @param source where the row stands
     */
    public record Row(
            Benchmark benchmark,
            String method,
            Optional<Double> pr50,
            Optional<Double> pr60,
            Optional<Double> pr70,
            Optional<Double> pr80,
            Optional<Double> pr90,
            Optional<Double> oIoU,
            Optional<Double> mIoU,
            Optional<Double> parametersMillion,
            Optional<Double> gigaflops,
            String source) {
        /** The seven scores in the order of the papers: Pr@0.5 .. 0.9, oIoU, mIoU. */
        public List<Optional<Double>> scores() {
            return List.of(pr50, pr60, pr70, pr80, pr90, oIoU, mIoU);
        }
    }

    /** The rows that come with the program. */
    public static PublishedScores shipped() {
        try (InputStream stream = PublishedScores.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return RecordReader.read(PublishedScores.class, text, RESOURCE, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read from the class path", e);
        }
    }

    /** The rows of one benchmark. */
    public List<Row> of(Benchmark benchmark) {
        return rows.stream().filter(row -> row.benchmark() == benchmark).toList();
    }
}
