package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckDatasetCommandTest {
    @TempDir
    private Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void writeDataset() throws IOException {
        root = folder.resolve("RISBench_dataset");
        DrawnDataset.write(root);
        DrawnDataset.writeVocabulary(folder.resolve("vocab.txt"));
    }

    private Typed check(Object... further) {
        List<Object> words = new ArrayList<>(List.of("dataset", "check", "--data", root, "--format", "risbench"));
        words.addAll(List.of("--vocabulary", folder.resolve("vocab.txt"), "--tokens", "8"));
        words.addAll(List.of(further));
        return Typed.crobim(words.toArray());
    }

    @Test
    void aCleanSetEndsWithZeroAndCounts() {
        Typed typed = check("--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out().lines())
                .containsExactly(
                        "train    2 sentences about 2 images",
                        "test     2 sentences about 2 images",
                        "0 errors, 0 warnings");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void errorsAreGroupedByKindAndEndWithFive() throws IOException {
        Files.delete(root.resolve("img_rgb/train_0_0.png"));
        Files.delete(root.resolve("img_rgb/train_1_0.png"));

        Typed typed = check("--most", "1");

        assertThat(typed.exitCode()).isEqualTo(5);
        assertThat(typed.out())
                .contains("error: 2 missing images", "train_0_0.png: no such image", "... and 1 more")
                .contains("2 errors, 0 warnings");
    }

    @Test
    void jsonListsEveryFindingWithItsPlace() throws IOException {
        Files.writeString(
                root.resolve("output_phrase_test.txt"),
                "test_0_0.png the first thing that is seldom listed here\nalone.png\n",
                StandardOpenOption.APPEND);

        Typed typed = check("--json", "--quiet", "--split", "test");

        assertThat(typed.exitCode()).isEqualTo(5);
        JsonNode json = typed.json();
        assertThat(json.path("errors").asInt()).isEqualTo(1);
        assertThat(json.at("/counts/broken-line").asInt()).isEqualTo(1);
        assertThat(json.at("/splits/0/sentences").asInt()).isEqualTo(3);
        assertThat(json.at("/splits/0/truncatedShare").asDouble()).isEqualTo(1 / 3.0);
        JsonNode broken = json.at("/findings/0");
        assertThat(broken.path("kind").asText()).isEqualTo("broken-line");
        assertThat(broken.path("severity").asText()).isEqualTo("error");
        assertThat(broken.path("file").asText()).endsWith("output_phrase_test.txt");
        assertThat(broken.path("line").asInt()).isEqualTo(4);
        assertThat(json.path("findings"))
                .extracting(finding -> finding.path("kind").asText())
                .containsExactly("broken-line", "truncated-sentence", "unknown-word");
    }

    @Test
    void theFirstErrorEndsTheCommandWhenAsked() throws IOException {
        Files.delete(root.resolve("mask/test_1_0.png"));

        Typed typed = check("--on-error", "fail", "--json", "--quiet");

        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.json().at("/error/message").asText()).contains("test_1_0.png", "--on-error skip");
    }

    @Test
    void outlinedImagesAreCheckedWithGeneratedSentences() throws IOException {
        Path coco = writeCoco();
        Object[] words = {
            "dataset",
            "check",
            "--data",
            coco,
            "--format",
            "coco",
            "--tokens",
            "40",
            "--vocabulary",
            folder.resolve("vocab.txt"),
            "--json",
            "--quiet"
        };

        assertThat(Typed.crobim(words).json().at("/counts/unreadable-image").asInt())
                .isZero();

        ImageFiles.writePng(coco.resolve("images/b.png"), new RgbImage(40, 60, new byte[7200]));
        Typed typed = Typed.crobim(words);
        assertThat(typed.exitCode()).isEqualTo(5);
        assertThat(typed.json().at("/counts/missing-image").asInt()).isZero();
        assertThat(typed.json().at("/counts/unreadable-image").asInt()).isEqualTo(1);
    }

    @Test
    void wrongOptionsAreSaid() {
        assertThat(Typed.crobim("dataset", "check", "--data", "nowhere", "--format", "risbench")
                        .exitCode())
                .isEqualTo(3);
        assertThat(Typed.crobim("dataset", "check", "--data", root, "--format", "zip")
                        .exitCode())
                .isEqualTo(2);
        assertThat(check("--split", "val").err()).contains("output_phrase_val.txt is missing");
        assertThat(check("--threads", "-1").exitCode()).isEqualTo(2);
        Typed noTokens = Typed.crobim(
                "dataset",
                "check",
                "--data",
                root,
                "--format",
                "risbench",
                "--vocabulary",
                folder.resolve("vocab.txt"));
        assertThat(noTokens.exitCode()).isEqualTo(2);
        assertThat(noTokens.err()).contains("--vocabulary needs --tokens");
        assertThat(check("--tokens", "2").exitCode()).isEqualTo(2);
    }

    private Path writeCoco() throws IOException {
        Path coco = folder.resolve("coco");
        Path images = Files.createDirectories(coco.resolve("images"));
        ImageFiles.writePng(images.resolve("a.png"), new RgbImage(80, 60, new byte[14_400]));
        Files.writeString(coco.resolve("instances.json"), """
                {"categories": [{"id": 2, "name": "ship"}, {"id": 9, "name": "bridge"}],
                 "images": [{"id": 1, "file_name": "a.png", "width": 80, "height": 60},
                            {"id": 2, "file_name": "b.png", "width": 80, "height": 60}],
                 "annotations": [
                   {"id": 1, "image_id": 1, "category_id": 2, "iscrowd": 0, "area": 441, "bbox": [5, 5, 21, 21],
                    "segmentation": [[5, 5, 25, 5, 25, 25, 5, 25]]},
                   {"id": 2, "image_id": 2, "category_id": 9, "iscrowd": 0, "area": 441, "bbox": [40, 30, 21, 21],
                    "segmentation": [[40, 30, 60, 30, 60, 50, 40, 50]]}]}
                """);
        return coco;
    }
}
