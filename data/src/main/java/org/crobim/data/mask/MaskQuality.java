package org.crobim.data.mask;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;
import org.crobim.data.augment.Rings;

/**
 * What can be said of a mask without knowing the truth.
 *
 * @param areaPixels pixels set
 * @param boxAgreement IoU of the mask's own bounding box with the annotated box clipped to the image, 0..1
 * @param outsideFraction pixels outside of the annotated box over all pixels set, 0..1
 * @param fillFraction pixels set over those of the annotated box, 0 or more
 * @param components parts that do not touch, not even at corners
 * @param holes enclosed background parts, of at least one pixel
 */
public record MaskQuality(
        long areaPixels, double boxAgreement, double outsideFraction, double fillFraction, int components, int holes) {
    /** What is wrong with a mask. */
    public enum Fault {
        /** No pixel is set. */
        EMPTY,
        /** Nothing but the box is set: no outline was found. */
        FILLS_BOX,
        /** Less than {@link #LEAST_FILL} of the box is set. */
        TOO_SMALL,
        /** The mask's box and the annotated box agree to less than {@link #LEAST_AGREEMENT}. */
        MISSES_BOX,
        /** More than {@link #MOST_OUTSIDE} of the pixels lie outside of the box. */
        SPILLS,
        /** More than {@link #MOST_COMPONENTS} parts. */
        SCATTERED
    }

    /** A thin bridge across its upright box fills about a tenth of it. */
    public static final double LEAST_FILL = 0.08;

    public static final double LEAST_AGREEMENT = 0.6;
    public static final double MOST_OUTSIDE = 0.15;
    public static final int MOST_COMPONENTS = 4;
    private static final double WHOLE_BOX = 0.985;

    /**
     * Measures a mask against an upright box.
     *
     * @param box annotated box in pixels of the mask, possibly reaching beyond it
     */
    public static MaskQuality of(Mask mask, Box box) {
        return of(mask, Rings.mask(mask.width(), mask.height(), List.of(Rings.around(box))));
    }

    /**
     * Measures a mask against the part of the image that was annotated.
     *
     * @param region pixels of the annotated box, which may lie in any direction; of the size of the mask
     */
    public static MaskQuality of(Mask mask, Mask region) {
        long area = mask.area();
        long inside = mask.intersectionArea(region);
        double agreement = mask.boundingBox()
                .flatMap(own -> region.boundingBox().map(wanted -> overlap(own, wanted)))
                .orElse(0.0);
        return new MaskQuality(
                area,
                agreement,
                area == 0 ? 0 : (double) (area - inside) / area,
                region.area() > 0 ? (double) area / region.area() : 0,
                parts(mask, true, true),
                parts(mask, false, false));
    }

    /** What is wrong, nothing for a good mask. */
    public Set<Fault> faults() {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (areaPixels == 0) {
            faults.add(Fault.EMPTY);
            return faults;
        }
        addIf(faults, Fault.FILLS_BOX, fillFraction >= WHOLE_BOX && outsideFraction == 0);
        addIf(faults, Fault.TOO_SMALL, fillFraction < LEAST_FILL);
        addIf(faults, Fault.MISSES_BOX, boxAgreement < LEAST_AGREEMENT);
        addIf(faults, Fault.SPILLS, outsideFraction > MOST_OUTSIDE);
        addIf(faults, Fault.SCATTERED, components > MOST_COMPONENTS);
        return faults;
    }

    private static void addIf(Set<Fault> faults, Fault fault, boolean holds) {
        if (holds) {
            faults.add(fault);
        }
    }

    private static double overlap(Box one, Box other) {
        double width = Math.min(one.xMax(), other.xMax()) - Math.max(one.xMin(), other.xMin());
        double height = Math.min(one.yMax(), other.yMax()) - Math.max(one.yMin(), other.yMin());
        double shared = Math.max(0, width) * Math.max(0, height);
        double all = one.area() + other.area() - shared;
        return all > 0 ? shared / all : 0;
    }

    /** Connected parts of one value; those that touch the border do not count as holes. */
    private static int parts(Mask mask, boolean value, boolean touchingBorder) {
        boolean[] seen = new boolean[mask.width() * mask.height()];
        int parts = 0;
        for (int start = 0; start < seen.length; start++) {
            if (!seen[start] && mask.get(start % mask.width(), start / mask.width()) == value) {
                boolean border = flood(mask, value, start, seen);
                parts += touchingBorder || !border ? 1 : 0;
            }
        }
        return parts;
    }

    /** Marks a part; set pixels also touch at corners, unset ones do not. Tells whether it reaches the border. */
    private static boolean flood(Mask mask, boolean value, int start, boolean[] seen) {
        boolean border = false;
        Deque<Integer> open = new ArrayDeque<>();
        open.push(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            int at = open.pop();
            int x = at % mask.width();
            int y = at / mask.width();
            border |= x == 0 || y == 0 || x == mask.width() - 1 || y == mask.height() - 1;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    boolean corner = dx != 0 && dy != 0;
                    int nx = x + dx;
                    int ny = y + dy;
                    if ((corner && !value) || nx < 0 || ny < 0 || nx >= mask.width() || ny >= mask.height()) {
                        continue;
                    }
                    int next = ny * mask.width() + nx;
                    if (!seen[next] && mask.get(nx, ny) == value) {
                        seen[next] = true;
                        open.push(next);
                    }
                }
            }
        }
        return border;
    }
}
