package org.crobim.data.render.canvas;

import java.awt.geom.Path2D;

/** A gently winding line across the whole scene, pixels: the centre of a road, a river or a coast. */
public final class Course {
    private static final int STEPS = 28;

    private final double[] x = new double[STEPS + 1];
    private final double[] y = new double[STEPS + 1];
    private final double scale;

    /**
     * A line through the point (x, y).
     *
     * @param stage scene to cross
     * @param centre point and heading of the line, pixels
     * @param bend deviation from a straight line over its length, 0..0.2
     */
    public Course(Stage stage, Pose centre, double bend) {
        Dice dice = stage.dice();
        double reach = 1.6 * Math.hypot(stage.canvas().width(), stage.canvas().height());
        double phase = dice.direction();
        double waves = dice.between(0.7, 2.2) * 2 * Math.PI;
        double second = dice.direction();
        this.scale = centre.scale();
        for (int i = 0; i <= STEPS; i++) {
            double t = (double) i / STEPS - 0.5;
            double side = bend
                    * reach
                    * 0.3
                    * (Math.sin(waves * t + phase)
                            - Math.sin(phase)
                            + 0.3 * Math.sin(2.7 * waves * t + second)
                            - 0.3 * Math.sin(second));
            Pose point = new Pose(centre.x(), centre.y(), centre.heading(), 1).moved(t * reach, side, 0);
            x[i] = point.x();
            y[i] = point.y();
        }
    }

    /** Number of straight pieces. */
    public int pieces() {
        return STEPS;
    }

    /** The line. */
    public Path2D path() {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i <= STEPS; i++) {
            path.lineTo(x[i], y[i]);
        }
        return path;
    }

    /** The line shifted to its right by pixels (left when negative). */
    public Path2D offset(double pixels) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i <= STEPS; i++) {
            Pose here = at((double) i / STEPS);
            double px = x[i] - Math.sin(here.heading()) * pixels;
            double py = y[i] + Math.cos(here.heading()) * pixels;
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        return path;
    }

    /** Pose at a place of the line, 0 (start) to 1 (end), looking along it. */
    public Pose at(double place) {
        double t = Math.max(0, Math.min(STEPS - 1e-6, place * STEPS));
        int i = (int) t;
        double f = t - i;
        double heading = Math.atan2(y[i + 1] - y[i], x[i + 1] - x[i]);
        return new Pose(x[i] + f * (x[i + 1] - x[i]), y[i] + f * (y[i + 1] - y[i]), heading, scale);
    }

    /** The band along the line whose half width in pixels varies by {@code roughness} (share of it). */
    public Path2D band(double halfWidth, double roughness, Dice dice) {
        double[] points = new double[4 * (STEPS + 1)];
        for (int i = 0; i <= STEPS; i++) {
            Pose here = at((double) i / STEPS);
            double nx = -Math.sin(here.heading());
            double ny = Math.cos(here.heading());
            double left = halfWidth * (1 + dice.between(-roughness, roughness));
            double right = halfWidth * (1 + dice.between(-roughness, roughness));
            points[2 * i] = x[i] + nx * left;
            points[2 * i + 1] = y[i] + ny * left;
            int back = 2 * (2 * STEPS + 1 - i);
            points[back] = x[i] - nx * right;
            points[back + 1] = y[i] - ny * right;
        }
        return smooth(points);
    }

    /** Everything on the right of the line (as seen along it). */
    public Path2D rightSide(double depth) {
        double[] points = new double[2 * (STEPS + 3)];
        for (int i = 0; i <= STEPS; i++) {
            points[2 * i] = x[i];
            points[2 * i + 1] = y[i];
        }
        Pose last = at(1).moved(0, depth / scale, 0);
        Pose first = at(0).moved(0, depth / scale, 0);
        points[2 * STEPS + 2] = last.x();
        points[2 * STEPS + 3] = last.y();
        points[2 * STEPS + 4] = first.x();
        points[2 * STEPS + 5] = first.y();
        return Outlines.polygon(points);
    }

    /** Marks the band of this width (pixels) as in use. */
    public void occupy(Site site, double width) {
        for (int i = 0; i < STEPS; i++) {
            double length = Math.hypot(x[i + 1] - x[i], y[i + 1] - y[i]);
            Pose middle = at((i + 0.5) / STEPS);
            site.occupy(new Plot(middle.x(), middle.y(), length * 1.02, width, middle.heading()));
        }
    }

    private static Path2D smooth(double[] points) {
        int n = points.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo((points[0] + points[2]) / 2, (points[1] + points[3]) / 2);
        for (int i = 1; i <= n; i++) {
            int here = i % n;
            int next = (i + 1) % n;
            path.quadTo(
                    points[2 * here],
                    points[2 * here + 1],
                    (points[2 * here] + points[2 * next]) / 2,
                    (points[2 * here + 1] + points[2 * next + 1]) / 2);
        }
        path.closePath();
        return path;
    }
}
