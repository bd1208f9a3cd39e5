package org.crobim.data.render.canvas;

import java.awt.Shape;

/**
 * A turned rectangle of ground, pixels.
 *
 * @param x centre
 * @param y centre
 * @param length side along {@code angle}, above 0
 * @param width side across, above 0
 * @param angle radians, clockwise on the screen
 */
public record Plot(double x, double y, double length, double width, double angle) {
    /** The plot as a polygon. */
    public Shape shape() {
        return Outlines.polygon(corners());
    }

    /** x0, y0 ... x3, y3. */
    public double[] corners() {
        double cos = Math.cos(angle) / 2;
        double sin = Math.sin(angle) / 2;
        double lx = length * cos;
        double ly = length * sin;
        double wx = -width * sin;
        double wy = width * cos;
        return new double[] {
            x - lx - wx, y - ly - wy, x + lx - wx, y + ly - wy, x + lx + wx, y + ly + wy, x - lx + wx, y - ly + wy
        };
    }

    /** The plot with a rim of {@code margin} pixels added on all sides. */
    public Plot grown(double margin) {
        return new Plot(x, y, Math.max(0.1, length + 2 * margin), Math.max(0.1, width + 2 * margin), angle);
    }

    /** A pose at a point of the plot given in pixels along and across from its centre. */
    public Pose pose(double along, double across, double turn, double scale) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Pose(x + along * cos - across * sin, y + along * sin + across * cos, angle + turn, scale);
    }

    /** A plot given in this plot's frame: centre (along, across), parallel to this one. */
    public Plot part(double along, double across, double partLength, double partWidth) {
        Pose centre = pose(along, across, 0, 1);
        return new Plot(centre.x(), centre.y(), partLength, partWidth, angle);
    }

    /** Whether the two plots share any point (separating axes). */
    public boolean meets(Plot other) {
        double reach = Math.hypot(length, width) + Math.hypot(other.length, other.width);
        if (Math.hypot(x - other.x, y - other.y) * 2 > reach) {
            return false;
        }
        double[] mine = corners();
        double[] theirs = other.corners();
        return !separated(mine, theirs, angle)
                && !separated(mine, theirs, angle + Math.PI / 2)
                && !separated(mine, theirs, other.angle)
                && !separated(mine, theirs, other.angle + Math.PI / 2);
    }

    /** Share of the plot's corners and centre inside an image: 0, 0.2 ... 1. */
    public double insideShare(int imageWidth, int imageHeight) {
        double[] corner = corners();
        int inside = x >= 0 && y >= 0 && x < imageWidth && y < imageHeight ? 1 : 0;
        for (int i = 0; i < 8; i += 2) {
            boolean in = corner[i] >= 0 && corner[i + 1] >= 0 && corner[i] < imageWidth && corner[i + 1] < imageHeight;
            inside += in ? 1 : 0;
        }
        return inside / 5.0;
    }

    private static boolean separated(double[] a, double[] b, double axis) {
        double cos = Math.cos(axis);
        double sin = Math.sin(axis);
        double aLow = Double.MAX_VALUE;
        double aHigh = -Double.MAX_VALUE;
        double bLow = Double.MAX_VALUE;
        double bHigh = -Double.MAX_VALUE;
        for (int i = 0; i < 8; i += 2) {
            double pa = a[i] * cos + a[i + 1] * sin;
            double pb = b[i] * cos + b[i + 1] * sin;
            aLow = Math.min(aLow, pa);
            aHigh = Math.max(aHigh, pa);
            bLow = Math.min(bLow, pb);
            bHigh = Math.max(bHigh, pb);
        }
        return aHigh <= bLow || bHigh <= aLow;
    }
}
