package org.crobim.data.augment;

import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;

/**
 * A window of an image, turned and flipped, stretched to a fixed size. First the window is stretched to the size (seen
 * before the transposition), then x and y are swapped, then the result is flipped.
 *
 * @param window part of the source that is seen, continuous source pixels, not empty
 * @param width of the result, pixels, at least 1
 * @param height of the result, pixels, at least 1
 * @param orientation which way up
 */
public record View(Box window, int width, int height, Orientation orientation) {
    /**
     * One of the eight flips and quarter turns.
     *
     * @param transposed x and y are swapped, before the flips
     * @param flippedX left and right are swapped
     * @param flippedY top and bottom are swapped
     */
    public record Orientation(boolean transposed, boolean flippedX, boolean flippedY) {
        /** As in the file. */
        public static final Orientation UPRIGHT = new Orientation(false, false, false);
    }

    /** Checks that there is something to see. */
    public View {
        if (width < 1 || height < 1 || !(window.area() > 0)) {
            throw new IllegalArgumentException(
                    "A view needs a window and pixels, got %s shown as %d x %d".formatted(window, width, height));
        }
    }

    /** The whole image, upright, stretched to a size. */
    public static View whole(RgbImage image, int width, int height) {
        return new View(new Box(0, 0, image.width(), image.height()), width, height, Orientation.UPRIGHT);
    }

    /** Width before x and y are swapped, pixels. */
    int stretchedWidth() {
        return orientation.transposed() ? height : width;
    }

    /** Height before x and y are swapped, pixels. */
    int stretchedHeight() {
        return orientation.transposed() ? width : height;
    }

    /** The pixels of an image seen through this view. */
    public RgbImage sample(RgbImage image) {
        return ViewSampler.sample(image, this);
    }

    /**
     * Where the vertices of a ring are seen; they may lie outside of the view.
     *
     * @param ring {@code x1, y1, x2, y2, ...} in continuous source pixels
     * @return the same number of vertices in continuous pixels of the view
     */
    public double[] project(double[] ring) {
        double[] seen = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            double u = (ring[i] - window.xMin()) / window.width();
            double v = (ring[i + 1] - window.yMin()) / window.height();
            double across = orientation.transposed() ? v : u;
            double down = orientation.transposed() ? u : v;
            seen[i] = width * (orientation.flippedX() ? 1 - across : across);
            seen[i + 1] = height * (orientation.flippedY() ? 1 - down : down);
        }
        return seen;
    }
}
