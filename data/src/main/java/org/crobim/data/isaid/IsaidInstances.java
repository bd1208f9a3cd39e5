package org.crobim.data.isaid;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.Refusal;
import org.crobim.data.annotated.RefusalLog;

/**
 * The instances of one image.
 *
 * @param width pixels
 * @param height pixels
 * @param objects in the order of their numbers, ids counted from 0
 */
record IsaidInstances(int width, int height, List<AnnotatedObject> objects) {
    IsaidInstances {
        objects = List.copyOf(objects);
    }

    /**
     * Reads a pair of pictures.
     *
     * @param ids number of the instance as red + 256 green + 65536 blue, 0 where there is none
     * @param colours colour of the class
     * @param refusals receives instances of more than one class
     * @throws InputException if they differ in size, or a colour names no class
     */
    static IsaidInstances read(Path ids, Path colours, RefusalLog refusals) {
        RgbImage numbers = ImageFiles.read(ids);
        RgbImage classes = ImageFiles.read(colours);
        if (numbers.width() != classes.width() || numbers.height() != classes.height()) {
            throw new InputException("%s has %d x %d pixels and %s has %d x %d: they are no pair. Download both again."
                    .formatted(ids, numbers.width(), numbers.height(), colours, classes.width(), classes.height()));
        }
        List<AnnotatedObject> objects = new ArrayList<>();
        extents(numbers, new ClassPicture(classes, colours)).forEach((number, extent) -> {
            if (extent.isMixed) {
                refusals.refuse(new Refusal(
                        ids, 0, "instance " + number, "the instance has the class colours of more than one class"));
            } else {
                ClassColour colour = extent.colour;
                objects.add(new AnnotatedObject(
                        objects.size(), colour.category(), colour.sourceName(), extent.pixels(numbers, number), false));
            }
        });
        return new IsaidInstances(numbers.width(), numbers.height(), objects);
    }

    private static Map<Integer, Extent> extents(RgbImage numbers, ClassPicture classes) {
        Map<Integer, Extent> extents = new TreeMap<>();
        for (int y = 0; y < numbers.height(); y++) {
            for (int x = 0; x < numbers.width(); x++) {
                int number = number(numbers, x, y);
                if (number != 0) {
                    ClassColour colour = classes.at(x, y);
                    extents.computeIfAbsent(number, unused -> new Extent(colour))
                            .add(x, y, colour);
                } else if (!classes.isBlack(x, y)) {
                    // Of no instance, but a colour that names no class says that the file is damaged.
                    classes.at(x, y);
                }
            }
        }
        return extents;
    }

    /** The picture of the classes, every pixel of which is looked at. */
    private record ClassPicture(RgbImage image, Path file) {
        boolean isBlack(int x, int y) {
            return number(image, x, y) == 0;
        }

        ClassColour at(int x, int y) {
            int reversed = number(image, x, y);
            int rgb = (reversed & 0xff) << 16 | reversed & 0xff00 | reversed >> 16;
            return ClassColour.of(rgb)
                    .orElseThrow(() -> new InputException(
                            "%s: the colour #%06x at (%d, %d) names no class of iSAID. Use the instance_color picture as it was published."
                                    .formatted(file, rgb, x, y)));
        }
    }

    private static int number(RgbImage image, int x, int y) {
        int at = 3 * (y * image.width() + x);
        byte[] rgb = image.rgb();
        return (rgb[at] & 0xff) | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff) << 16;
    }

    /** Where an instance lies; grows pixel by pixel in reading order. */
    private static final class Extent {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private final ClassColour colour;
        private boolean isMixed;

        Extent(ClassColour colour) {
            this.colour = colour;
        }

        void add(int x, int y, ClassColour seen) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = y;
            isMixed |= seen != colour;
        }

        ObjectShape pixels(RgbImage numbers, int number) {
            int width = right - left + 1;
            int height = bottom - top + 1;
            byte[] patch = new byte[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    patch[y * width + x] = (byte) (number(numbers, left + x, top + y) == number ? 1 : 0);
                }
            }
            return new ObjectShape.Pixels(left, top, Mask.of(width, height, patch));
        }
    }
}
