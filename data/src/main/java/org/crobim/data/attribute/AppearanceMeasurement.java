package org.crobim.data.attribute;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.language.attribute.Appearance;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.Form;

/**
 * What an object looks like. Colours are counted pixel by pixel in HSV (as Aerial-D does); the direction of the long side is that
 * of the smallest box around the mask, which for compact objects is steadier than the main axis of their pixels.
 */
public final class AppearanceMeasurement {
    /** Fewer pixels have no outline that could be named. */
    private static final int LEAST_PIXELS = 30;

    private static final int CORNER_NUMBERS = 8;

    private AppearanceMeasurement() {}

    /**
     * Looks at an object.
     *
     * @param image the scene
     * @param mask of the size of the image
     */
    public static Appearance measure(RgbImage image, Mask mask) {
        if (image.width() != mask.width() || image.height() != mask.height()) {
            throw new IllegalArgumentException("Image of %d x %d and mask of %d x %d differ in size"
                    .formatted(image.width(), image.height(), mask.width(), mask.height()));
        }
        return measure(image, 0, 0, mask);
    }

    /**
     * Looks at an object of which the pixels are known in a patch.
     *
     * @param left first column of the patch in the image
     * @param top first row of the patch
     * @param patch pixels of the object, wholly inside the image
     */
    public static Appearance measure(RgbImage image, int left, int top, Mask patch) {
        if (left < 0 || top < 0 || left + patch.width() > image.width() || top + patch.height() > image.height()) {
            throw new IllegalArgumentException("Patch of %d x %d at (%d, %d) leaves the image of %d x %d"
                    .formatted(patch.width(), patch.height(), left, top, image.width(), image.height()));
        }
        return new Appearance(colours(image, left, top, patch), form(patch));
    }

    /** The form of a mask alone; empty for a few pixels, which have none. */
    public static Optional<Form> form(Mask mask) {
        return mask.area() < LEAST_PIXELS ? Optional.empty() : Optional.of(new OutlineMeasurement(mask).form());
    }

    /**
     * The form of an oriented box of which nothing else is known.
     *
     * @param corners {@code x1, y1, ..., x4, y4} in order around the box, pixels, y down
     * @return empty for a box without width
     */
    public static Optional<Form> form(double[] corners) {
        if (corners.length != CORNER_NUMBERS) {
            throw new IllegalArgumentException(
                    "An oriented box has 4 corners (8 numbers), got %d numbers".formatted(corners.length));
        }
        double dx = corners[2] - corners[0];
        double dy = corners[3] - corners[1];
        double nextX = corners[4] - corners[2];
        double nextY = corners[5] - corners[3];
        double first = Math.hypot(dx, dy);
        double second = Math.hypot(nextX, nextY);
        if (!(Math.min(first, second) > 0)) {
            return Optional.empty();
        }
        boolean firstIsLong = first >= second;
        double degrees = Math.toDegrees(firstIsLong ? Math.atan2(-dy, dx) : Math.atan2(-nextY, nextX));
        double turned = ((degrees % 180) + 180) % 180;
        return Optional.of(Form.ofBox(Math.max(first, second) / Math.min(first, second), turned));
    }

    private static Map<ColourName, Double> colours(RgbImage image, int left, int top, Mask patch) {
        int[] counts = new int[ColourName.values().length];
        int seen = 0;
        for (int y = 0; y < patch.height(); y++) {
            for (int x = 0; x < patch.width(); x++) {
                if (patch.get(x, y)) {
                    counts[nameAt(image, left + x, top + y).ordinal()]++;
                    seen++;
                }
            }
        }
        Map<ColourName, Double> shares = new EnumMap<>(ColourName.class);
        for (ColourName colour : ColourName.values()) {
            if (counts[colour.ordinal()] > 0) {
                shares.put(colour, (double) counts[colour.ordinal()] / seen);
            }
        }
        return shares;
    }

    private static ColourName nameAt(RgbImage image, int x, int y) {
        return ColourNaming.of(image.channel(x, y, 0), image.channel(x, y, 1), image.channel(x, y, 2));
    }
}
