package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crobim.app.demo.DemoScene;
import org.crobim.app.demo.DemoScenes;
import org.crobim.core.image.ImageFiles;
import org.crobim.data.render.theme.SceneTheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    private static final double LEAST_IOU = 0.6;
    private static final int SCENE_SIDE_PIXELS = 640;
    private static final Path SHIPPED = Path.of("..", "weights", "crobim-default.safetensors");

    @TempDir
    Path folder;

    @Test
    void everySceneIsAskedThreeSentencesThatNameAnObjectAndOneThatNamesNothing() {
        for (DemoScene scene : DemoScenes.render(Optional.empty())) {
            assertThat(scene.questions())
                    .extracting(question -> question.truth().isPresent())
                    .containsExactly(true, true, true, false);
        }
    }

    @Test
    void aSeedDrawsTheSameScenesAgainAndAnotherSeedOthers() {
        DemoScene scene = DemoScene.render(SceneTheme.AIRFIELD, 7);
        DemoScene again = DemoScene.render(SceneTheme.AIRFIELD, 7);
        DemoScene other = DemoScene.render(SceneTheme.AIRFIELD, 8);

        assertThat(again.image().rgb()).isEqualTo(scene.image().rgb());
        assertThat(again.questions()).isEqualTo(scene.questions());
        assertThat(other.image().rgb()).isNotEqualTo(scene.image().rgb());
    }

    @Test
    void everyAnswerHasItsMeasureItsFilesAndAPlaceOnTheSheet() throws IOException {
        Path weights = NanoWeights.write(folder.resolve("nano.safetensors"), 0);
        Path out = folder.resolve("demo");

        Typed typed = Typed.crobim("demo", "--weights", weights, "--out", out, "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().path("folder").asText()).isEqualTo(out.toString());
        List<DemoScene> scenes = DemoScenes.render(Optional.empty());
        int questions =
                scenes.stream().mapToInt(scene -> scene.questions().size()).sum();
        assertThat(names(out))
                .contains("index.png", "0-%s.png".formatted(scenes.get(0).name()))
                .hasSize(1 + scenes.size() + 2 * questions);
        JsonNode answers = typed.json().path("answers");
        assertThat(answers).hasSize(questions).allSatisfy(answer -> {
            assertThat(answer.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "scene",
                            "seed",
                            "expression",
                            "targetPresent",
                            "present",
                            "presence",
                            "iou",
                            "mask",
                            "overlay");
            assertThat(answer.path("iou").isNumber())
                    .isEqualTo(answer.path("targetPresent").asBoolean());
            assertThat(ImageFiles.readMask(out.resolve(answer.path("mask").asText()), 127)
                            .width())
                    .isEqualTo(SCENE_SIDE_PIXELS);
            assertThat(out.resolve(answer.path("overlay").asText())).isNotEmptyFile();
        });
        Typed again = Typed.crobim("demo", "--weights", weights, "--out", out, "--seed", 7);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("exists already", "--overwrite");
    }

    @Test
    void theShippedWeightsFindEveryObjectOfTheUsualScenes() {
        assertThat(SHIPPED).as("the shipped weights").exists();

        Typed typed = Typed.crobim("demo", "--weights", SHIPPED, "--out", folder.resolve("demo"), "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode answers = typed.json().path("answers");
        assertThat(answers).hasSize(5 * 4);
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
