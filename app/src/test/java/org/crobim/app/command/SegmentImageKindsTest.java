package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.mask.Mask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of image that users bring, through the whole command. */
class SegmentImageKindsTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path weights = Path.of("");

    @BeforeAll
    static void writeWeights() {
        weights = NanoWeights.write(shared.resolve("nano.safetensors"), 0);
    }

    @Test
    void aSinglePixelIsAnswered() throws IOException {
        assertAnswered(encoded(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR), "png"), 1, 1);
    }

    @Test
    void anImageOfTwentyThousandPixelsWidthIsAnswered() throws IOException {
        assertAnswered(encoded(new BufferedImage(20_000, 5, BufferedImage.TYPE_3BYTE_BGR), "jpeg"), 20_000, 5);
    }

    @Test
    void sixteenBitsAreAnswered() throws IOException {
        BufferedImage deep = new BufferedImage(9, 7, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(3, 3, 0, 40_000);

        assertAnswered(encoded(deep, "png"), 9, 7);
        assertAnswered(encoded(deep, "tiff"), 9, 7);
    }

    @Test
    void aPaletteIsAnswered() throws IOException {
        assertAnswered(encoded(new BufferedImage(8, 6, BufferedImage.TYPE_BYTE_INDEXED), "png"), 8, 6);
    }

    @Test
    void fourInksAreAnswered() throws IOException {
        assertAnswered(fourInks(16, 24), 16, 24);
    }

    @Test
    void aMissingFileIsBadInput() {
        assertRefused(folder.resolve("no-such-image.png"), "no-such-image.png");
    }

    @Test
    void aFolderIsBadInput() throws IOException {
        assertRefused(Files.createDirectories(folder.resolve("pictures")), "pictures");
    }

    @Test
    void anEmptyFileIsBadInput() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.png")), "empty");
    }

    @Test
    void aFileThatIsNoImageIsBadInput() throws IOException {
        assertRefused(Files.writeString(folder.resolve("text.png"), "just some words"), "text.png");
    }

    @Test
    void aTruncatedFileIsBadInput() throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        for (String format : new String[] {"png", "jpeg", "tiff"}) {
            byte[] whole = encoded(image, format);
            Path cut = folder.resolve("cut." + format);

            assertRefused(Files.write(cut, Arrays.copyOf(whole, whole.length * 2 / 3)), "cut." + format);
        }
    }

    private void assertAnswered(byte[] file, int width, int height) throws IOException {
        Path out = folder.resolve("found");
        Typed typed = segment(Files.write(folder.resolve("image"), file), out);

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        Mask mask = ImageFiles.readMask(out.resolve("0.mask.png"), 127);
        assertThat(mask.width()).isEqualTo(width);
        assertThat(mask.height()).isEqualTo(height);
        assertThat(ImageFiles.read(out.resolve("0.overlay.png")).width()).isEqualTo(width);
    }

    private void assertRefused(Path image, String named) {
        Path out = folder.resolve("found");
        Typed typed = segment(image, out);

        assertThat(typed.exitCode()).as(typed.err()).isEqualTo(3);
        assertThat(typed.err()).startsWith("error: ").contains(named).doesNotContain("Exception");
        assertThat(typed.json().path("error").path("exitCode").asInt()).isEqualTo(3);
        assertThat(out).doesNotExist();
    }

    private static Typed segment(Path image, Path out) {
        return Typed.crobim(
                "segment",
                "--image",
                image,
                "--expression",
                "the ship",
                "--weights",
                weights,
                "--out",
                out,
                "--overwrite",
                "--json");
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** A JPEG of four channels without any marker that says what they mean. */
    private static byte[] fourInks(int width, int height) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
