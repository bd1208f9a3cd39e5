package org.crobim.data.risbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crobim.core.error.InputException;
import org.crobim.core.mask.Mask;
import org.crobim.core.mask.RunLength;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.refer.MadeRefer;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RisBenchPackagingTest {
    private static final int SIDE = 16;
    private static final Mask TRUTH = MadeRefer.rectangle(SIDE, 2, 3, 9, 12);

    @TempDir
    private Path root;

    @BeforeEach
    void writeImages() throws IOException {
        MadeRefer.image(root.resolve("RISBench_dataset/img_rgb/train_1_1.png"), SIDE, SIDE);
        MadeRefer.image(root.resolve("RISBench_dataset/img_rgb/train_1_2.png"), SIDE, SIDE);
    }

    @Test
    void theReferFormIsFoundAndItsClassesCountWhereTheyAreOurs() throws IOException {
        new MadeRefer()
                .reference(1, "train_1_1.png", "val", 13, "The vessel", "The vessel")
                .reference(2, "train_1_2.png", "val", 13, "The tank", "The tank")
                .annotation(1, 13, TRUTH)
                .annotation(2, 13, Mask.empty(SIDE, SIDE))
                .write(root.resolve("risbench"));

        assertThat(RisBenchPackaging.of(root, "val")).isEqualTo(RisBenchPackaging.REFER);
        ReferringDataset val = RisBenchPackaging.open(root, "val");

        assertThat(val.samples())
                .hasSize(2)
                .allSatisfy(sample -> assertThat(sample.category()).contains(ObjectCategory.SHIP));
        assertThat(val.readMask(val.samples().get(0))).isEqualTo(TRUTH);
    }

    @Test
    void withoutAListOfClassesTheSentenceTellsTheClass() throws IOException {
        new MadeRefer()
                .reference(1, "train_1_1.png", "val", 0, "The small tank", "The small tank")
                .annotation(1, 0, TRUTH)
                .write(root.resolve("risbench"));
        Path instances = root.resolve("risbench/instances.json");
        String text = Files.readString(instances);
        Files.writeString(instances, text.substring(0, text.indexOf("\"categories\"")) + "\"categories\": []}");

        assertThat(RisBenchPackaging.open(root, "val").samples().get(0).category())
                .contains(ObjectCategory.STORAGE_TANK);
    }

    @Test
    void jsonLinesAreReadUnderTheirUsualNamesAndAllBlackMasksAreCounted() throws IOException {
        Files.writeString(
                root.resolve("train.jsonl"),
                "{\"image\": \"img_rgb/train_1_1.png\", \"sentence\": \"The dam.\", \"mask\": %s}\n\n"
                                .formatted(runs(TRUTH))
                        + "{\"file_name\": \"train_1_2.png\", \"phrase\": \"A pier\", \"segmentation\": [%s]}\n"
                                .formatted(runs(Mask.empty(SIDE, SIDE)))
                        + "{\"image_path\": \"train_1_1.png\", \"text\": \"It\", \"rle\": {\"size\": [16, 16], \"counts\": [0, 256]}}");

        assertThat(RisBenchPackaging.of(root, "train")).isEqualTo(RisBenchPackaging.JSON_LINES);
        RisBenchLinesDataset train = (RisBenchLinesDataset) RisBenchPackaging.open(root, "train");

        assertThat(train.name()).isEqualTo("risbench train");
        assertThat(train.samples())
                .containsExactly(
                        ReferringSample.ofText("train_1_1", "train_1_1.png", "The dam.", ObjectCategory.DAM),
                        ReferringSample.ofText("train_1_1#2", "train_1_1.png", "It"),
                        ReferringSample.ofText("train_1_2", "train_1_2.png", "A pier", ObjectCategory.HARBOR));
        assertThat(train.readMask(train.samples().get(0))).isEqualTo(TRUTH);
        assertThat(train.readMask(train.samples().get(1)).area()).isEqualTo(SIDE * SIDE);
        assertThat(train.emptyTruths()).containsExactly("train_1_2");
        assertThat(train.readImage(train.samples().get(2)).width()).isEqualTo(SIDE);
    }

    @Test
    void aDamagedLineIsReportedWithItsNumber() throws IOException {
        assertLineRefused("{\"image\": \"train_1_1.png\"", "is not valid JSON");
        assertLineRefused("[1]", "expected a JSON object");
        assertLineRefused("{\"sentence\": \"A dam\"}", "has none of [image");
        assertLineRefused("{\"image\": \"train_1_1.png\", \"sentence\": \"A dam\"}", "has none of [mask");
        assertLineRefused(
                "{\"image\": \"train_1_1.png\", \"sentence\": \"A dam\", \"mask\": {\"size\": [4, 4], \"counts\": [1]}}",
                "add up to 1, expected 16");
        assertLineRefused("{\"image\": \"train_1_1.png\", \"sentence\": \"A caf\u00e9\"}", "is not UTF-8 text");
    }

    @Test
    void missingImagesAndMasksOfAnotherSizeAreErrors() throws IOException {
        Path lines = root.resolve("test.jsonl");
        String line = "{\"image\": \"%s\", \"sentence\": \"A dam\", \"mask\": {\"size\": [4, 4], \"counts\": [16]}}";
        Files.writeString(lines, line.formatted("train_9_1.png"));
        assertThatThrownBy(() -> RisBenchPackaging.open(root, "test"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("1 of 1 images are missing", "Download the RISBench images");
        Files.writeString(lines, line.formatted("train_1_1.png"));
        ReferringDataset test = RisBenchPackaging.open(root, "test");
        assertThatThrownBy(() -> test.readMask(test.samples().get(0)))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("16 x 16", "4 x 4");
        Files.writeString(lines, "\n");
        assertThatThrownBy(() -> RisBenchPackaging.open(root, "test"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no line");
    }

    @Test
    void phraseListsAreTheFormOfAllOtherFolders() {
        assertThat(RisBenchPackaging.of(root, "test")).isEqualTo(RisBenchPackaging.PHRASE_LISTS);
        assertThatThrownBy(() -> RisBenchPackaging.open(root, "test"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("output_phrase_test.txt is missing");
    }

    private void assertLineRefused(String line, String messagePart) throws IOException {
        Files.write(root.resolve("train.jsonl"), ("\n" + line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> RisBenchPackaging.open(root, "train"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("train.jsonl line 2", messagePart);
    }

    private static String runs(Mask mask) {
        return "{\"size\": [%d, %d], \"counts\": \"%s\"}"
                .formatted(
                        mask.height(),
                        mask.width(),
                        RunLength.encode(mask).toCompressedString().replace("\\", "\\\\"));
    }
}
