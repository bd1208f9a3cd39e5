package org.crobim.train.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.InputException;
import org.crobim.core.file.AtomicFile;
import org.crobim.train.evaluation.EvaluationResult;
import org.crobim.train.metrics.SampleScore;
import org.crobim.train.metrics.SegmentationScores;

/**
 * The outcome of a cell: what a comparison is made from, and what a later start need not do again.
 *
 * @param model name
 * @param dataset name
 * @param seed of the training
 * @param weights that were judged, as seen from the folder of the comparison where they lie in it
 * @param steps optimizer steps behind them; 0 for given weights
 * @param questions what was asked, as {@link QuestionList#text()} says it
 * @param samples every sentence that has a target
 */
public record JudgedCell(
        String model,
        String dataset,
        int seed,
        String weights,
        long steps,
        String questions,
        List<JudgedSample> samples) {
    private static final String FILE = "cell.json";
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Copies the list. */
    public JudgedCell {
        samples = List.copyOf(samples);
    }

    /** The weights of a cell and where they come from. */
    public record Origin(String weights, long steps) {}

    /** What came of a cell. */
    public static JudgedCell of(Cell cell, Origin origin, EvaluationResult result) {
        return new JudgedCell(
                cell.model().name(),
                cell.data().name(),
                cell.seed(),
                origin.weights(),
                origin.steps(),
                cell.data().test().text(),
                result.samples().stream()
                        .filter(sample -> !sample.asksForNothing())
                        .map(JudgedSample::of)
                        .toList());
    }

    /** Whether a cell is done. */
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Writes the outcome in one step; replaces a former one. */
    public void write(Path folder) {
        try {
            AtomicFile.writeString(folder.resolve(FILE), true, JSON.writeValueAsString(this) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cell has no JSON form", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InputException if the file is missing or damaged
     */
    public static JudgedCell read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return JSON.readValue(file.toFile(), JudgedCell.class);
        } catch (IOException e) {
            throw new InputException(
                    "%s: cannot be read as a cell of a benchmark (%s). Delete it to judge the weights beside it again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Scores of all samples, marked with the seed. */
    List<SampleScore> scores(Protocol protocol) {
        return samples.stream().map(sample -> sample.score(protocol, seed)).toList();
    }

    /** The same, to be summed up. */
    public SegmentationScores collected(Protocol protocol) {
        SegmentationScores scores = new SegmentationScores();
        scores(protocol).forEach(scores::add);
        return scores;
    }
}
