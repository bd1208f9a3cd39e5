package org.crobim.masks.grabcut;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.augment.Rings;
import org.crobim.data.mask.KnownPixels;
import org.crobim.data.mask.MaskQuality;
import org.crobim.data.mask.MaskSource;

/**
 * Cuts an object out of its box: the box holds the object and some ground, a margin around it only ground; colours decide.
 *
 * <p>An oriented box is used as it lies. Where polygons or pixels are known they are the mask and nothing is cut. Native memory is
 * freed before a call returns. The same picture and object give the same mask.
 */
public final class GrabCutMasks implements MaskSource {
    private static final int ITERATIONS = 5;

    /** Ground around the box, a share of its longer side; too little leaves the ground's colours unknown. */
    private static final double MARGIN = 0.35;

    private static final int LEAST_MARGIN_PIXELS = 6;

    /** Below this the colour models have too few pixels to be told apart. */
    private static final int LEAST_BOX_PIXELS = 36;

    private static final byte SURE_GROUND = (byte) opencv_imgproc.GC_BGD;
    private static final byte PROBABLE_OBJECT = (byte) opencv_imgproc.GC_PR_FGD;
    private static final int SEED = 1;

    /**
     * {@inheritDoc}
     *
     * @return empty if the box lies outside of the picture, is tiny, or the cut has a fault of {@link MaskQuality}
     */
    @Override
    public Optional<Mask> mask(RgbImage image, AnnotatedObject object) {
        if (object.shape() instanceof ObjectShape.OrientedBox oriented) {
            // What lies in a box of its own direction is often a rectangle: filling the box is no fault.
            return cut(image, oriented.corners(), EnumSet.of(MaskQuality.Fault.FILLS_BOX));
        } else if (object.shape() instanceof ObjectShape.UprightBox upright) {
            return cut(image, Rings.around(upright.box()), EnumSet.noneOf(MaskQuality.Fault.class));
        }
        return KnownPixels.mask(object.shape(), image.width(), image.height());
    }

    private static Optional<Mask> cut(RgbImage image, double[] outline, Set<MaskQuality.Fault> allowed) {
        Mask inside = Rings.mask(image.width(), image.height(), List.of(outline));
        if (inside.area() < LEAST_BOX_PIXELS) {
            return Optional.empty();
        }
        Mask cut = cut(image, inside, inside.boundingBox().orElseThrow());
        return allowed.containsAll(MaskQuality.of(cut, inside).faults()) ? Optional.of(cut) : Optional.empty();
    }

    private static Mask cut(RgbImage image, Mask inside, Box box) {
        int margin = Math.max(LEAST_MARGIN_PIXELS, (int) (MARGIN * Math.max(box.width(), box.height())));
        int left = Math.max(0, (int) box.xMin() - margin);
        int top = Math.max(0, (int) box.yMin() - margin);
        int width = Math.min(image.width(), (int) box.xMax() + margin) - left;
        int height = Math.min(image.height(), (int) box.yMax() + margin) - top;
        byte[] colours = new byte[3 * width * height];
        byte[] labels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(image.rgb(), 3 * ((top + y) * image.width() + left), colours, 3 * y * width, 3 * width);
            for (int x = 0; x < width; x++) {
                labels[y * width + x] = inside.get(left + x, top + y) ? PROBABLE_OBJECT : SURE_GROUND;
            }
        }
        run(colours, labels, width, height);
        byte[] pixels = new byte[image.width() * image.height()];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                byte label = labels[y * width + x];
                boolean set = label == opencv_imgproc.GC_FGD || label == opencv_imgproc.GC_PR_FGD;
                pixels[(top + y) * image.width() + left + x] = (byte) (set ? 1 : 0);
            }
        }
        return Mask.of(image.width(), image.height(), pixels);
    }

    /** Replaces the labels by the result. */
    private static void run(byte[] colours, byte[] labels, int width, int height) {
        try (PointerScope scope = new PointerScope()) {
            Mat picture = new Mat(height, width, opencv_core.CV_8UC3, new BytePointer(colours));
            BytePointer labelled = new BytePointer(labels);
            Mat mask = new Mat(height, width, opencv_core.CV_8UC1, labelled);
            // The colour models start from a clustering that draws from a generator of the thread.
            opencv_core.setRNGSeed(SEED);
            opencv_imgproc.grabCut(
                    picture, mask, new Rect(), new Mat(), new Mat(), ITERATIONS, opencv_imgproc.GC_INIT_WITH_MASK);
            labelled.get(labels);
        }
    }
}
