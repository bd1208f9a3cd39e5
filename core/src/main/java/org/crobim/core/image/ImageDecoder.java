package org.crobim.core.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.crobim.core.error.InputException;
import org.crobim.core.mask.Mask;
import org.jspecify.annotations.Nullable;

/** Decodes one image file and turns everything that can go wrong with it into an {@link InputException}. */
final class ImageDecoder {
    /** Above this no eight-bit RGB array of the image can be held anyway. */
    private static final long MOST_PIXELS = 500_000_000;

    private static final long READ_AT_ONCE_BYTES = 32L << 20;

    private final Path file;
    private @Nullable String damage;

    private ImageDecoder(Path file) {
        this.file = file;
    }

    static RgbImage read(Path file) {
        return new ImageDecoder(file).read(StoredPixels::taken);
    }

    static Mask readMask(Path file, int threshold) {
        return new ImageDecoder(file).read(image -> StoredPixels.mask(image, threshold));
    }

    private <T> T read(Function<BufferedImage, T> pixels) {
        requireFile();
        try (ImageInputStream stream = open()) {
            return read(recognise(stream), stream, pixels);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private <T> T read(ImageFormat format, ImageInputStream stream, Function<BufferedImage, T> pixels) {
        try {
            FileStructure.requireComplete(format, stream);
            stream.seek(0);
            return pixels.apply(decode(format, stream));
        } catch (InputException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new InputException(
                    "%s: too large for the memory. Cut the image into tiles, or raise the limit: CROBIM_JAVA_OPTIONS=-Xmx8g"
                            .formatted(file),
                    e);
        } catch (IOException | RuntimeException e) {
            // Decoders meet broken files with any unchecked exception; to the user all of them mean the same.
            throw damaged(format, reason(e), e);
        }
    }

    /** Decoders read a few bytes at a time, which costs a call of the system each; small files are read at once. */
    private ImageInputStream open() throws IOException {
        if (Files.size(file) <= READ_AT_ONCE_BYTES) {
            return new ByteArrayImageInputStream(Files.readAllBytes(file));
        }
        ImageInputStream stream = ImageIO.createImageInputStream(file.toFile());
        if (stream == null) {
            throw new InputException("%s: cannot be read. Check its permissions.".formatted(file));
        }
        return stream;
    }

    private InputException unreadable(IOException e) {
        return new InputException("%s: cannot be read (%s). Check its permissions.".formatted(file, e), e);
    }

    private static String reason(Exception error) {
        if (error instanceof EOFException || error instanceof IndexOutOfBoundsException) {
            return "it ends too early";
        }
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    private void requireFile() {
        if (!Files.exists(file)) {
            throw new InputException("%s: no such file. Check the path.".formatted(file));
        }
        if (!Files.isRegularFile(file)) {
            String kind = Files.isDirectory(file) ? "a folder" : "no regular file";
            throw new InputException("%s: is %s, expected an image file.".formatted(file, kind));
        }
    }

    private ImageFormat recognise(ImageInputStream stream) throws IOException {
        byte[] head = new byte[ImageFormat.SIGNATURE_LENGTH];
        int length = Math.max(0, stream.read(head));
        if (length == 0) {
            throw new InputException("%s: is empty, expected an image.".formatted(file));
        }
        return ImageFormat.recognise(Arrays.copyOf(head, length))
                .orElseThrow(() -> new InputException(
                        "%s: is not an image that can be read here. Expected PNG, JPEG, TIFF, BMP or GIF; convert it first."
                                .formatted(file)));
    }

    private BufferedImage decode(ImageFormat format, ImageInputStream stream) throws IOException {
        ImageReader reader = format.decoder().createReaderInstance();
        try {
            reader.addIIOReadWarningListener((source, warning) -> noteWarning(warning));
            reader.setInput(stream, true, true);
            requireSaneSize(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image =
                    format == ImageFormat.PNG ? reader.read(0, StoredPixels.redFirst(reader)) : reader.read(0);
            if (damage != null) {
                throw damaged(format, damage, null);
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    // The decoders fill what is missing with grey and only warn. Other warnings (odd profiles, stray bytes) are
    // harmless.
    private void noteWarning(String warning) {
        String lowerCase = warning.toLowerCase(Locale.ROOT);
        if (lowerCase.contains("truncated") || lowerCase.contains("premature")) {
            damage = warning;
        }
    }

    private void requireSaneSize(long width, long height) {
        if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "%s: its header says %,d x %,d pixels, expected at most %,d in all. Cut larger images into tiles.",
                    file,
                    width,
                    height,
                    MOST_PIXELS));
        }
    }

    private InputException damaged(ImageFormat format, String reason, @Nullable Throwable cause) {
        String message =
                "%s: this %s is cut off, damaged or of a kind that cannot be read (%s). Copy it again or convert it."
                        .formatted(file, format, reason);
        return cause == null ? new InputException(message) : new InputException(message, cause);
    }
}
