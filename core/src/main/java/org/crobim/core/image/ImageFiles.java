package org.crobim.core.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.AtomicFile;
import org.crobim.core.mask.Mask;

/**
 * Image files from and to eight-bit RGB. Reads PNG, JPEG (also CMYK and YCCK), TIFF, BigTIFF, BMP and GIF (first frame).
 *
 * <p>Pixels are taken as stored: a mask belongs to them pixel by pixel, so an EXIF orientation is ignored and an embedded
 * RGB profile is not applied. Grey and one-bit images get three equal channels, palettes are looked up, CMYK is converted.
 * Alpha is dropped, not composited: aerial tiles use it to mark missing ground, and the colour below stays what it is. Of
 * more than four bands the first three count.
 * Samples deeper than eight bits are brought to eight bits by one rule, see {@link DeepSamples}.
 */
public final class ImageFiles {
    private ImageFiles() {}

    /**
     * Reads an image file; the content counts, not the name.
     *
     * @throws InputException if there is no such file, it is a folder, empty, cut off, damaged, no image, of a kind that is
     *     not supported, or too large for the memory
     */
    public static RgbImage read(Path file) {
        return ImageDecoder.read(file);
    }

    /**
     * Reads a mask: a pixel is set where channel 0 is above the threshold.
     *
     * @param threshold 0..255; 127 for masks of 0 and 255, 0 for masks of 0 and 1
     * @throws InputException as {@link #read} does
     */
    public static Mask readMask(Path file, int threshold) {
        return ImageDecoder.readMask(file, threshold);
    }

    /**
     * Writes a new PNG. To replace a file, give {@link #encodePng(RgbImage)} to {@link AtomicFile#writeBytes}.
     *
     * @throws UsageException if the file exists
     * @throws OutputException if it cannot be written
     */
    public static void writePng(Path file, RgbImage image) {
        AtomicFile.writeBytes(file, false, encodePng(image));
    }

    /**
     * Writes a new eight-bit grey PNG, 255 where the mask is set, otherwise 0.
     *
     * @throws UsageException if the file exists
     * @throws OutputException if it cannot be written
     */
    public static void writePng(Path file, Mask mask) {
        AtomicFile.writeBytes(file, false, encodePng(mask));
    }

    /** The PNG file of an image. */
    public static byte[] encodePng(RgbImage image) {
        return encode(toBufferedImage(image));
    }

    /** The eight-bit grey PNG file of a mask, 255 where it is set, otherwise 0. */
    public static byte[] encodePng(Mask mask) {
        BufferedImage grey = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] target = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < target.length; i++) {
            target[i] = (byte) (mask.pixels()[i] != 0 ? 255 : 0);
        }
        return encode(grey);
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", png)) {
                throw new IllegalStateException("The Java runtime has no PNG encoder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A PNG cannot be written into memory", e);
        }
        return png.toByteArray();
    }

    /** Eight-bit RGB of any Java image, by the rules of this class. */
    public static RgbImage fromBufferedImage(BufferedImage image) {
        return StoredPixels.of(image);
    }

    /** A copy as Java image of type {@link BufferedImage#TYPE_3BYTE_BGR}, ready to be drawn on. */
    public static BufferedImage toBufferedImage(RgbImage image) {
        BufferedImage copy = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] target = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
        byte[] source = image.rgb();
        for (int i = 0; i < source.length; i += 3) {
            target[i] = source[i + 2];
            target[i + 1] = source[i + 1];
            target[i + 2] = source[i];
        }
        return copy;
    }
}
