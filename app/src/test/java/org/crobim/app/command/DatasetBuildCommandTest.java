package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetBuildCommandTest {
    private static final int IMAGES = 4;

    @TempDir
    private Path folder;

    /** Images of 600 x 520 pixels, each with a ship on the left, one on the right, and a harbor. */
    @BeforeEach
    void writeCoco() throws IOException {
        List<String> images = new ArrayList<>();
        List<String> annotations = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            byte[] rgb = new byte[3 * 600 * 520];
            java.util.Arrays.fill(rgb, (byte) (40 + i));
            ImageFiles.writePng(folder.resolve("%d.png".formatted(i)), new RgbImage(600, 520, rgb));
            images.add("{\"id\": %d, \"file_name\": \"%d.png\", \"width\": 600, \"height\": 520}".formatted(i, i));
            annotations.add(annotation(i, 0, 2, 60));
            annotations.add(annotation(i, 1, 2, 480));
            annotations.add(annotation(i, 2, 8, 280));
        }
        Files.writeString(folder.resolve("instances.json"), """
                {"images": [%s],
                 "categories": [{"id": 2, "name": "ship"}, {"id": 8, "name": "harbor"}],
                 "annotations": [%s]}
                """.formatted(
                        String.join(",", images), String.join(",", annotations)));
    }

    private static String annotation(int image, int number, int category, int left) {
        return "{\"id\": %d, \"image_id\": %d, \"category_id\": %d, \"iscrowd\": 0, \"segmentation\": [[%d,200,%d,200,%d,230,%d,230]]}"
                .formatted(10 * image + number, image, category, left, left + 40, left + 40, left);
    }

    private Typed build(String out, Object... further) {
        List<Object> words = new ArrayList<>(List.of(
                "dataset",
                "build",
                "--source",
                "coco",
                "--images",
                folder,
                "--annotations",
                folder.resolve("instances.json")));
        words.addAll(List.of("--out", folder.resolve(out), "--seed", 3, "--quiet"));
        words.addAll(List.of(further));
        return Typed.crobim(words.toArray());
    }

    @Test
    void jsonHoldsWhatTheCardAndTheListsHold() throws IOException {
        Typed typed = build("out", "--json", "--splits", "0.5,0.25,0.25", "--every-object");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode figures = typed.json().path("figures");
        Path out = folder.resolve("out");
        assertThat(figures.at("/splits/train").asInt())
                .isEqualTo(Files.readAllLines(out.resolve("output_phrase_train.txt"))
                        .size());
        assertThat(figures.path("samples").asInt())
                .isEqualTo(Files.readAllLines(out.resolve("samples.jsonl")).size())
                .isEqualTo(3 * IMAGES);
        JsonNode card = new ObjectMapper().readTree(out.resolve("card.json").toFile());
        assertThat(card.path("figures")).isEqualTo(figures);
        assertThat(card.at("/origin/command").asText())
                .contains("crobim dataset build --source coco --seed 3", "--splits 0.5,0.25,0.25", "--every-object");
        assertThat(out.resolve(".build")).doesNotExist();
    }

    @Test
    void classesThatAreLeftOutAreInNoSentenceAndTheCardSaysSo() throws IOException {
        assertThat(build("out", "--leave-out", "harbour", "--border", "10").exitCode())
                .isZero();

        assertThat(Files.readString(folder.resolve("out/samples.jsonl"))).doesNotContain("harbor", "pier", "dock");
        assertThat(Files.readString(folder.resolve("out/card.md"))).contains("--border 10 --leave-out \"harbor\"");
    }

    @Test
    void linesForPeopleTellTheFigures() {
        Typed typed = build("out");

        assertThat(typed.out()).contains("samples from 4 images", "words: ", "strata: ", "  ship ");
    }

    @Test
    void anExistingDataSetIsAUsageErrorUnlessItMayBeReplaced() {
        build("out");

        assertThat(build("out").exitCode()).isEqualTo(2);
        assertThat(build("out").err()).contains("output_phrase_train.txt", "--overwrite");
        assertThat(build("out", "--overwrite").exitCode()).isZero();
        assertThat(build("out", "--overwrite", "--resume").exitCode()).isEqualTo(2);
    }

    @Test
    void unknownRulesAndMasksThatAreNotBuiltInAreNamedWithWhatThereIs() {
        Typed rules = build("out", "--rules", "lenient");
        assertThat(rules.exitCode()).isEqualTo(2);
        assertThat(rules.err()).contains("\"lenient\"", "strict, vrsbench or aerial-d");

        Typed masks = build("out", "--masks", "grabcut");
        assertThat(masks.exitCode()).isEqualTo(2);
        assertThat(masks.err()).contains("\"grabcut\"", "-Pmasks");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void wrongNumbersAreUsageErrorsThatNameTheOption() {
        assertThat(build("out", "--splits", "0.9,0.9,0.9").exitCode()).isEqualTo(2);
        assertThat(build("out", "--overlap", "512").err()).contains("--overlap 512", "511");
        assertThat(build("out", "--border", "-1").err()).contains("--border -1");
        assertThat(build("out", "--leave-out", "ship,shed").err()).contains("--leave-out \"shed\"");
        assertThat(build("out", "--threads", "-1").err()).contains("--threads -1");
        assertThat(Typed.crobim("dataset", "build", "--source", "coco").exitCode())
                .isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aDamagedImageEndsTheBuildOrIsLeftOutAndCounted() throws IOException {
        Files.writeString(folder.resolve("2.png"), "no picture");

        Typed strict = build("strict", "--json");
        Typed lenient = build("lenient", "--json", "--on-error", "skip");

        assertThat(strict.exitCode()).isEqualTo(3);
        assertThat(strict.json().at("/error/message").asText()).contains("2.png");
        assertThat(lenient.exitCode()).isEqualTo(5);
        assertThat(lenient.json().path("failures").path("2.png").asText()).contains("2.png");
        assertThat(lenient.err()).contains("warning: left out 2.png");
    }

    @Test
    void anInterruptedBuildGoesOnWithResume() throws IOException {
        byte[] sound = Files.readAllBytes(folder.resolve("3.png"));
        Files.writeString(folder.resolve("3.png"), "not yet copied");
        assertThat(build("out", "--threads", "1").exitCode()).isEqualTo(3);
        Files.write(folder.resolve("3.png"), sound);

        assertThat(build("out").err()).contains("--resume");
        assertThat(build("out", "--resume").exitCode()).isZero();
    }

    @Test
    void anOutputThatIsAFileCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("out"), "mine");

        assertThat(build("out").exitCode()).isEqualTo(7);
    }

    @Test
    void helpExplainsItselfWithExamplesAndExitCodes() {
        assertThat(Typed.crobim("dataset", "build", "--help").out())
                .contains("Usage: crobim dataset build", "--split-file", "Examples:", "Exit codes: 0 done", "5 built");
    }
}
