package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewDatasetCommandTest {
    @TempDir
    private Path folder;

    private Path root = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeDataset() {
        root = folder.resolve("RISBench_dataset");
        out = folder.resolve("seen");
        DrawnDataset.write(root);
    }

    private Typed view(Object... further) {
        List<Object> words = new ArrayList<>(List.of("dataset", "view", "--data", root, "--format", "risbench"));
        words.addAll(List.of("--out", out, "--quiet"));
        words.addAll(List.of(further));
        return Typed.crobim(words.toArray());
    }

    @Test
    void samplesStandOnASheetWithPictureAndSentence() {
        Typed typed = view("--columns", "2");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("4 samples on 1 sheet");
        RgbImage sheet = ImageFiles.read(out.resolve("sheet-1.png"));
        assertThat(sheet.width()).isBetween(2 * 96, 400);
        assertThat(sheet.height()).isGreaterThan(2 * 96);
        assertThat(out.resolve("index.html")).doesNotExist();
    }

    @Test
    void thePageHoldsEverySentenceAndPictureAndNeedsNoOtherFile() throws IOException {
        assertThat(view("--page", "--split", "test").exitCode()).isZero();

        String page = Files.readString(out.resolve("index.html"));
        assertThat(page.split(DrawnDataset.SENTENCE, -1)).hasSize(1 + 2 * 2);
        assertThat(page)
                .contains("data:image/jpeg;base64,", "test_0_0", "2 samples")
                .doesNotContain("src=\"sheet");
    }

    @Test
    void manySamplesFillSeveralSheetsAndTheSeedDecidesWhich() throws IOException {
        for (int i = 10; i < 20; i++) {
            Files.copy(root.resolve("img_rgb/train_0_0.png"), root.resolve("img_rgb/train_%d_0.png".formatted(i)));
            Files.copy(root.resolve("mask/train_0_0.png"), root.resolve("mask/train_%d_0.png".formatted(i)));
            Files.writeString(
                    root.resolve("output_phrase_val.txt"),
                    "train_%d_0.png sentence %d\n".formatted(i, i),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }

        Typed typed = view("--columns", "1", "--count", "7", "--split", "val", "--json");
        assertThat(typed.json().path("sheets").asInt()).isEqualTo(2);
        assertThat(typed.json().path("shown").asInt()).isEqualTo(7);
        byte[] first = Files.readAllBytes(out.resolve("sheet-1.png"));
        view("--columns", "1", "--count", "7", "--split", "val", "--overwrite");
        assertThat(out.resolve("sheet-1.png")).hasBinaryContent(first);
        view("--columns", "1", "--count", "7", "--split", "val", "--overwrite", "--seed", "9");
        assertThat(Files.readAllBytes(out.resolve("sheet-1.png"))).isNotEqualTo(first);
    }

    @Test
    void samplesThatCannotBeReadAreNamedAndLeftOut() throws IOException {
        Files.delete(root.resolve("img_rgb/train_0_0.png"));
        Files.delete(root.resolve("mask/train_1_0.png"));
        ImageFiles.writePng(root.resolve("mask/train_1_0.png"), Mask.empty(10, 10));

        Typed typed = view();

        assertThat(typed.exitCode()).isEqualTo(5);
        assertThat(typed.out()).contains("2 samples on 1 sheet");
        assertThat(typed.err()).contains("train_0_0.png: no such file", "96 x 96", "10 x 10");
    }

    @Test
    void nothingToShowAndExistingSheetsAreErrors() throws IOException {
        assertThat(view().exitCode()).isZero();
        Typed again = view();
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("--overwrite");
        assertThat(view("--count", "0").exitCode()).isEqualTo(2);

        Files.writeString(root.resolve("output_phrase_val.txt"), "none_1_1.png the dam\n");
        Typed none = view("--split", "val", "--overwrite");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("no sample can be shown");
        assertThat(out.resolve("sheet-1.png")).exists();
    }
}
