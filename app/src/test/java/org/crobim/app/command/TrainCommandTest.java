package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    private static final long MOST_SECONDS = 120;

    @TempDir
    Path folder;

    private Path recipe = Path.of("");
    private Path run = Path.of("");

    @BeforeEach
    void writeRecipe() throws IOException {
        recipe = recipe("");
        run = folder.resolve("my run");
    }

    private Path recipe(String more) throws IOException {
        return Files.writeString(folder.resolve("recipe.yaml"), """
                name: few-steps
                model: {preset: nano, inputSide: 64}
                data: {format: rendered, questionsPerImage: 1}
                optimization: {steps: 3, imagesPerStep: 1}
                evaluation: {everySteps: 100, questionsPerImage: 1, pictures: 1}
                runtime: {threads: 1, checkpointEverySteps: 100, logEverySteps: 1}
                %s""".formatted(more));
    }

    @Test
    void aTrainingLeavesWeightsThatSegmentReads() throws IOException {
        Typed typed = Typed.crobim("train", "--config", recipe, "--out", run, "--json", "--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode report = typed.json();
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly("run", "steps", "finished", "bestScore", "weights");
        assertThat(report.path("run").asText()).isEqualTo(run.toString());
        assertThat(report.path("steps").asInt()).isEqualTo(3);
        assertThat(report.path("finished").asBoolean()).isTrue();
        assertThat(report.path("bestScore").asDouble()).isBetween(0.0, 100.0);
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(4);

        Path scene = folder.resolve("scene.png");
        ImageFiles.writePng(scene, new RgbImage(8, 8, new byte[192]));
        Typed segment = Typed.crobim(
                "segment",
                "--image",
                scene,
                "--expression",
                "the ship",
                "--weights",
                report.path("weights").asText(),
                "--out",
                folder.resolve("found"));
        assertThat(segment.exitCode()).as(segment.err()).isZero();
    }

    @Test
    void aRunIsNeitherReplacedNorChangedUnasked() throws IOException {
        // Without masks to judge, so that nothing is validated.
        recipe = recipe("objective: category\n");
        assertThat(train("--set", "optimization.steps=1").out()).contains("1 steps, not validated", "last.safetensors");

        Typed again = train("--set", "optimization.steps=1");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("already holds a run", "--resume", "--overwrite");

        Typed another = train("--resume", "--set", "optimization.steps=2");
        assertThat(another.exitCode()).isEqualTo(2);
        assertThat(another.err()).contains("another recipe", "initialWeights");

        Typed changed = Typed.crobim("train", "--resume", "--out", run, "--set", "optimization.steps=2");
        assertThat(changed.exitCode()).isEqualTo(2);
        assertThat(changed.err()).contains("--set cannot change");

        assertThat(train("--resume", "--overwrite").exitCode()).isEqualTo(2);
        assertThat(Files.readAllLines(run.resolve("version.txt"))).hasSize(1);

        assertThat(train("--set", "optimization.steps=2", "--overwrite").out()).contains("2 steps", "finished");
    }

    @Test
    void aTerminatedTrainingKeepsACheckpointAndGoesOn() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "SIGTERM and its exit code exist on Unix only");
        recipe = recipe("objective: category\n");
        Path output = folder.resolve("output.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.crobim.app.Main",
                        "train",
                        "--config",
                        recipe.toString(),
                        "--set",
                        "optimization.steps=1000000",
                        "--out",
                        run.toString(),
                        "--json")
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("log.txt").toFile())
                .start();
        try {
            waitForSteps(process);
            process.destroy();
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isEqualTo(143);
        JsonNode report = new ObjectMapper().readTree(output.toFile());
        assertThat(report.path("finished").asBoolean()).isFalse();
        assertThat(Path.of(report.path("weights").asText())).isNotEmptyFile();

        long steps = report.path("steps").asLong();
        shorten(steps + 1);
        Typed resumed = Typed.crobim("train", "--resume", "--out", run, "--json", "--quiet");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.json().path("steps").asLong()).isEqualTo(steps + 1);
        assertThat(resumed.json().path("finished").asBoolean()).isTrue();
    }

    private void waitForSteps(Process process) throws IOException, InterruptedException {
        Path metrics = run.resolve("metrics.jsonl");
        for (int i = 0; i < 10 * MOST_SECONDS && process.isAlive(); i++) {
            if (Files.exists(metrics) && Files.size(metrics) > 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no figures after waiting: " + Files.readString(folder.resolve("log.txt")));
    }

    /** Lets the run end soon; no option can. */
    private void shorten(long steps) throws IOException {
        Path stored = run.resolve("config.yaml");
        Files.writeString(stored, Files.readString(stored).replace("steps: 1000000", "steps: " + steps));
    }

    @Test
    void aDryRunCountsAndWritesNothing() {
        Typed typed = train("--dry-run", "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode size = typed.json();
        assertThat(size.path("preset").asText()).isEqualTo("nano");
        assertThat(size.path("inputSide").asInt()).isEqualTo(64);
        assertThat(size.path("parameters").asLong()).isGreaterThan(100_000);
        assertThat(size.path("steps").asInt()).isEqualTo(3);
        assertThat(size.path("imageBranchParameters").asLong())
                .isBetween(1L, size.path("parameters").asLong() - 1);
        assertThat(size.path("stepsPerSecond").asDouble()).isPositive();
        assertThat(size.path("logits").toString()).isEqualTo("[1,16,16,2]");
        assertThat(size.path("missing")).isEmpty();
        assertThat(run).doesNotExist();
        assertThat(train("--dry-run").out()).contains("nano at 64 pixels", "3 steps");
    }

    @Test
    void aDryRunNeedsNeitherDataNorPublishedWeights() {
        Typed typed = train(
                "--dry-run",
                "--json",
                "--set",
                "model={preset: lavt-nano, inputSide: 64, vocabulary: none/vocab.txt, initialVision: none/swin.pth}",
                "--set",
                "data={format: rrsisd, root: none/rrsisd, everySentence: true, questionsPerImage: 1}",
                "--set",
                "optimization={epochs: 2, imagesPerStep: 8}");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode size = typed.json();
        assertThat(size.path("images").asInt()).isEqualTo(12_181);
        assertThat(size.path("steps").asInt()).isEqualTo(2 * 1523);
        assertThat(size.path("logits").toString()).isEqualTo("[2,64,64,2]");
        assertThat(size.path("missing").toString()).contains("none/rrsisd", "vocab.txt", "swin.pth");
        assertThat(run).doesNotExist();
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() throws IOException {
        recipe = recipe("surprise: 1\n");

        Typed typed = train();

        assertThat(typed.exitCode()).isEqualTo(4);
        assertThat(typed.err()).contains("recipe.yaml", "line 7", "surprise").doesNotContain("Exception");
        assertThat(run).doesNotExist();
        assertThat(train("--set", "optimization.stepz=1").exitCode()).isEqualTo(4);
        assertThat(train("--set", "steps").exitCode()).isEqualTo(2);
    }

    @Test
    void aSideThatNoSceneCanBeDrawnAtIsAnErrorOfTheRecipe() {
        Typed typed = train("--set", "model.inputSide=32");

        assertThat(typed.exitCode()).isEqualTo(4);
        assertThat(typed.err()).contains("model.inputSide is 32", "64..4096");
    }

    @Test
    void missingImagesAreBadInputAndLeaveNoRun() throws IOException {
        Files.writeString(folder.resolve("split.json"), """
                {"seed": 1, "train": ["gone.png"], "val": [], "test": []}""");
        Files.writeString(folder.resolve("instances.json"), """
                {"images": [{"id": 1, "file_name": "gone.png", "width": 64, "height": 64}],
                 "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "iscrowd": 0, "area": 1200,
                                  "bbox": [10, 20, 40, 30], "segmentation": [[10, 20, 50, 20, 50, 50, 10, 50]]}],
                 "categories": [{"id": 1, "name": "ship"}]}""");

        Typed typed = train(
                "--set",
                "data={format: coco, root: \"%s\", images: images, annotations: instances.json, split: split.json}"
                        .formatted(folder));

        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).contains("gone.png").doesNotContain("Exception");
        assertThat(run).doesNotExist();
    }

    @Test
    void withoutARecipeOrARunTheMessageSaysWhatToName() {
        for (List<Object> words : List.<List<Object>>of(
                List.of("train"),
                List.of("train", "--resume"),
                List.of("train", "--resume", "--out", folder.resolve("none")))) {
            Typed typed = Typed.crobim(words.toArray());

            assertThat(typed.exitCode()).as(typed.err()).isEqualTo(2);
        }
        assertThat(Typed.crobim("train").err()).contains("--config");
        assertThat(Typed.crobim("train", "--config", folder.resolve("none.yaml"))
                        .exitCode())
                .isEqualTo(4);
    }

    private Typed train(Object... further) {
        Object[] words = new Object[5 + further.length];
        System.arraycopy(new Object[] {"train", "--config", recipe, "--out", run}, 0, words, 0, 5);
        System.arraycopy(further, 0, words, 5, further.length);
        return Typed.crobim(words);
    }
}
