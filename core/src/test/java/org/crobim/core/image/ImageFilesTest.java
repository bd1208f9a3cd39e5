package org.crobim.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.crobim.core.error.UsageException;
import org.crobim.core.image.HandmadeFiles.Layout;
import org.crobim.core.mask.Mask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
    private static final int ORANGE = 0xffff8040;

    @TempDir
    Path folder;

    @Test
    void aWrittenImageIsReadBackExactly() {
        RgbImage image = noise(37, 23);
        Path file = folder.resolve("image.png");

        ImageFiles.writePng(file, image);

        assertThat(ImageFiles.read(file)).usingRecursiveComparison().isEqualTo(image);
    }

    @Test
    void aWrittenMaskIsReadBackExactly() {
        byte[] pixels = new byte[37 * 23];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = 1;
        }
        Mask mask = Mask.of(37, 23, pixels);
        Path file = folder.resolve("mask.png");

        ImageFiles.writePng(file, mask);

        assertThat(ImageFiles.readMask(file, 127)).isEqualTo(mask);
        assertThat(ImageFiles.readMask(file, 254)).isEqualTo(mask);
        assertThat(ImageFiles.readMask(file, 255).area()).isZero();
    }

    @Test
    void anExistingPictureIsNotReplaced() {
        Path file = folder.resolve("image.png");
        ImageFiles.writePng(file, noise(2, 2));

        assertThatThrownBy(() -> ImageFiles.writePng(file, noise(3, 3))).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp", "gif"})
    void everyLosslessFormatKeepsItsColours(String format) throws IOException {
        BufferedImage source = new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR);
        source.setRGB(1, 0, ORANGE);

        RgbImage image = read(encoded(source, format));

        assertThat(image.width()).isEqualTo(4);
        assertThat(image.height()).isEqualTo(3);
        assertThat(image.rgb()).startsWith(0, 0, 0, 255, 128, 64);
    }

    @Test
    void theNameOfAFileDoesNotDecideWhatItIs() throws IOException {
        Path file = folder.resolve("picture.png");
        Files.write(file, encoded(new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR), "jpeg"));

        assertThat(ImageFiles.read(file).width()).isEqualTo(4);
    }

    @Test
    void theColourBelowTransparentPixelsIsKept() throws IOException {
        BufferedImage source = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        source.setRGB(0, 0, ORANGE & 0x00ffffff);

        assertThat(read(encoded(source, "png")).rgb()).containsExactly(255, 128, 64);
    }

    @Test
    void aPaletteIsLookedUp() throws IOException {
        BufferedImage source = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
        source.setRGB(0, 0, 0xffff0000);

        assertThat(read(encoded(source, "png")).rgb()).containsExactly(255, 0, 0, 0, 0, 0);
    }

    @Test
    void greyIsCopiedAndNotBrightened() throws IOException {
        byte[] rows = {0, 100, (byte) 200};

        assertThat(read(HandmadeFiles.png(2, 1, 8, 0, rows)).rgb()).containsExactly(100, 100, 100, 200, 200, 200);
    }

    @Test
    void greyWithAlphaIsGrey() throws IOException {
        byte[] rows = {0, 100, 0, (byte) 200, (byte) 255};

        assertThat(read(HandmadeFiles.png(2, 1, 8, 4, rows)).rgb()).containsExactly(100, 100, 100, 200, 200, 200);
    }

    @Test
    void oneBitIsBlackOrWhite() throws IOException {
        assertThat(read(HandmadeFiles.png(2, 1, 1, 0, new byte[] {0, 0x40})).rgb())
                .containsExactly(0, 0, 0, 255, 255, 255);
        assertThat(read(HandmadeFiles.tiff(2, 1, new Layout(1, 1, 0, 1, 1), new byte[] {0x40}))
                        .rgb())
                .containsExactly(255, 255, 255, 0, 0, 0);
    }

    @Test
    void sixteenBitsOfFullRangeAreDividedBy257() throws IOException {
        byte[] strip = HandmadeFiles.littleEndianShorts(257 * 10, 257 * 128, 257 * 250);

        assertThat(read(HandmadeFiles.tiff(1, 1, new Layout(3, 16, 2, 1, 1), strip))
                        .rgb())
                .containsExactly(10, 128, 250);
    }

    @Test
    void twelveBitsInSixteenAreStretchedBetweenTheirPercentiles() throws IOException {
        int[] ramp = new int[1000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = 1000 + i;
        }
        RgbImage image =
                read(HandmadeFiles.tiff(1000, 1, new Layout(1, 16, 1, 1, 1), HandmadeFiles.littleEndianShorts(ramp)));

        assertThat(image.channel(0, 0, 0)).isZero();
        assertThat(image.channel(19, 0, 0)).isZero();
        assertThat(image.channel(499, 0, 0)).isEqualTo(128);
        assertThat(image.channel(979, 0, 0)).isEqualTo(255);
        assertThat(image.channel(999, 0, 0)).isEqualTo(255);
    }

    @Test
    void deepMasksAndEmptyDeepImagesKeepTheirMeaning() throws IOException {
        Layout grey = new Layout(1, 16, 1, 1, 1);

        assertThat(read(HandmadeFiles.tiff(2, 1, grey, HandmadeFiles.littleEndianShorts(0, 1)))
                        .rgb())
                .containsExactly(0, 0, 0, 255, 255, 255);
        assertThat(read(HandmadeFiles.tiff(2, 1, grey, new byte[4])).rgb()).containsOnly(0);
    }

    @Test
    void floatingPointIsStretchedAndNotANumberIsBlack() throws IOException {
        byte[] strip = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.25f)
                .putFloat(Float.NaN)
                .putFloat(0.75f)
                .array();

        RgbImage image = read(HandmadeFiles.tiff(3, 1, new Layout(1, 32, 1, 3, 1), strip));

        assertThat(image.rgb()).containsExactly(0, 0, 0, 0, 0, 0, 255, 255, 255);
    }

    @Test
    void ofSixBandsTheFirstThreeCount() throws IOException {
        byte[] strip = {1, 2, 3, 4, 5, 6};

        assertThat(read(HandmadeFiles.tiff(1, 1, new Layout(6, 8, 2, 1, 1), strip))
                        .rgb())
                .containsExactly(1, 2, 3);
    }

    @Test
    void fourInksBecomeColours() throws IOException {
        // Photoshop stores ink the other way round: 0 is full. Full cyan and nothing else is blue-green.
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] jpeg = HandmadeFiles.withJpegSegment(fourInks(0, 255, 255, 255), 0xee, adobe);

        RgbImage image = read(jpeg);

        assertThat(image.channel(8, 8, 0)).isLessThan(60);
        assertThat(image.channel(8, 8, 2)).isGreaterThan(150);
    }

    @Test
    void anExifOrientationIsIgnored() throws IOException {
        byte[] rotated = {
            'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0,
            0
        };
        byte[] jpeg = encoded(new BufferedImage(32, 16, BufferedImage.TYPE_3BYTE_BGR), "jpeg");

        RgbImage image = read(HandmadeFiles.withJpegSegment(jpeg, 0xe1, rotated));

        assertThat(image.width()).isEqualTo(32);
        assertThat(image.height()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "tiff", "bmp"})
    void onePixelAndVeryWideImagesAreRead(String format) throws IOException {
        assertThat(read(encoded(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR), format))
                        .rgb())
                .hasSize(3);
        assertThat(read(encoded(new BufferedImage(20_000, 3, BufferedImage.TYPE_3BYTE_BGR), format))
                        .width())
                .isEqualTo(20_000);
    }

    private RgbImage read(byte[] content) throws IOException {
        return ImageFiles.read(Files.write(folder.resolve("image"), content));
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] fourInks(int... inks) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i % 16, i / 16, inks);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    private static RgbImage noise(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        new Random(7).nextBytes(rgb);
        return new RgbImage(width, height, rgb);
    }
}
