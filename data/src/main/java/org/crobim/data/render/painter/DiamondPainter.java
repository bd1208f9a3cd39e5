package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/**
 * Baseball diamonds, painted on the ground; local frame in base paths, home plate at the origin, second base along x.
 * The object is the infield: dirt, bases and the grass between them, as annotators outline it.
 */
public final class DiamondPainter {
    private static final double DIAGONAL = Math.sqrt(2);
    private static final double BEHIND_HOME = 0.2;
    private static final double FOUL_ANGLE = Math.toRadians(49);

    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * One diamond.
     *
     * @param baseMetres length of a base path, 18 to 28
     * @param grassInfield whether grass grows between the bases
     * @param fence distance of the outfield fence from home, base paths; 0 for none
     */
    public record Type(double baseMetres, boolean grassInfield, double fence) {}

    /** A painter for one scene. */
    public DiamondPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A type drawn at random. */
    public Type drawType() {
        boolean full = dice.chance(0.55);
        double base = full ? dice.between(24, 28) : dice.between(18, 22);
        return new Type(base, dice.chance(full ? 0.8 : 0.3), dice.chance(0.6) ? dice.between(2.9, 3.9) : 0);
    }

    /** Ground of the infield alone, pixels. */
    public static Plot infieldPlot(Pose home, Type type) {
        double length = 1.95 * type.baseMetres();
        Pose centre = home.moved(0.78 * type.baseMetres(), 0, 0);
        return new Plot(centre.x(), centre.y(), length * home.scale(), length * home.scale(), home.heading());
    }

    /** Draws the diamond; the pose lies on home plate and looks at second base. */
    public void paint(Pose home, Type type) {
        Pose local = new Pose(home.x(), home.y(), home.heading(), home.scale() * type.baseMetres());
        Color clay = dice.vary(canvas.tones().of(Material.CLAY), 0.08);
        if (type.fence() > 0) {
            outfield(local, type, clay);
        }
        Shape outline = local.place(infield());
        canvas.ground(outline, Material.CLAY, clay);
        if (type.grassInfield()) {
            canvas.ground(local.place(grass()), Material.TURF);
            canvas.ground(local.place(disc(0.67, 0, 0.1)), Material.CLAY, clay);
            canvas.ground(local.place(disc(0, 0, 0.14)), Material.CLAY, clay);
        }
        markings(local);
        canvas.annotate(ObjectCategory.BASEBALL_DIAMOND, outline);
    }

    private void outfield(Pose local, Type type, Color clay) {
        double fence = type.fence();
        canvas.ground(local.place(fan(fence + 0.1, 0.5)), Material.TURF);
        if (dice.chance(0.6)) {
            canvas.ground(local.place(fan(fence, 0.4)), Material.CLAY, clay);
            canvas.ground(local.place(fan(fence - 0.15, 0.3)), Material.TURF);
        }
        canvas.line(local.place(fan(fence + 0.1, 0.5)), new Color(60, 62, 58, 140), 0.02 * local.scale());
    }

    private void markings(Pose local) {
        Color white = new Color(236, 234, 226);
        Path2D foul = new Path2D.Double();
        for (int side = -1; side <= 1; side += 2) {
            foul.moveTo(0, 0);
            foul.lineTo(1.22, side * 1.22);
        }
        canvas.line(local.place(foul), Dice.opacity(white, 0.7), 0.012 * local.scale());
        double half = DIAGONAL / 2;
        double[][] bases = {{0, 0}, {half, half}, {2 * half, 0}, {half, -half}};
        for (double[] base : bases) {
            canvas.fill(local.place(Outlines.rectangle(base[0], base[1], 0.035, 0.035)), white);
        }
        canvas.fill(local.place(Outlines.rectangle(0.67, 0, 0.01, 0.03)), white);
    }

    private static Shape infield() {
        double mound = 0.67;
        double radius = 1.06;
        return sector(
                angle -> mound * Math.cos(angle) + Math.sqrt(radius * radius - square(mound * Math.sin(angle))),
                BEHIND_HOME);
    }

    private static Shape fan(double reach, double behind) {
        return sector(angle -> reach, behind);
    }

    /** A sector around home between the foul lines, moved back behind home plate. */
    private static Shape sector(java.util.function.DoubleUnaryOperator reach, double behind) {
        int steps = 24;
        double[] points = new double[2 * (steps + 3)];
        points[0] = -behind * 0.75;
        points[1] = -behind * 0.75;
        points[2] = -behind * 0.75;
        points[3] = behind * 0.75;
        for (int i = 0; i <= steps; i++) {
            double angle = FOUL_ANGLE - 2 * FOUL_ANGLE * i / steps;
            double r = reach.applyAsDouble(angle);
            points[4 + 2 * i] = r * Math.cos(angle);
            points[5 + 2 * i] = r * Math.sin(angle);
        }
        return Outlines.polygon(points);
    }

    private static Shape grass() {
        double half = DIAGONAL / 2;
        double inset = 0.12;
        return Outlines.polygon(
                inset * 1.3, 0, half, half - inset * 1.2, 2 * half - inset * 1.3, 0, half, -half + inset * 1.2);
    }

    private static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static double square(double value) {
        return value * value;
    }
}
