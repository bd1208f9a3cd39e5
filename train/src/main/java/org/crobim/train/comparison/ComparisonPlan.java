package org.crobim.train.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.crobim.core.error.ConfigurationException;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.Range;
import org.crobim.train.config.binding.RecordReader;

/**
 * What is compared.
 *
 * @param name of the comparison, a headline
 * @param recipe training recipe that all trained models share; paths in it are seen from the working directory
 * @param models that are compared, the first one being what the others are measured against
 * @param datasets that each model is trained and judged on
 * @param seeds of the trainings of each model
 * @param pairs which models get an interval of their difference
 * @param resamples of the bootstraps, at least 100
 * @param samplesPerGroup pictures of each kind on the qualitative sheet, 0..50
 * @param timedRuns answers that a time is the median of, at least 1
 */
public record ComparisonPlan(
        String name,
        Path recipe,
        List<Contestant> models,
        List<TestBed> datasets,
        @Default("[1, 2, 3]") List<Integer> seeds,
        @Default("first") Pairs pairs,
        @Default("1000") int resamples,
        @Default("4") int samplesPerGroup,
        @Default("5") int timedRuns) {

    /** Which models are compared one to one. */
    public enum Pairs {
        /** Every model with the first of the list. */
        FIRST,
        /** Every model with every other. */
        ALL
    }

    /** Checks that names are unique and nothing is empty. */
    public ComparisonPlan {
        models = List.copyOf(models);
        datasets = List.copyOf(datasets);
        seeds = List.copyOf(seeds);
        requireDistinct("models", models, Contestant::folderName);
        requireDistinct("datasets", datasets, TestBed::folderName);
        requireDistinct("seeds", seeds, String::valueOf);
        requireTrained(datasets);
        Range.atLeast("resamples", resamples, 100);
        Range.between("samplesPerGroup", samplesPerGroup, 0, 50);
        Range.atLeast("timedRuns", timedRuns, 1);
    }

    private static <T> void requireDistinct(String component, List<T> values, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        if (values.isEmpty() || !values.stream().map(name).allMatch(seen::add)) {
            throw new ComponentException(
                    component,
                    "holds %s, expected at least one and none twice"
                            .formatted(values.stream().map(name).toList()));
        }
    }

    private static void requireTrained(List<TestBed> datasets) {
        Set<String> trained = new HashSet<>();
        for (TestBed data : datasets) {
            String source = data.weightsOf().orElse(data.name());
            if (data.weightsOf().isEmpty()) {
                trained.add(data.name());
            } else if (!trained.contains(source)) {
                throw new ComponentException(
                        "datasets",
                        "says that %s takes weightsOf %s, expected one before it that is trained on: %s"
                                .formatted(data.name(), source, trained));
            }
        }
    }

    /** The cell whose training gives the weights of a cell: itself, unless its data set takes those of another. */
    public Cell trained(Cell cell) {
        return cell.data()
                .weightsOf()
                .map(name -> new Cell(cell.model(), dataset(name), cell.seed()))
                .orElse(cell);
    }

    private TestBed dataset(String name) {
        return datasets.stream()
                .filter(data -> data.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Reads a plan.
     *
     * @param file YAML in UTF-8
     * @param overrides options of the form {@code key.path=value}
     * @throws ConfigurationException if the file cannot be read or a value is not possible; the message names file, line and key
     */
    public static ComparisonPlan read(Path file, List<String> overrides) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return RecordReader.read(ComparisonPlan.class, text, file.toString(), overrides);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    "%s does not exist; name a benchmark such as configs/benchmark-small.yaml".formatted(file), e);
        } catch (IOException e) {
            throw new ConfigurationException("%s cannot be read as UTF-8 text: %s".formatted(file, e), e);
        }
    }

    /** Every combination, one data set after the other, one seed of all models after the other, so that early rows compare. */
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (TestBed data : datasets) {
            for (int seed : allSeeds()) {
                models.stream()
                        .filter(model -> seedsOf(model).contains(seed))
                        .forEach(model -> cells.add(new Cell(model, data, seed)));
            }
        }
        return List.copyOf(cells);
    }

    private List<Integer> allSeeds() {
        return models.stream()
                .flatMap(model -> seedsOf(model).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Given weights are judged once; the seed of that cell is the first of the plan. */
    private List<Integer> seedsOf(Contestant model) {
        if (model.weights().isPresent()) {
            return seeds.subList(0, 1);
        }
        return model.seeds().isEmpty() ? seeds : model.seeds();
    }
}
