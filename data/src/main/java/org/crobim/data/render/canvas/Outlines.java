package org.crobim.data.render.canvas;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Builders of outlines. Every polygon runs in the same sense, so that several of them in one non-zero path form
 * their union: one fill, no seams.
 */
public final class Outlines {
    private static final double FLATNESS = 0.05;

    private Outlines() {}

    /** A closed polygon through x0, y0, x1, y1, ... in positive sense. */
    public static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.length / 2 + 1);
        int n = points.length / 2;
        boolean reverse = signedArea(points) < 0;
        for (int i = 0; i < n; i++) {
            int k = reverse ? n - 1 - i : i;
            if (i == 0) {
                path.moveTo(points[2 * k], points[2 * k + 1]);
            } else {
                path.lineTo(points[2 * k], points[2 * k + 1]);
            }
        }
        path.closePath();
        return path;
    }

    /** A rectangle around a centre. */
    public static Shape rectangle(double centreX, double centreY, double width, double height) {
        return new Rectangle2D.Double(centreX - width / 2, centreY - height / 2, width, height);
    }

    /** A rectangle with round corners around a centre. */
    public static Shape rounded(double width, double height, double corner) {
        return new RoundRectangle2D.Double(-width / 2, -height / 2, width, height, corner, corner);
    }

    /** An ellipse around a centre, in positive sense. */
    public static Shape ellipse(double centreX, double centreY, double width, double height) {
        return new Ellipse2D.Double(centreX - width / 2, centreY - height / 2, width, height);
    }

    /** A band from one point to another whose half width changes evenly, with round ends. */
    public static Path2D taper(double fromX, double fromY, double fromHalf, double toX, double toY, double toHalf) {
        double length = Math.max(1e-9, Math.hypot(toX - fromX, toY - fromY));
        double nx = -(toY - fromY) / length;
        double ny = (toX - fromX) / length;
        return union(List.of(
                ellipse(fromX, fromY, 2 * fromHalf, 2 * fromHalf),
                ellipse(toX, toY, 2 * toHalf, 2 * toHalf),
                polygon(
                        fromX + nx * fromHalf,
                        fromY + ny * fromHalf,
                        toX + nx * toHalf,
                        toY + ny * toHalf,
                        toX - nx * toHalf,
                        toY - ny * toHalf,
                        fromX - nx * fromHalf,
                        fromY - ny * fromHalf)));
    }

    /** The mirror image at the local x axis, in positive sense. */
    public static double[] mirrored(double... points) {
        double[] mirrored = points.clone();
        for (int i = 1; i < points.length; i += 2) {
            mirrored[i] = -points[i];
        }
        return mirrored;
    }

    /** One path that covers what any of the parts covers; parts in positive sense. */
    public static Path2D union(List<? extends Shape> parts) {
        Path2D union = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Shape part : parts) {
            union.append(part, false);
        }
        return union;
    }

    /** What a shape covers while it moves by a vector. */
    public static Path2D sweep(Shape shape, double dx, double dy) {
        Path2D sweep = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (double[] ring : rings(shape)) {
            int n = ring.length / 2;
            sweep.append(polygon(ring), false);
            for (int i = 0; i < n; i++) {
                int j = (i + 1) % n;
                double ax = ring[2 * i];
                double ay = ring[2 * i + 1];
                double bx = ring[2 * j];
                double by = ring[2 * j + 1];
                sweep.append(polygon(ax, ay, bx, by, bx + dx, by + dy, ax + dx, ay + dy), false);
            }
        }
        return sweep;
    }

    private static List<double[]> rings(Shape shape) {
        List<double[]> rings = new ArrayList<>();
        List<Double> ring = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator it = shape.getPathIterator(null, FLATNESS); !it.isDone(); it.next()) {
            int kind = it.currentSegment(at);
            if (kind == PathIterator.SEG_MOVETO || kind == PathIterator.SEG_CLOSE) {
                if (ring.size() >= 6) {
                    rings.add(ring.stream().mapToDouble(Double::doubleValue).toArray());
                }
                ring.clear();
            }
            if (kind != PathIterator.SEG_CLOSE) {
                ring.add(at[0]);
                ring.add(at[1]);
            }
        }
        return rings;
    }

    private static double signedArea(double[] points) {
        double area = 0;
        int n = points.length / 2;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            area += points[2 * i] * points[2 * j + 1] - points[2 * j] * points[2 * i + 1];
        }
        return area;
    }
}
