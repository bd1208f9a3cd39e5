package org.crobim.data.coco;

import java.util.List;

/**
 * One annotated image.
 *
 * @param fileName relative to the folder of the images
 * @param width pixels as the annotation states it, at least 1
 * @param height pixels as the annotation states it, at least 1
 * @param objects in the order of the file
 */
public record CocoImage(String fileName, int width, int height, List<CocoObject> objects) {
    /** Checks the size and copies the list. */
    public CocoImage {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "Image \"%s\" states %d x %d pixels, expected at least 1 x 1".formatted(fileName, width, height));
        }
        objects = List.copyOf(objects);
    }
}
