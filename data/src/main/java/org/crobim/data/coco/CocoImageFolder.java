package org.crobim.data.coco;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;

/** The image files that an annotation file speaks of. */
record CocoImageFolder(Path folder) {
    /** Fails now, with all that is missing counted, instead of at the first image read. */
    void requireFiles(List<CocoImage> images) {
        List<CocoImage> missing = images.stream()
                .filter(image -> !Files.isRegularFile(file(image)))
                .toList();
        if (!missing.isEmpty()) {
            throw new InputException(
                    ("%d of %d images are missing in %s, the first is \"%s\". Put the image files of the data set there,"
                                    + " named as in the annotation file, or give another folder of images.")
                            .formatted(
                                    missing.size(),
                                    images.size(),
                                    folder,
                                    missing.get(0).fileName()));
        }
    }

    /** Reads an image and checks that its size is the one that its outlines were drawn on. */
    RgbImage read(CocoImage image) {
        RgbImage read = ImageFiles.read(file(image));
        if (read.width() != image.width() || read.height() != image.height()) {
            throw new InputException(
                    ("%s has %d x %d pixels, its annotation was made for %d x %d: the outlines would not fit."
                                    + " Use the original image file.")
                            .formatted(file(image), read.width(), read.height(), image.width(), image.height()));
        }
        return read;
    }

    private Path file(CocoImage image) {
        return folder.resolve(image.fileName());
    }
}
