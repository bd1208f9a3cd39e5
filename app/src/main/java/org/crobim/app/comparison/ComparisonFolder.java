package org.crobim.app.comparison;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crobim.app.console.JsonText;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.AtomicFile;
import org.crobim.train.benchmark.AnswerCost;
import org.crobim.train.comparison.Cell;
import org.crobim.train.comparison.ComparisonPlan;
import org.crobim.train.comparison.JudgedCell;
import org.crobim.train.config.RecipeReader;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.config.binding.RecordWriter;
import org.crobim.train.run.RunDirectory;

/**
 * The folder that a benchmark leaves, and finds again when it is resumed.
 *
 * <pre>
 * benchmark.yaml                           the resolved plan of the last start
 * costs/MODEL.json                         what its answers cost
 * cells/DATASET/MODEL/seed-N/run/          the run folder of the training
 * cells/DATASET/MODEL/seed-N/cell.json     every answer of the judged weights: a cell that has it is done
 * benchmark.md .csv .tex .html             the tables, written again after each cell
 * sheet-DATASET.html                       answers of all models side by side, written when every cell is done
 * </pre>
 */
final class ComparisonFolder {
    private static final String PLAN = "benchmark.yaml";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path root;

    private ComparisonFolder(Path root) {
        this.root = root;
    }

    /**
     * Opens the folder for a plan.
     *
     * @param resume whether an earlier benchmark in it goes on; models, data sets and seeds may have been added since
     * @throws UsageException if it holds a benchmark and is not resumed, holds other files, or there is nothing to resume
     */
    static ComparisonFolder open(Path root, ComparisonPlan plan, boolean resume) {
        Path stored = root.resolve(PLAN);
        boolean known = Files.isRegularFile(stored);
        if (known && !resume) {
            throw new UsageException(
                    "%s: holds a benchmark already. Go on with it by --resume, or name another folder with --out."
                            .formatted(root));
        }
        if (!known && resume && Files.exists(root)) {
            throw new UsageException(
                    "%s: holds no benchmark to resume. Leave --resume out, or check --out.".formatted(root));
        }
        if (!known && holdsFiles(root)) {
            throw new UsageException(
                    "%s: holds files of something else. Name an empty or a new folder with --out.".formatted(root));
        }
        AtomicFile.writeString(stored, true, RecordWriter.yaml(plan));
        return new ComparisonFolder(root);
    }

    private static boolean holdsFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        } catch (IOException e) {
            throw new OutputException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    Path root() {
        return root;
    }

    Path run(Cell cell) {
        return cell.folder(root).resolve("run");
    }

    /**
     * A training behind a cell.
     *
     * @param recipe that the plan wants
     * @param run folder of the run
     */
    record TrainedRun(TrainingRecipe recipe, Path run) {
        private boolean isAsPlanned() {
            String where = "the recipe stored in " + run;
            return recipe.equals(RecipeReader.parse(RunDirectory.storedConfiguration(run), where, List.of()));
        }
    }

    /**
     * The outcome of a cell, if it is done.
     *
     * @param training behind it; empty for given weights
     * @throws UsageException if it was done with another recipe or other questions
     */
    Optional<JudgedCell> judged(Cell cell, Optional<TrainedRun> training) {
        Path folder = cell.folder(root);
        if (!JudgedCell.exists(folder)) {
            return Optional.empty();
        }
        JudgedCell judged = JudgedCell.read(folder);
        if (!judged.questions().equals(cell.data().test().text())) {
            throw new UsageException(
                    "%s: was asked other questions than the plan has now. Delete its cell.json to judge the weights again."
                            .formatted(folder));
        }
        training.filter(run -> !run.isAsPlanned()).ifPresent(run -> {
            throw new UsageException(
                    "%s: was trained by another recipe than the plan has now. Delete the folder to train it again, or name another --out."
                            .formatted(run.run()));
        });
        return Optional.of(judged);
    }

    void write(Cell cell, JudgedCell judged) {
        judged.write(cell.folder(root));
    }

    /** A path as seen from this folder where it lies inside. */
    String relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path own = root.toAbsolutePath().normalize();
        return absolute.startsWith(own) ? own.relativize(absolute).toString() : file.toString();
    }

    /** Weights of a judged cell. */
    Path weights(JudgedCell judged) {
        Path inside = root.resolve(judged.weights());
        return Files.exists(inside) ? inside : Path.of(judged.weights());
    }

    /** Costs measured before, by folder name of the model. */
    Map<String, AnswerCost> costs(ComparisonPlan plan) {
        Map<String, AnswerCost> costs = new LinkedHashMap<>();
        plan.models().forEach(model -> {
            Path file = costFile(model.folderName());
            if (Files.isRegularFile(file)) {
                costs.put(model.name(), readCost(file));
            }
        });
        return costs;
    }

    private static AnswerCost readCost(Path file) {
        try {
            return JSON.readValue(file.toFile(), AnswerCost.class);
        } catch (IOException e) {
            throw new InputException(
                    "%s: cannot be read (%s). Delete it to measure again.".formatted(file, e.getMessage()), e);
        }
    }

    void writeCost(String modelFolder, AnswerCost cost) {
        AtomicFile.writeString(costFile(modelFolder), true, JsonText.of(cost) + "\n");
    }

    private Path costFile(String modelFolder) {
        return root.resolve("costs").resolve(modelFolder + ".json");
    }

    /** Writes a file of the result, replacing that of before. */
    Path writeResult(String name, String text) {
        Path file = root.resolve(name);
        AtomicFile.writeString(file, true, text);
        return file;
    }
}
