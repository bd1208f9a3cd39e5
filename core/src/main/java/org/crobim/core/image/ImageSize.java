package org.crobim.core.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.crobim.core.error.InputException;

/**
 * Size of an image.
 *
 * @param width pixels
 * @param height pixels
 */
public record ImageSize(int width, int height) {
    /**
     * The size of an image file, read from its header alone.
     *
     * @throws InputException if the file is missing or no image
     */
    public static ImageSize of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("%s: no such file".formatted(file));
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new InputException("%s is no image of a supported kind".formatted(file));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return new ImageSize(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return "%d x %d".formatted(width, height);
    }
}
