package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.crobim.app.demo.DemoScene;
import org.crobim.app.demo.DemoScenes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    private static final double LEAST_IOU = 0.6;
    private static final Path SHIPPED = Path.of("..", "weights", "crobim-default.safetensors");

    @TempDir
    Path folder;

    @Test
    void everySceneIsAskedThreeSentencesThatNameAnObjectAndOneThatNamesNothing() {
        for (DemoScene scene : DemoScenes.render(OptionalLong.empty())) {
            assertThat(scene.questions())
                    .extracting(question -> question.truth().isPresent())
                    .containsExactly(true, true, true, false);
        }
    }

    @Test
    void aSeedDrawsTheSameScenesAgainAndAnotherSeedOthers() {
        DemoScene scene = DemoScenes.render(OptionalLong.of(7)).get(0);
        DemoScene again = DemoScenes.render(OptionalLong.of(7)).get(0);
        DemoScene other = DemoScenes.render(OptionalLong.of(8)).get(0);

        assertThat(again.image().rgb()).isEqualTo(scene.image().rgb());
        assertThat(again.questions()).isEqualTo(scene.questions());
        assertThat(other.image().rgb()).isNotEqualTo(scene.image().rgb());
    }

    @Test
    void picturesASheetAndATableAreMade() throws IOException {
        Path weights = NanoWeights.write(folder.resolve("nano.safetensors"), 0);
        Path out = folder.resolve("demo");

        Typed typed = Typed.crobim("demo", "--weights", weights, "--out", out);

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("expression", "presence", "index.png");
        assertThat(names(out))
                .contains("index.png", "0-airfield.png", "0-airfield.3.overlay.png")
                .hasSize(21);
        assertThat(Typed.crobim("demo", "--weights", weights, "--out", out).exitCode())
                .isEqualTo(2);
    }

    @Test
    void theShippedWeightsFindEveryObjectOfTheUsualScenes() {
        assumeThat(SHIPPED).as("the shipped weights are part of a release").exists();

        JsonNode answers = Typed.crobim("demo", "--weights", SHIPPED, "--out", folder.resolve("demo"), "--json")
                .json()
                .path("answers");

        for (JsonNode answer : answers) {
            String what = answer.toString();
            assertThat(answer.path("present").asBoolean())
                    .as(what)
                    .isEqualTo(answer.path("targetPresent").asBoolean());
            if (answer.path("targetPresent").asBoolean()) {
                assertThat(answer.path("iou").asDouble()).as(what).isGreaterThanOrEqualTo(LEAST_IOU);
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
