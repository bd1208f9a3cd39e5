package org.crobim.core.mask;

import java.util.Arrays;
import java.util.List;

/**
 * Fills polygons whose vertices name pixels, as annotations of COCO kind do: the ring 0,0 2,0 2,2 0,2 covers nine pixels.
 *
 * <p>A pixel is set when its centre lies inside or on a ring (non-zero winding, so that a ring which overlaps itself stays
 * full), or when it is the pixel nearest to a boundary line on that line's longer axis, halves towards larger
 * coordinates: the outline is always connected. All arithmetic is in whole numbers, hence exact, and independent of the
 * direction and the first vertex of a ring.
 */
public final class PolygonRaster {
    /** Beyond this a vertex is moved back: products of two differences still fit a long. */
    private static final long FARTHEST = 1L << 30;

    private final int width;
    private final int height;
    private final byte[] pixels;

    private PolygonRaster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[Math.multiplyExact(width, height)];
    }

    /**
     * The union of some rings.
     *
     * @param width of the mask, pixels, at least 1
     * @param height of the mask, pixels, at least 1
     * @param rings each x1, y1, x2, y2 ... in pixel indices, closed or not; fractions are rounded to the nearest pixel;
     *     parts outside the frame are clipped; one vertex is a pixel, two are a line
     * @throws IllegalArgumentException if a ring has an odd number of values or one that is not a finite number
     */
    public static Mask fill(int width, int height, List<double[]> rings) {
        PolygonRaster raster = new PolygonRaster(width, height);
        for (double[] ring : rings) {
            long[] vertices = vertices(ring);
            raster.fillInterior(vertices);
            raster.drawOutline(vertices);
        }
        return Mask.of(width, height, raster.pixels);
    }

    private static long[] vertices(double[] ring) {
        if (ring.length % 2 != 0) {
            throw new IllegalArgumentException("A ring of %d values: expected pairs of x and y".formatted(ring.length));
        }
        long[] vertices = new long[ring.length];
        for (int i = 0; i < ring.length; i++) {
            if (!Double.isFinite(ring[i])) {
                throw new IllegalArgumentException("Value %d of a ring is %s: expected a pixel".formatted(i, ring[i]));
            }
            vertices[i] = Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(ring[i])));
        }
        return vertices;
    }

    private void fillInterior(long[] vertices) {
        long top = height;
        long bottom = -1;
        for (int i = 1; i < vertices.length; i += 2) {
            top = Math.min(top, vertices[i]);
            bottom = Math.max(bottom, vertices[i]);
        }
        long[] crossings = new long[vertices.length / 2];
        for (int y = (int) Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
            int count = crossings(vertices, y, crossings);
            Arrays.sort(crossings, 0, count);
            fillRow(y, crossings, count);
        }
    }

    /**
     * Where the ring crosses a row, sorted later: 4 * floor(x), plus 2 when x is no whole number, plus 1 when the edge runs
     * downwards. The middle bit orders crossings relative to the pixel centres, which is all that the filling needs.
     */
    private static int crossings(long[] vertices, int y, long[] crossings) {
        int count = 0;
        for (int i = 0; i < vertices.length; i += 2) {
            int next = (i + 2) % vertices.length;
            long fromY = vertices[i + 1];
            long toY = vertices[next + 1];
            if (fromY <= y == toY <= y) {
                continue;
            }
            long run = (y - fromY) * (vertices[next] - vertices[i]);
            long rise = toY - fromY;
            long column = vertices[i] + Math.floorDiv(run, rise);
            long fraction = Math.floorMod(run, rise) == 0 ? 0 : 2;
            crossings[count++] = 4 * column + fraction + (rise > 0 ? 1 : 0);
        }
        return count;
    }

    private void fillRow(int y, long[] crossings, int count) {
        int winding = 0;
        for (int i = 0; i + 1 < count; i++) {
            winding += (crossings[i] & 1) == 1 ? 1 : -1;
            if (winding != 0) {
                long first = (crossings[i] + 2) >> 2;
                long last = crossings[i + 1] >> 2;
                setRun(y, first, last);
            }
        }
    }

    private void setRun(int y, long first, long last) {
        int from = (int) Math.max(0, first);
        int to = (int) Math.min(width - 1, last);
        if (from <= to) {
            Arrays.fill(pixels, y * width + from, y * width + to + 1, (byte) 1);
        }
    }

    private void drawOutline(long[] vertices) {
        for (int i = 0; i < vertices.length; i += 2) {
            int next = (i + 2) % vertices.length;
            drawLine(vertices[i], vertices[i + 1], vertices[next], vertices[next + 1]);
        }
    }

    private void drawLine(long fromX, long fromY, long toX, long toY) {
        if (Math.abs(toX - fromX) >= Math.abs(toY - fromY)) {
            for (long x = Math.max(0, Math.min(fromX, toX)); x <= Math.min(width - 1, Math.max(fromX, toX)); x++) {
                set(x, nearest(fromY, x - fromX, toY - fromY, toX - fromX));
            }
        } else {
            for (long y = Math.max(0, Math.min(fromY, toY)); y <= Math.min(height - 1, Math.max(fromY, toY)); y++) {
                set(nearest(fromX, y - fromY, toX - fromX, toY - fromY), y);
            }
        }
    }

    /** from + steps * rise / run, rounded half up; a line of one pixel has no run. */
    private static long nearest(long from, long steps, long rise, long run) {
        return run == 0 ? from : from + Math.floorDiv(2 * steps * rise + run, 2 * run);
    }

    private void set(long x, long y) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            pixels[(int) (y * width + x)] = 1;
        }
    }
}
