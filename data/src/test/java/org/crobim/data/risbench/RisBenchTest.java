package org.crobim.data.risbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.render.RenderedReferringDataset;
import org.crobim.data.render.SceneSpec;
import org.crobim.language.ObjectCategory;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SentenceSource;
import org.crobim.language.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RisBenchTest {
    /** Names the first object and asks for something absent. */
    private static final SentenceSource ONE_AND_NONE = (layout, count, random) -> List.of(
            new ReferringExpression(
                    "The first one,  as listed",
                    OptionalInt.of(0),
                    layout.objects().get(0).category(),
                    Stratum.UNIQUE),
            new ReferringExpression(
                    "nothing", OptionalInt.empty(), layout.objects().get(0).category(), Stratum.ABSENT));

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenReadsBackEqual() {
        ReferringDataset scenes = scenes();
        assertThat(RisBenchWriter.write(scenes, folder, "train", Progress.silent()))
                .isEqualTo(6);
        RisBenchDataset read = RisBenchDataset.open(folder, "train");
        assertThat(read.samples()).extracting(ReferringSample::id).startsWith("train_0_0", "train_0_1", "train_1_0");
        assertThat(read.samples()).hasSameSizeAs(scenes.samples());
        for (int i = 0; i < read.samples().size(); i++) {
            ReferringSample copy = read.samples().get(i);
            ReferringSample original = scenes.samples().get(i);
            assertThat(copy.text()).isEqualTo(original.text());
            assertThat(read.readMask(copy)).isEqualTo(scenes.readMask(original));
            assertThat(read.readImage(copy).rgb())
                    .isEqualTo(scenes.readImage(original).rgb());
        }
        assertThat(read.samples().get(0).imageId())
                .isEqualTo(read.samples().get(1).imageId())
                .isNotEqualTo(read.samples().get(2).imageId());
    }

    @Test
    void aSplitIsNeverOverwrittenAndAFailureLeavesNoFiles() throws IOException {
        RisBenchWriter.write(scenes(), folder, "train", Progress.silent());
        RisBenchWriter.write(scenes(), folder, "val", Progress.silent());
        assertThatThrownBy(() -> RisBenchWriter.write(scenes(), folder, "train", Progress.silent()))
                .isInstanceOf(UsageException.class);
        Files.delete(folder.resolve("output_phrase_train.txt"));
        assertThatThrownBy(() -> RisBenchWriter.write(scenes(), folder, "train", Progress.silent()))
                .hasMessageContaining("train_0_0.png exists already");
        assertThat(folder.resolve(".train.part")).doesNotExist();
    }

    @Test
    void theFolderOfTheArchiveIsFoundAndTheValListMayNameTrainingFiles() throws IOException {
        Path root = folder.resolve("RISBench_dataset");
        write(root, "train_7_1.png", 8, 8, 255);
        write(root, "train_7_2.png", 8, 8, 255);
        write(root, "train_8_1.png", 8, 8, 0);
        Files.writeString(
                root.resolve("output_phrase_val.txt"),
                "train_7_1.png The ship  near the rght edge.\r\ntrain_8_1.png A dam\r\n\r\ntrain_7_2.png A pier\r\n");
        RisBenchDataset val = RisBenchDataset.open(folder, "val");
        assertThat(val.samples())
                .extracting(ReferringSample::text)
                .containsExactly("The ship  near the rght edge.", "A pier", "A dam");
        assertThat(val.samples().get(0).category()).contains(ObjectCategory.SHIP);
        assertThat(val.readMask(val.samples().get(0)).area()).isEqualTo(64);
        assertThat(val.readMask(val.samples().get(2)).area()).isZero();
    }

    @Test
    void aMaskOfAnotherSizeIsReportedWithBothFiles() throws IOException {
        write(folder, "test_1_1.png", 8, 6, 255);
        Files.writeString(folder.resolve("output_phrase_test.txt"), "test_1_1.png A dam\n");
        RisBenchDataset test = RisBenchDataset.open(folder, "test");
        assertThatThrownBy(() -> test.readMask(test.samples().get(0)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("8 x 6")
                .hasMessageContaining("8 x 8")
                .hasMessageContaining("img_rgb")
                .hasMessageContaining("mask");
    }

    @Test
    void missingPartsAreNamedWithWhatToDownload() throws IOException {
        assertThatThrownBy(() -> RisBenchDataset.open(folder, "test"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Download RISBench");
        write(folder, "test_1_1.png", 8, 8, 255);
        assertThatThrownBy(() -> RisBenchDataset.open(folder, "test")).hasMessageContaining("output_phrase_test.txt");
        Files.writeString(folder.resolve("output_phrase_test.txt"), "test_1_1.png A dam\ntest_1_2.png A dam\n");
        assertThatThrownBy(() -> RisBenchDataset.open(folder, "test"))
                .hasMessageContaining("1 of 2 images")
                .hasMessageContaining("test_1_2.png");
        Files.writeString(folder.resolve("output_phrase_test.txt"), "test_1_1.png A dam\ntest_1_1.png\n");
        assertThatThrownBy(() -> RisBenchDataset.open(folder, "test")).hasMessageContaining("line 2");
    }

    private static void write(Path root, String fileName, int side, int maskHeight, int level) {
        byte[] pixels = new byte[side * maskHeight];
        Arrays.fill(pixels, (byte) level);
        ImageFiles.writePng(root.resolve("mask").resolve(fileName), Mask.of(side, maskHeight, pixels));
        byte[] rgb = new byte[3 * side * side];
        ImageFiles.writePng(root.resolve("img_rgb").resolve(fileName), new RgbImage(side, side, rgb));
    }

    private static ReferringDataset scenes() {
        return RenderedReferringDataset.create(
                new RenderedReferringDataset.Plan("scenes", 3, 2, 5), SceneSpec.square(64), ONE_AND_NONE);
    }
}
