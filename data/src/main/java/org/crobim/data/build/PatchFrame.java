package org.crobim.data.build;

import java.util.ArrayList;
import java.util.List;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.augment.Rings;

/**
 * Where a square patch lies in its source image.
 *
 * <p>The source is first enlarged by {@code scale} if it is smaller than a patch, then cut. A position p of the source is seen at
 * {@code p * scale - (left, top)}.
 *
 * @param scale enlargement, at least 1
 * @param left first column, pixels of the enlarged source
 * @param top first row, pixels of the enlarged source
 * @param sidePixels side of the patch
 */
record PatchFrame(double scale, int left, int top, int sidePixels) {
    /** A shorter side is enlarged at most this much; a smaller image has too little to show. */
    private static final double MOST_ENLARGED = 2;

    /** An image this much longer than a patch, as a share of the side, is not worth a second one. */
    private static final double TOLERATED_REST = 0.25;

    /**
     * All patches of an image, row by row. They are spread evenly, with at least the overlap of the rules, and cover the image within
     * its border; of an image hardly longer than a patch only the middle is seen.
     *
     * @param border width of the band along the border that is not seen, source pixels, at least 0
     * @return none if the image is too small
     */
    static List<PatchFrame> of(int width, int height, int border, PatchRules rules) {
        int innerWidth = width - 2 * border;
        int innerHeight = height - 2 * border;
        int side = rules.sidePixels();
        int shorter = Math.min(innerWidth, innerHeight);
        if (shorter < 1) {
            return List.of();
        }
        double scale = Math.max(1, (double) side / shorter);
        if (scale > MOST_ENLARGED) {
            return List.of();
        }
        int band = (int) Math.floor(scale * border);
        List<PatchFrame> frames = new ArrayList<>();
        for (int top : starts((int) Math.round(scale * innerHeight), rules)) {
            for (int left : starts((int) Math.round(scale * innerWidth), rules)) {
                frames.add(new PatchFrame(scale, band + left, band + top, side));
            }
        }
        return frames;
    }

    private static int[] starts(int length, PatchRules rules) {
        int rest = length - rules.sidePixels();
        if (rest <= TOLERATED_REST * rules.sidePixels()) {
            return new int[] {rest / 2};
        }
        int step = rules.sidePixels() - rules.overlapPixels();
        int count = 1 + (rest + step - 1) / step;
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = (int) Math.round((double) rest * i / (count - 1));
        }
        return starts;
    }

    /** The source at the scale at which it is cut. */
    static RgbImage enlarged(RgbImage source, double scale) {
        return Resampling.bilinear(
                source, (int) Math.round(scale * source.width()), (int) Math.round(scale * source.height()));
    }

    /** The pixels of the patch. */
    RgbImage cut(RgbImage enlarged) {
        byte[] rgb = new byte[3 * sidePixels * sidePixels];
        for (int y = 0; y < sidePixels; y++) {
            int from = 3 * ((top + y) * enlarged.width() + left);
            System.arraycopy(enlarged.rgb(), from, rgb, 3 * y * sidePixels, 3 * sidePixels);
        }
        return new RgbImage(sidePixels, sidePixels, rgb);
    }

    /** The part of the source that the patch shows, source pixels. */
    Box sourceBox() {
        return new Box(left / scale, top / scale, (left + sidePixels) / scale, (top + sidePixels) / scale);
    }

    /** Whether something of a box of the source may be seen. */
    boolean meets(Box box) {
        return sourceBox().intersection(box).area() > 0;
    }

    /** A shape of the source in pixels of the patch; it may reach beyond. */
    ObjectShape project(ObjectShape shape) {
        if (shape instanceof ObjectShape.Polygons polygons) {
            return new ObjectShape.Polygons(
                    polygons.rings().stream().map(this::project).toList());
        } else if (shape instanceof ObjectShape.OrientedBox box) {
            return new ObjectShape.OrientedBox(project(box.corners()));
        } else if (shape instanceof ObjectShape.UprightBox box) {
            return new ObjectShape.UprightBox(project(box.box()));
        }
        return project((ObjectShape.Pixels) shape);
    }

    private double[] project(double[] ring) {
        double[] scaled = new double[ring.length];
        for (int i = 0; i < ring.length; i++) {
            scaled[i] = ring[i] * scale;
        }
        return Rings.from(left, top, scaled);
    }

    private Box project(Box box) {
        return new Box(
                box.xMin() * scale - left,
                box.yMin() * scale - top,
                box.xMax() * scale - left,
                box.yMax() * scale - top);
    }

    private ObjectShape project(ObjectShape.Pixels pixels) {
        Mask patch = pixels.patch();
        int newLeft = (int) Math.round(pixels.left() * scale);
        int newTop = (int) Math.round(pixels.top() * scale);
        int newWidth = (int) Math.round((pixels.left() + patch.width()) * scale) - newLeft;
        int newHeight = (int) Math.round((pixels.top() + patch.height()) * scale) - newTop;
        return new ObjectShape.Pixels(
                newLeft - left, newTop - top, Resampling.nearest(patch, newWidth, newHeight), pixels.fraction());
    }
}
