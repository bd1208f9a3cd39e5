package org.crobim.geo.vector.format;

import java.util.Arrays;
import org.crobim.core.mask.RunLength;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The run lengths of a polygon in a frame of any size, without the frame's pixels: memory depends on the columns that the
 * polygon spans and on how often its border crosses them.
 *
 * <p>A pixel is set when its centre lies inside. For polygons of the pixel lattice that gives the mask they were made of.
 */
final class PolygonRuns {
    private final int firstColumn;
    /** Of each column that the polygon spans: how often the border crosses its middle, and at which heights. */
    private final int[] crossingCounts;

    private final double[][] crossings;

    private PolygonRuns(int firstColumn, int columns) {
        this.firstColumn = firstColumn;
        this.crossingCounts = new int[columns];
        this.crossings = new double[columns][2];
    }

    /**
     * Run lengths by the columns of COCO.
     *
     * @param polygon polygon or multipolygon of the pixel frame; parts outside the frame are clipped
     * @param width columns of the frame
     * @param height rows of the frame; width * height below 2^31
     */
    static RunLength of(Geometry polygon, int width, int height) {
        Envelope extent = polygon.getEnvelopeInternal();
        int first = (int) Math.max(0, Math.min(width, Math.floor(extent.getMinX())));
        int end = (int) Math.max(first, Math.min(width, Math.ceil(extent.getMaxX())));
        PolygonRuns runs = new PolygonRuns(first, end - first);
        for (int i = 0; i < polygon.getNumGeometries(); i++) {
            Polygon part = (Polygon) polygon.getGeometryN(i);
            runs.addRing(part.getExteriorRing().getCoordinates());
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                runs.addRing(part.getInteriorRingN(hole).getCoordinates());
            }
        }
        return RunLength.of(width, height, runs.counts(width, height));
    }

    private void addRing(Coordinate[] corners) {
        for (int i = 1; i < corners.length; i++) {
            Coordinate left = corners[i - 1].x < corners[i].x ? corners[i - 1] : corners[i];
            Coordinate right = left == corners[i] ? corners[i - 1] : corners[i];
            int from = (int) Math.max(firstColumn, Math.ceil(left.x - 0.5));
            int to = (int) Math.min(firstColumn + crossings.length, Math.ceil(right.x - 0.5));
            for (int column = from; column < to; column++) {
                double share = (column + 0.5 - left.x) / (right.x - left.x);
                addCrossing(column - firstColumn, left.y + share * (right.y - left.y));
            }
        }
    }

    private void addCrossing(int column, double y) {
        int count = crossingCounts[column]++;
        if (count == crossings[column].length) {
            crossings[column] = Arrays.copyOf(crossings[column], 2 * count);
        }
        crossings[column][count] = y;
    }

    private int[] counts(int width, int height) {
        RunCounter counter = new RunCounter();
        for (int column = 0; column < crossings.length; column++) {
            double[] heights = crossings[column];
            Arrays.sort(heights, 0, crossingCounts[column]);
            long top = (long) (firstColumn + column) * height;
            for (int i = 0; i + 1 < crossingCounts[column]; i += 2) {
                counter.addRun(top + row(heights[i], height), top + row(heights[i + 1], height));
            }
        }
        return counter.finish((long) width * height);
    }

    /** The first row whose centre is not above a height. */
    private static long row(double y, int height) {
        return (long) Math.max(0, Math.min(height, Math.ceil(y - 0.5)));
    }

    /** Alternating counts of unset and set pixels. */
    private static final class RunCounter {
        private int[] counts = new int[16];
        /** Counts that are complete; even while the last pixel counted is set. */
        private int complete;

        private long counted;

        /** Adds set pixels behind all others; those that follow one another at once become one run. */
        void addRun(long from, long to) {
            if (from >= to) {
                return;
            }
            if (from == counted && complete > 0) {
                counts[complete - 1] += (int) (to - from);
            } else {
                append((int) (from - counted));
                append((int) (to - from));
            }
            counted = to;
        }

        int[] finish(long pixels) {
            if (counted < pixels || complete == 0) {
                append((int) (pixels - counted));
            }
            return Arrays.copyOf(counts, complete);
        }

        private void append(int count) {
            counts = complete == counts.length ? Arrays.copyOf(counts, 2 * complete) : counts;
            counts[complete++] = count;
        }
    }
}
