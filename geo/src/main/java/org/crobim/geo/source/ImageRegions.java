package org.crobim.geo.source;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.crobim.core.error.InputException;

/** Decodes bands of rows of an image that may be larger than the memory, each by running through what lies above it. */
final class ImageRegions implements AutoCloseable {
    private static final int MOST_SIDE = 1 << 20;

    private final Path file;
    private final ImageInputStream stream;
    private final ImageReader reader;
    private final ColorModel model;
    private final int width;
    private final int height;

    private ImageRegions(
            Path file, ImageInputStream stream, ImageReader reader, ColorModel model, int width, int height) {
        this.file = file;
        this.stream = stream;
        this.reader = reader;
        this.model = model;
        this.width = width;
        this.height = height;
    }

    static ImageRegions open(Path file) {
        try {
            ImageInputStream stream = ImageIO.createImageInputStream(file.toFile());
            if (stream == null) {
                throw new InputException("%s: cannot be read. Check its permissions.".formatted(file));
            }
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                stream.close();
                throw new InputException(
                        "%s: is not a scene that can be read here. Expected a GeoTIFF, PNG or JPEG; convert it with gdal_translate."
                                .formatted(file));
            }
            ImageReader reader = readers.next();
            reader.setInput(stream, false, true);
            return described(file, stream, reader);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static ImageRegions described(Path file, ImageInputStream stream, ImageReader reader) throws IOException {
        try {
            ImageTypeSpecifier type = reader.getRawImageType(0);
            if (type == null) {
                type = reader.getImageTypes(0).next();
            }
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE) {
                throw new InputException(String.format(
                        Locale.ROOT,
                        "%s: its header says %,d x %,d pixels, expected sides of at most %,d.",
                        file,
                        width,
                        height,
                        MOST_SIDE));
            }
            return new ImageRegions(file, stream, reader, type.getColorModel(), width, height);
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            stream.close();
            if (e instanceof InputException known) {
                throw known;
            }
            throw damaged(file, e);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int bands() {
        return model.getNumComponents();
    }

    boolean hasAlpha() {
        return model.hasAlpha();
    }

    String sampleType() {
        return "uint" + model.getComponentSize(0);
    }

    /** Where the image is not transparent, of an image that fits into memory. */
    byte[] validity() {
        BufferedImage image = decode(new Rectangle(0, 0, width, height));
        byte[] valid = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                valid[y * width + x] = (byte) (row[x] >>> 24 == 0 ? 0 : 1);
            }
        }
        return valid;
    }

    /** Four bytes a pixel of some rows: red, green, blue and whether there is data. */
    byte[] rows(int top, int count) {
        if (model.getComponentSize(0) > Byte.SIZE) {
            throw new InputException(
                    "%s: an image of %d x %d pixels and %s is too large for the memory. Convert it with gdal_translate -co TILED=YES -co COMPRESS=DEFLATE."
                            .formatted(file, width, height, sampleType()));
        }
        BufferedImage image = decode(new Rectangle(0, top, width, count));
        byte[] pixels = new byte[Math.multiplyExact(4, Math.multiplyExact(width, count))];
        boolean plainGrey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        int[] row = new int[width];
        for (int y = 0; y < count; y++) {
            if (plainGrey) {
                greyRow(image.getRaster(), y, row);
            } else {
                image.getRGB(0, y, width, 1, row, 0, width);
            }
            for (int x = 0; x < width; x++) {
                int target = 4 * (y * width + x);
                pixels[target] = (byte) (row[x] >> 16);
                pixels[target + 1] = (byte) (row[x] >> 8);
                pixels[target + 2] = (byte) row[x];
                pixels[target + 3] = (byte) (row[x] >>> 24 == 0 ? 0 : 1);
            }
        }
        return pixels;
    }

    /** Java's own conversion would brighten grey by a linear colour space. */
    private static void greyRow(Raster raster, int y, int[] row) {
        raster.getSamples(0, y, row.length, 1, 0, row);
        for (int x = 0; x < row.length; x++) {
            row[x] = 0xff00_0000 | row[x] * 0x01_0101;
        }
    }

    private BufferedImage decode(Rectangle region) {
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceRegion(region);
        try {
            BufferedImage image = reader.read(0, wanted);
            if (image.getRaster().getTransferType() == DataBuffer.TYPE_UNDEFINED) {
                throw new IOException("samples of no known type");
            }
            return image;
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    private static InputException damaged(Path file, Exception e) {
        String reason = e instanceof EOFException ? "it ends too early" : String.valueOf(e.getMessage());
        return new InputException(
                "%s: this image is cut off, damaged or of a kind that cannot be read (%s). Copy it again or convert it."
                        .formatted(file, reason),
                e);
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            stream.close();
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }
}
