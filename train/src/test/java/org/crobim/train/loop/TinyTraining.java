package org.crobim.train.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.crobim.core.progress.Progress;
import org.crobim.data.EpisodeSource;
import org.crobim.train.config.RecipeReader;
import org.crobim.train.config.TrainingRecipe;
import org.crobim.train.config.binding.RecordWriter;
import org.crobim.train.run.ExistingRun;
import org.crobim.train.run.RunDirectory;

/** Trainings of a network so small that a step takes milliseconds. */
final class TinyTraining {
    static final String RECIPE = """
            name: tiny-test
            model:
              preset: nano
              inputSide: 32
              overrides:
                vision: {channels: [4, 8, 8, 8], depths: [1, 1, 1, 1]}
                text: {layers: 1, width: 8, heads: 2, maximumTokens: 8}
                width: 8
                heads: 2
                prompts: 2
                contextGrid: 2
                midLayers: 1
                maskWidth: 4
                categoryWidth: 4
            data: {format: rendered}
            optimization:
              steps: 8
              imagesPerStep: 4
              warmUpSteps: 2
            evaluation: {everySteps: 4}
            runtime: {threads: 1, checkpointEverySteps: 4, logEverySteps: 1}
            """;

    private TinyTraining() {}

    static TrainingRecipe recipe(String... overrides) {
        return RecipeReader.parse(RECIPE, "tiny-test", List.of(overrides));
    }

    static EpisodeSource source() {
        return new BoxEpisodes(32, 6, 12);
    }

    /**
     * What a test does beside the training.
     *
     * @param stop asked after each step
     * @param validation of the network
     */
    record Watch(BooleanSupplier stop, Validation validation) {}

    static TrainingOutcome train(
            TrainingRecipe recipe, EpisodeSource source, Path folder, ExistingRun existing, Watch watch) {
        RunDirectory run = RunDirectory.open(
                folder, existing, new RunDirectory.Start(RecordWriter.yaml(recipe), "test", Clock.systemUTC()));
        TrainingJob.Surroundings surroundings =
                new TrainingJob.Surroundings(watch.validation(), Clock.systemUTC(), Progress.silent(), watch.stop());
        return Trainer.train(new TrainingJob(recipe, source, BoxEpisodes.vocabulary(), run, surroundings));
    }

    static TrainingOutcome train(TrainingRecipe recipe, Path folder, ExistingRun existing, BooleanSupplier stop) {
        return train(recipe, source(), folder, existing, new Watch(stop, Validation.none()));
    }

    static TrainingOutcome train(TrainingRecipe recipe, Path folder) {
        return train(recipe, folder, ExistingRun.REFUSE, () -> false);
    }

    /** A request to stop after a number of steps. */
    static BooleanSupplier afterSteps(int steps) {
        int[] asked = {0};
        return () -> asked[0]++ >= steps;
    }

    /** Every loss and gradient norm of a run, as written. */
    static List<String> losses(Path folder) throws IOException {
        List<String> losses = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("metrics.jsonl"))) {
            JsonNode node = new ObjectMapper().readTree(line);
            if (node.path("kind").asText().equals("train")) {
                losses.add("%s %s %s".formatted(node.path("step"), node.path("loss"), node.path("gradientNorm")));
            }
        }
        return losses;
    }
}
