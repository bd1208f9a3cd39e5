package org.crobim.data.rrsisd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageSize;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringSample;
import org.crobim.data.refer.MadeRefer;
import org.crobim.data.refer.SentenceField;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RrsisdDatasetTest {
    private static final int SIDE = 100;

    @TempDir
    private Path root;

    private Path annotations = Path.of("");
    private Path images = Path.of("");

    @BeforeEach
    void nameFolders() {
        annotations = root.resolve("rrsisd");
        images = root.resolve("images/rrsisd/JPEGImages");
    }

    @Test
    void aSplitHasItsSentencesClassesImagesAndMasks() throws IOException {
        Mask ship = MadeRefer.rectangle(SIDE, 10, 20, 30, 60);
        new MadeRefer()
                .reference(7, "00007.jpg", "train", 13, "The ship on the left", "The ship on the left")
                .reference(8, "00008.jpg", "val", 15, "A tank", "A tank")
                .annotation(7, 13, ship)
                .annotation(8, 15, ship)
                .write(annotations);
        MadeRefer.image(images.resolve("00007.jpg"), SIDE, SIDE);

        RrsisdDataset train = RrsisdDataset.open(root, "train");

        assertThat(train.name()).isEqualTo("RRSIS-D train");
        assertThat(train.samples())
                .containsExactly(
                        ReferringSample.ofText("00007", "00007.jpg", "The ship on the left", ObjectCategory.SHIP));
        assertThat(train.readMask(train.samples().get(0))).isEqualTo(ship);
        assertThat(train.readImage(train.samples().get(0)).width()).isEqualTo(SIDE);
        assertThat(train.sizeMismatches()).isEmpty();
        assertThat(train.emptyTruths()).isEmpty();
    }

    @Test
    void aSentenceThatWasOverwrittenByItsClassIsReadFromSent() throws IOException {
        new MadeRefer()
                .reference(1, "00001.jpg", "train", 15, "storagetank", "The tank at the top")
                .reference(2, "00002.jpg", "train", 13, "The ship itself", "the ship itself")
                .reference(3, "00003.jpg", "train", 13, "ship", "ship")
                .annotation(1, 15, Mask.empty(SIDE, SIDE))
                .annotation(2, 13, Mask.empty(SIDE, SIDE))
                .annotation(3, 13, Mask.empty(SIDE, SIDE))
                .write(annotations);
        for (int number = 1; number <= 3; number++) {
            MadeRefer.image(images.resolve("0000%d.jpg".formatted(number)), SIDE, SIDE);
        }

        assertThat(RrsisdDataset.open(root, "train").samples())
                .extracting(ReferringSample::text)
                .containsExactly("The tank at the top", "The ship itself", "ship");
        assertThat(RrsisdDataset.open(root, "train", SentenceField.RAW).samples())
                .extracting(ReferringSample::text)
                .containsExactly("storagetank", "The ship itself", "ship");
        assertThat(RrsisdDataset.open(root, "train", SentenceField.SENT).samples())
                .extracting(ReferringSample::text)
                .containsExactly("The tank at the top", "the ship itself", "ship");
        assertThat(RrsisdDataset.open(root, "train").emptyTruths()).containsExactly("00001", "00002", "00003");
    }

    @Test
    void aMaskThatDiffersByAFewPixelsIsResizedToItsImageAndOneThatDoesNotFitIsAnError() throws IOException {
        new MadeRefer()
                .reference(9976, "09976.jpg", "test", 13, "A ship", "A ship")
                .reference(15324, "15324.jpg", "test", 13, "A ship", "A ship")
                .annotation(9976, 13, MadeRefer.rectangle(SIDE, 0, 0, SIDE, SIDE))
                .annotation(15324, 13, MadeRefer.rectangle(SIDE, 0, 50, SIDE, SIDE))
                .write(annotations);
        MadeRefer.image(images.resolve("09976.jpg"), SIDE, SIDE + 13);
        MadeRefer.image(images.resolve("15324.jpg"), SIDE, 2 * SIDE);

        RrsisdDataset test = RrsisdDataset.open(root, "test");

        Mask resized = test.readMask(test.samples().get(0));
        assertThat(resized.height()).isEqualTo(SIDE + 13);
        assertThat(resized.area()).isEqualTo(SIDE * (SIDE + 13));
        assertThatThrownBy(() -> test.readMask(test.samples().get(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("15324.jpg", "100 x 200", "100 x 100", "Download the image again");
        assertThat(test.sizeMismatches())
                .extracting(mismatch -> mismatch.sampleId() + " " + mismatch.imageSize())
                .containsExactly("09976 " + new ImageSize(SIDE, SIDE + 13), "15324 100 x 200");
    }

    @Test
    void whatIsMissingIsNamedWithWhatToDownloadAndWhereItMustLie() throws IOException {
        assertThatThrownBy(() -> RrsisdDataset.open(root, "train"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("no RRSIS-D folder", "Download RRSIS-D", annotations.toString());
        Files.createDirectories(annotations);
        assertThatThrownBy(() -> RrsisdDataset.open(root, "train"))
                .hasMessageContaining("%s/ is missing".formatted(images));
        Files.createDirectories(images);
        assertThatThrownBy(() -> RrsisdDataset.open(root, "train"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("refs(unc).p is missing", "Download");
        new MadeRefer()
                .reference(1, "00001.jpg", "train", 13, "A ship", "A ship")
                .write(annotations);
        assertThatThrownBy(() -> RrsisdDataset.open(root, "train"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("1 of 1 images are missing", "00001.jpg", "Download the RRSIS-D images");
        MadeRefer.image(images.resolve("00001.jpg"), SIDE, SIDE);
        assertThatThrownBy(() -> RrsisdDataset.open(root, "train"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("has no annotation 1", "reference 1 (00001.jpg)");
        assertThatThrownBy(() -> RrsisdDataset.open(root, "all"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("\"all\"", "only of [train]");
        Files.delete(annotations.resolve("instances.json"));
        assertThatThrownBy(() -> RrsisdDataset.open(root, "train"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("instances.json is missing", "Download");
    }
}
