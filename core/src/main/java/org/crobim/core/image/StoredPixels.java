package org.crobim.core.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.crobim.core.mask.Mask;

/**
 * Eight-bit RGB of a decoded image. Samples are copied where they are red, green, blue or grey; Java's own conversion
 * would push grey through a linear colour space, which brightens it, and RGB through the embedded profile.
 */
final class StoredPixels {
    private static final int CHANNELS = 3;
    private static final int[] RED_GREEN_BLUE = {0, 1, 2};

    private StoredPixels() {}

    /**
     * Asks a decoder for the order red, green, blue, if it can and would otherwise write blue first: an {@link RgbImage} holds
     * samples in that order, and rows are then copied as they are.
     */
    static ImageReadParam redFirst(ImageReader reader) throws IOException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        boolean first = true;
        for (Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0); types.hasNext(); first = false) {
            ImageTypeSpecifier type = types.next();
            if (first && type.getBufferedImageType() != BufferedImage.TYPE_3BYTE_BGR) {
                return wanted;
            }
            if (isRedFirst(type.getSampleModel())) {
                wanted.setDestinationType(type);
            }
        }
        return wanted;
    }

    /** The samples of an image that nobody else holds; they are not copied where they lie as they should. */
    static RgbImage taken(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int height = image.getHeight();
        return isRedFirst(raster.getSampleModel())
                        && raster.getDataBuffer() instanceof DataBufferByte buffer
                        && buffer.getData().length == CHANNELS * width * height
                ? new RgbImage(width, height, buffer.getData())
                : of(image);
    }

    private static boolean isRedFirst(SampleModel model) {
        return model instanceof PixelInterleavedSampleModel interleaved
                && interleaved.getDataType() == DataBuffer.TYPE_BYTE
                && interleaved.getPixelStride() == CHANNELS
                && interleaved.getScanlineStride() == CHANNELS * interleaved.getWidth()
                && Arrays.equals(interleaved.getBandOffsets(), RED_GREEN_BLUE);
    }

    static RgbImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb;
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            rgb = swapped(image);
        } else if (!holdsColourSamples(image.getColorModel())) {
            rgb = converted(image);
        } else if (image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE) {
            rgb = copied(image.getRaster());
        } else {
            rgb = DeepSamples.toEightBits(image.getRaster(), colourBands(image.getRaster()));
        }
        return new RgbImage(width, height, rgb);
    }

    /** Set where channel 0 is above the threshold. */
    static Mask mask(BufferedImage image, int threshold) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[Math.multiplyExact(width, height)];
        // The usual mask file needs no detour over three channels.
        boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY
                && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getData().length == pixels.length;
        byte[] samples = grey
                ? ((DataBufferByte) image.getRaster().getDataBuffer()).getData()
                : of(image).rgb();
        int step = grey ? 1 : 3;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((samples[step * i] & 0xff) > threshold ? 1 : 0);
        }
        return Mask.of(width, height, pixels);
    }

    private static boolean holdsColourSamples(ColorModel model) {
        int space = model.getColorSpace().getType();
        return model instanceof ComponentColorModel
                && !model.isAlphaPremultiplied()
                && (space == ColorSpace.TYPE_RGB || space == ColorSpace.TYPE_GRAY);
    }

    /** Grey with or without alpha has one band of colour. */
    private static int colourBands(Raster raster) {
        return raster.getNumBands() < 3 ? 1 : 3;
    }

    private static byte[] swapped(BufferedImage image) {
        Raster raster = image.getRaster();
        if (!(raster.getDataBuffer() instanceof DataBufferByte buffer)
                || buffer.getData().length != 3 * image.getWidth() * image.getHeight()) {
            return copied(raster);
        }
        byte[] bgr = buffer.getData();
        byte[] rgb = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
        return rgb;
    }

    private static byte[] copied(Raster raster) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int green = bands < 3 ? 0 : 1;
        int blue = bands < 3 ? 0 : 2;
        byte[] rgb = new byte[Math.multiplyExact(3 * width, raster.getHeight())];
        int[] row = new int[width * bands];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i += bands) {
                rgb[target++] = (byte) row[i];
                rgb[target++] = (byte) row[i + green];
                rgb[target++] = (byte) row[i + blue];
            }
        }
        return rgb;
    }

    private static byte[] converted(BufferedImage image) {
        int width = image.getWidth();
        byte[] rgb = new byte[Math.multiplyExact(3 * width, image.getHeight())];
        int[] row = new int[width];
        int target = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                rgb[target++] = (byte) (argb >> 16);
                rgb[target++] = (byte) (argb >> 8);
                rgb[target++] = (byte) argb;
            }
        }
        return rgb;
    }
}
