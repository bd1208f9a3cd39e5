package org.crobim.data.refsegrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.crobim.core.error.InputException;
import org.crobim.data.ReferringSample;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefSegRsDatasetTest {
    @TempDir
    private Path root;

    @Test
    void anImageOfSeveralLinesIsOneImageWithSeveralSamples() throws IOException {
        writePair("12", 8, 8, 255);
        writePair("7", 8, 8, 255);
        Files.writeString(
                root.resolve("output_phrase_train.txt"),
                "12 vehicle in the parking area\n7 the low vegetation\r\n12 road marking on the left\n\n");

        RefSegRsDataset train = RefSegRsDataset.open(root, "train");

        assertThat(train.name()).isEqualTo("refsegrs train");
        assertThat(train.samples())
                .containsExactly(
                        ReferringSample.ofText("12", "12", "vehicle in the parking area", ObjectCategory.VEHICLE),
                        ReferringSample.ofText("12#2", "12", "road marking on the left"),
                        ReferringSample.ofText("7", "7", "the low vegetation"));
        assertThat(train.readImage(train.samples().get(1)).width()).isEqualTo(8);
    }

    @Test
    void aMaskPixelIsSetAboveFifty() throws IOException {
        writePair("50", 8, 8, 50);
        writePair("51", 8, 8, 51);
        Files.writeString(root.resolve("output_phrase_val.txt"), "50 a road\n51 a road\n");

        RefSegRsDataset val = RefSegRsDataset.open(root, "val");

        assertThat(val.readMask(val.samples().get(0)).area()).isZero();
        assertThat(val.readMask(val.samples().get(1)).area()).isEqualTo(64);
    }

    @Test
    void aMaskOfAnotherSizeIsReportedWithBothFiles() throws IOException {
        writePair("3", 8, 6, 255);
        Files.writeString(root.resolve("output_phrase_test.txt"), "3 a road\n");

        RefSegRsDataset test = RefSegRsDataset.open(root, "test");

        assertThatThrownBy(() -> test.readMask(test.samples().get(0)))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("8 x 6", "8 x 8", "images", "masks");
    }

    @Test
    void whatIsMissingIsNamedWithWhatToDownload() throws IOException {
        assertThatThrownBy(() -> RefSegRsDataset.open(root, "test"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Download RefSegRS");
        writePair("3", 8, 8, 255);
        assertThatThrownBy(() -> RefSegRsDataset.open(root, "test"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("output_phrase_test.txt is missing");
        Files.writeString(root.resolve("output_phrase_test.txt"), "3 a road\n4 a road\n");
        assertThatThrownBy(() -> RefSegRsDataset.open(root, "test"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("1 of 2 images", "4.tif", "Download the RefSegRS images");
    }

    @Test
    void aLineWithoutSentenceOrInAnotherEncodingIsReportedWithItsNumber() throws IOException {
        writePair("3", 8, 8, 255);
        Path list = root.resolve("output_phrase_test.txt");
        Files.writeString(list, "3 a road\n\n3\n");
        assertThatThrownBy(() -> RefSegRsDataset.open(root, "test"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 3: \"3\" has no sentence");
        Files.write(list, "3 a road\n3 a caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> RefSegRsDataset.open(root, "test"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 2 is not UTF-8 text");
        Files.writeString(list, "\uFEFF3 a road\n");
        assertThat(RefSegRsDataset.open(root, "test").samples())
                .extracting(ReferringSample::id)
                .containsExactly("3");
    }

    private void writePair(String id, int side, int maskHeight, int level) throws IOException {
        write("images", id, new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR));
        BufferedImage mask = new BufferedImage(side, maskHeight, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < maskHeight; y++) {
            for (int x = 0; x < side; x++) {
                mask.getRaster().setSample(x, y, 0, level);
            }
        }
        write("masks", id, mask);
    }

    private void write(String folder, String id, BufferedImage image) throws IOException {
        Path file = Files.createDirectories(root.resolve(folder)).resolve(id + ".tif");
        assertThat(ImageIO.write(image, "tiff", file.toFile())).isTrue();
    }
}
