package org.crobim.data.attribute;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.crobim.core.mask.Mask;
import org.crobim.language.attribute.Form;

/**
 * Measures the outline of a mask: the smallest box around it in any direction, by trying directions, and the circle around its
 * centre. Used for one mask.
 */
final class OutlineMeasurement {
    private static final int DIRECTIONS = 60;
    private static final double QUARTER_DEGREES = 90;

    /** Between centres of pixels half a pixel is missing at an upright edge on either side, and none at a slanted one. */
    private static final double EDGE_PIXELS = 0.5;

    private static final double CIRCLE_EDGE_PIXELS = 0.3;

    /** Centres of the first and last pixel of each row: x1, y1, x2, y2, ... */
    private final double[] ends;

    private final long area;
    private final double centreX;
    private final double centreY;

    OutlineMeasurement(Mask mask) {
        double[] found = new double[4 * mask.height()];
        int n = 0;
        long sumX = 0;
        long sumY = 0;
        for (int y = 0; y < mask.height(); y++) {
            int first = -1;
            int last = -1;
            for (int x = 0; x < mask.width(); x++) {
                if (mask.get(x, y)) {
                    first = first < 0 ? x : first;
                    last = x;
                    sumX += x;
                    sumY += y;
                }
            }
            if (first >= 0) {
                found[n++] = first;
                found[n++] = y;
                found[n++] = last;
                found[n++] = y;
            }
        }
        this.ends = Arrays.copyOf(found, n);
        this.area = mask.area();
        this.centreX = (double) sumX / area;
        this.centreY = (double) sumY / area;
    }

    Form form() {
        double bestDegrees = 0;
        double bestLong = Double.POSITIVE_INFINITY;
        double bestShort = Double.POSITIVE_INFINITY;
        for (int i = 0; i < DIRECTIONS; i++) {
            double degrees = QUARTER_DEGREES * i / DIRECTIONS;
            double along = extent(degrees);
            double across = extent(degrees + QUARTER_DEGREES);
            if (along * across < bestLong * bestShort) {
                bestLong = Math.max(along, across);
                bestShort = Math.min(along, across);
                bestDegrees = along >= across ? degrees : degrees + QUARTER_DEGREES;
            }
        }
        double filled = Math.min(1, area / (bestLong * bestShort));
        double radius = farthest() + CIRCLE_EDGE_PIXELS;
        double round = Math.min(1, area / (Math.PI * radius * radius));
        return new Form(bestLong / bestShort, bestDegrees, OptionalDouble.of(filled), OptionalDouble.of(round));
    }

    /** Length of the mask along a direction that turns upwards from the horizontal, pixels. */
    private double extent(double degrees) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = -Math.sin(Math.toRadians(degrees));
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ends.length; i += 2) {
            double along = ends[i] * cosine + ends[i + 1] * sine;
            least = Math.min(least, along);
            most = Math.max(most, along);
        }
        return most - least + EDGE_PIXELS;
    }

    private double farthest() {
        double farthest = 0;
        for (int i = 0; i < ends.length; i += 2) {
            farthest = Math.max(farthest, Math.hypot(ends[i] - centreX, ends[i + 1] - centreY));
        }
        return farthest;
    }
}
