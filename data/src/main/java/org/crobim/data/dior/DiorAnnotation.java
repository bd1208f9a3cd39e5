package org.crobim.data.dior;

import java.io.InputStream;
import java.util.List;
import org.crobim.core.error.InputException;

/**
 * The content of one annotation file, nothing judged yet.
 *
 * @param fileName image as the file names it, for example "00001.jpg"
 * @param width pixels as stated; 33 files of DIOR-R state another size than DIOR, 800 x 800, does
 * @param height pixels as stated
 * @param boxes in the order of the file
 */
record DiorAnnotation(String fileName, int width, int height, List<Box> boxes) {
    /**
     * One box.
     *
     * @param name class as spelled
     * @param difficult as marked
     * @param corners x1, y1, x2, y2 of an upright box, or four corners in order around an oriented one; pixels
     * @param line where the object ends in the file
     */
    record Box(String name, boolean difficult, double[] corners, int line) {}

    DiorAnnotation {
        boxes = List.copyOf(boxes);
    }

    /**
     * Reads XML without following entities or document types.
     *
     * @param name of the file or archive entry, for messages
     * @throws InputException if it is not the XML of an annotation, with the line
     */
    static DiorAnnotation read(InputStream xml, String name) {
        return new DiorAnnotationReader(name).read(xml);
    }
}
