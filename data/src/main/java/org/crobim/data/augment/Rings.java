package org.crobim.data.augment;

import java.util.Arrays;
import java.util.List;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;

/** Arithmetic on rings {@code x1, y1, x2, y2, ...} in continuous pixels, not closed, either orientation. */
public final class Rings {
    /** A corner is moved by at most this multiple of the distance of its sides: sharp corners do not become spikes. */
    private static final double MOST_MITRE = 2;

    private Rings() {}

    /**
     * The box around all vertices.
     *
     * @param rings at least one vertex among them
     * @throws IllegalArgumentException if there is no vertex
     */
    public static Box box(List<double[]> rings) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                left = Math.min(left, ring[i]);
                right = Math.max(right, ring[i]);
                top = Math.min(top, ring[i + 1]);
                bottom = Math.max(bottom, ring[i + 1]);
            }
        }
        return new Box(left, top, right, bottom);
    }

    /** The same ring seen from another corner: coordinates less that corner's. */
    public static double[] from(double left, double top, double[] ring) {
        double[] shifted = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            shifted[i] = ring[i] - left;
            shifted[i + 1] = ring[i + 1] - top;
        }
        return shifted;
    }

    /** The area enclosed, never negative. */
    public static double area(double[] ring) {
        return Math.abs(signedArea(ring));
    }

    /**
     * The border of the pixels of an outline whose vertices name pixels, border pixels included.
     *
     * <p>Vertices move to pixel centres and every side moves outwards to the edge of the pixels that a line drawn
     * along it would touch, half a pixel along its minor axis. So the outline keeps its true size at every scale.
     *
     * @param named vertices that name pixels
     * @return as many vertices in continuous pixels
     */
    public static double[] aroundPixels(double[] named) {
        double outward = signedArea(named) < 0 ? -1 : 1;
        int count = named.length / 2;
        double[] grown = new double[named.length];
        for (int i = 0; i < count; i++) {
            double[] before = side(named, i, -1, outward);
            double[] after = side(named, i, 1, outward);
            double[] shift = meet(before, after);
            grown[2 * i] = named[2 * i] + 0.5 + shift[0];
            grown[2 * i + 1] = named[2 * i + 1] + 0.5 + shift[1];
        }
        return grown;
    }

    /** Normal (x, y) and distance moved of the side that leaves vertex i forwards (1) or reaches it (-1). */
    private static double[] side(double[] ring, int i, int step, double outward) {
        int count = ring.length / 2;
        for (int k = 1; k < count; k++) {
            int j = Math.floorMod(i + step * k, count);
            double dx = step * (ring[2 * j] - ring[2 * i]);
            double dy = step * (ring[2 * j + 1] - ring[2 * i + 1]);
            double length = Math.hypot(dx, dy);
            if (length > 0) {
                double normalX = outward * dy / length;
                double normalY = -outward * dx / length;
                return new double[] {normalX, normalY, 0.5 * Math.max(Math.abs(normalX), Math.abs(normalY))};
            }
        }
        return new double[] {0, 0, 0};
    }

    /** How far the corner of two sides moves when both sides move along their normals. */
    private static double[] meet(double[] one, double[] two) {
        double cross = one[0] * two[1] - one[1] * two[0];
        double dot = one[0] * two[0] + one[1] * two[1];
        double x;
        double y;
        if (dot > -0.5 && Math.abs(cross) > 1e-6) {
            x = (one[2] * two[1] - two[2] * one[1]) / cross;
            y = (two[2] * one[0] - one[2] * two[0]) / cross;
        } else {
            x = (one[2] * one[0] + two[2] * two[0]) / 2;
            y = (one[2] * one[1] + two[2] * two[1]) / 2;
        }
        double length = Math.hypot(x, y);
        double most = MOST_MITRE * Math.max(one[2], two[2]);
        double shrink = length > most ? most / length : 1;
        return new double[] {shrink * x, shrink * y};
    }

    /**
     * The part of a ring inside the rectangle 0..width x 0..height (Sutherland and Hodgman 1974).
     *
     * @return a ring, possibly with sides that run to and fro along the border; empty when nothing lies inside
     */
    static double[] clip(double[] ring, double width, double height) {
        double[] part = ring;
        part = clipHalf(part, 0, 0, 1);
        part = clipHalf(part, 0, width, -1);
        part = clipHalf(part, 1, 0, 1);
        return clipHalf(part, 1, height, -1);
    }

    /** Keeps where sign * (coordinate - limit) is at least 0; axis 0 is x, 1 is y. */
    private static double[] clipHalf(double[] ring, int axis, double limit, int sign) {
        double[] kept = new double[2 * ring.length];
        int size = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = i + 2 == ring.length ? 0 : i + 2;
            double here = sign * (ring[i + axis] - limit);
            double there = sign * (ring[next + axis] - limit);
            if (here >= 0) {
                kept[size++] = ring[i];
                kept[size++] = ring[i + 1];
            }
            if (here >= 0 != there >= 0) {
                double along = here / (here - there);
                kept[size++] = ring[i] + along * (ring[next] - ring[i]);
                kept[size++] = ring[i + 1] + along * (ring[next + 1] - ring[i + 1]);
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /**
     * The pixels whose centres lie inside.
     *
     * @param width of the mask, pixels, at least 1
     * @param height of the mask, pixels, at least 1
     * @param rings may reach beyond the mask
     */
    public static Mask mask(int width, int height, List<double[]> rings) {
        byte[] pixels = new byte[width * height];
        fill(pixels, width, height, rings);
        return Mask.of(width, height, pixels);
    }

    /** The corners of an upright box as a ring. */
    public static double[] around(Box box) {
        return new double[] {
            box.xMin(), box.yMin(), box.xMax(), box.yMin(), box.xMax(), box.yMax(), box.xMin(), box.yMax()
        };
    }

    /** Sets the pixels whose centres lie inside any ring (non-zero winding); rings may leave the raster. */
    static void fill(byte[] pixels, int width, int height, List<double[]> rings) {
        for (double[] ring : rings) {
            Crossings crossings = new Crossings(ring.length / 2);
            for (int y = 0; y < height; y++) {
                crossings.find(ring, y + 0.5);
                int winding = 0;
                for (int k = 0; k + 1 < crossings.count; k++) {
                    winding += crossings.direction[k];
                    if (winding != 0) {
                        int from = Math.max(0, (int) Math.ceil(crossings.x[k] - 0.5));
                        int to = Math.min(width, (int) Math.ceil(crossings.x[k + 1] - 0.5));
                        if (from < to) {
                            Arrays.fill(pixels, y * width + from, y * width + to, (byte) 1);
                        }
                    }
                }
            }
        }
    }

    /** Where a ring crosses a row, from left to right. */
    private static final class Crossings {
        final double[] x;
        final int[] direction;
        int count;

        Crossings(int most) {
            x = new double[most];
            direction = new int[most];
        }

        void find(double[] ring, double y) {
            count = 0;
            for (int i = 0; i < ring.length; i += 2) {
                int next = i + 2 == ring.length ? 0 : i + 2;
                double here = ring[i + 1];
                double there = ring[next + 1];
                if (here <= y != there <= y) {
                    insert(ring[i] + (y - here) / (there - here) * (ring[next] - ring[i]), here <= y ? 1 : -1);
                }
            }
        }

        private void insert(double crossing, int downwards) {
            int place = count++;
            while (place > 0 && x[place - 1] > crossing) {
                x[place] = x[place - 1];
                direction[place] = direction[place - 1];
                place--;
            }
            x[place] = crossing;
            direction[place] = downwards;
        }
    }

    private static double signedArea(double[] ring) {
        double twice = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = i + 2 == ring.length ? 0 : i + 2;
            twice += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
        }
        return twice / 2;
    }
}
