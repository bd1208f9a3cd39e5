package org.crobim.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.crobim.core.error.InputException;
import org.crobim.core.image.HandmadeFiles.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedImageTest {
    /** Marks at the end of a file that hold no pixel: "no further directory" of a TIFF is the longest. */
    private static final int LONGEST_TRAILER = 8;

    @TempDir
    Path folder;

    @Test
    void aMissingFileAFolderAndAnEmptyFileAreNamed() throws IOException {
        assertThatThrownBy(() -> ImageFiles.read(folder.resolve("no.png")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no.png: no such file");
        assertThatThrownBy(() -> ImageFiles.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a folder");
        assertRefused(new byte[0], "is empty");
    }

    @Test
    void textWithTheNameOfAPictureIsNoImage() throws IOException {
        assertRefused("<html>404 not found</html>".getBytes(StandardCharsets.UTF_8), "is not an image");
        assertRefused("GIF89a and then only words".getBytes(StandardCharsets.UTF_8), "this GIF");
        assertRefused("BM is how a bitmap begins, too".getBytes(StandardCharsets.UTF_8), "this BMP");
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0}, "this JPEG");
        assertRefused(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0}, "this TIFF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "tiff", "bmp", "gif"})
    void aFileThatIsCutOffAnywhereIsAnError(String format) throws IOException {
        assertEveryCutRefused(encoded(format, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void anInterlacedOrProgressiveFileThatIsCutOffIsAnError(String format) throws IOException {
        assertEveryCutRefused(encoded(format, true));
    }

    @Test
    void aCompressedTiffWithItsDirectoryFirstThatIsCutOffIsAnError() throws IOException {
        byte[] noise = new byte[3 * 40 * 40];
        new Random(5).nextBytes(noise);
        byte[] tiff = HandmadeFiles.tiff(40, 40, new Layout(3, 8, 2, 1, 8), HandmadeFiles.deflated(noise));

        assertEveryCutRefused(tiff);
    }

    @Test
    void aChangedByteInAPngIsFoundByItsChecksum() throws IOException {
        byte[] png = encoded("png", false);
        png[png.length / 2] ^= 1;

        assertRefused(png, "wrong checksum");
    }

    @Test
    void aPngWithTooFewRowsIsAnError() throws IOException {
        assertRefused(HandmadeFiles.png(64, 64, 8, 2, new byte[100 * 30]), "this PNG");
    }

    @Test
    void whatFollowsTheEndOfAFileDoesNotMatter() throws IOException {
        byte[] png = encoded("png", false);

        assertThat(ImageFiles.read(write(Arrays.copyOf(png, png.length + 99))).width())
                .isEqualTo(48);
    }

    @Test
    void anAbsurdSizeIsRefusedBeforeMemoryIsTaken() throws IOException {
        assertRefused(HandmadeFiles.png(60_000, 60_000, 8, 2, new byte[10]), "60,000 x 60,000");
        assertRefused(
                HandmadeFiles.tiff(2_000_000_000, 2_000_000_000, new Layout(3, 8, 2, 1, 1), new byte[10]),
                "2,000,000,000");
    }

    @Test
    void aKindOfTiffWithoutADecoderIsNamed() throws IOException {
        int jpeg2000 = 34_712;

        assertRefused(HandmadeFiles.tiff(4, 3, new Layout(3, 8, 2, 1, jpeg2000), new byte[99]), "34712");
    }

    private void assertEveryCutRefused(byte[] content) throws IOException {
        List<Integer> accepted = new ArrayList<>();
        for (int length = 1; length < content.length; length += Math.max(1, content.length / 150)) {
            try {
                ImageFiles.read(write(Arrays.copyOf(content, length)));
                accepted.add(length);
            } catch (InputException expected) {
                assertThat(expected).hasMessageContaining("image: ");
            }
        }
        assertThat(accepted).allMatch(length -> length >= content.length - LONGEST_TRAILER);
    }

    private void assertRefused(byte[] content, String reason) throws IOException {
        Path file = write(content);
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("image: ")
                .hasMessageContaining(reason);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("image"), content);
    }

    private static byte[] encoded(String format, boolean progressive) throws IOException {
        BufferedImage picture = new BufferedImage(48, 40, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(3);
        for (int i = 0; i < 48 * 40; i++) {
            picture.setRGB(i % 48, i / 48, i << 12 | random.nextInt(100));
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (progressive) {
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
