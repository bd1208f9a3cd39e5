package org.crobim.data.render.painter.leisure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Stadiums: a bowl of stands, roofed or open, around a field; local frame in metres, long axis along x. */
public final class StadiumPainter {
    private static final int STEPS = 72;
    private static final List<Color> ROOFS = List.of(
            new Color(232, 232, 228),
            new Color(212, 214, 214),
            new Color(188, 190, 190),
            new Color(150, 158, 166),
            new Color(196, 184, 164));
    private static final List<Color> SEATS = List.of(
            new Color(164, 60, 52),
            new Color(58, 88, 150),
            new Color(150, 150, 148),
            new Color(70, 118, 82),
            new Color(206, 176, 82));

    private final SceneCanvas canvas;
    private final Dice dice;
    private final SoccerFieldPainter fields;

    /** A painter for one scene. */
    public StadiumPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
        this.fields = new SoccerFieldPainter(stage);
    }

    /** Draws a stadium; everything within its outer wall is the object. */
    public void paint(Pose pose, double lengthMetres, double widthMetres) {
        double stand = Math.min(lengthMetres, widthMetres) * dice.between(0.16, 0.24);
        double roundness = dice.between(2, 4.5);
        Shape outline = pose.place(bowl(lengthMetres, widthMetres, roundness));
        Shape inner = pose.place(bowl(lengthMetres - 2 * stand, widthMetres - 2 * stand, roundness));
        double height = dice.between(16, 34);
        canvas.shadow(outline, height);
        Color seats = dice.vary(dice.pick(SEATS), 0.1);
        canvas.fill(outline, seats);
        tiers(pose, new double[] {lengthMetres, widthMetres, stand, roundness}, seats);
        field(pose, inner, lengthMetres - 2 * stand, widthMetres - 2 * stand);
        // The wall towards the sun darkens the inside.
        canvas.within(inner, () -> canvas.shade(ringShadow(inner, height * 0.5)));
        roof(pose, new double[] {lengthMetres, widthMetres, stand, roundness});
        canvas.annotate(ObjectCategory.STADIUM, outline);
    }

    private Shape ringShadow(Shape inner, double heightMetres) {
        double length = heightMetres * canvas.sun().lengthPerHeight() * canvas.pixelsPerMetre();
        java.awt.geom.AffineTransform shift = java.awt.geom.AffineTransform.getTranslateInstance(
                canvas.sun().shadowX() * length, canvas.sun().shadowY() * length);
        java.awt.geom.Area shadow = new java.awt.geom.Area(inner);
        shadow.subtract(new java.awt.geom.Area(shift.createTransformedShape(inner)));
        return shadow;
    }

    private void tiers(Pose pose, double[] size, Color seats) {
        int rows = dice.count(4, 8);
        for (int i = 1; i < rows; i++) {
            double inset = 2 * size[2] * i / rows;
            Shape row = pose.place(bowl(size[0] - inset, size[1] - inset, size[3]));
            canvas.line(row, Dice.opacity(Dice.scaled(seats, i % 2 == 0 ? 0.7 : 1.25), 0.6), 0.9 * pose.scale());
        }
        int aisles = dice.count(16, 30);
        Path2D lines = new Path2D.Double();
        for (int i = 0; i < aisles; i++) {
            double angle = 2 * Math.PI * i / aisles;
            lines.moveTo(at(size[0] - 2, angle, size[3], true), at(size[1] - 2, angle, size[3], false));
            lines.lineTo(
                    at(size[0] - 2 * size[2], angle, size[3], true), at(size[1] - 2 * size[2], angle, size[3], false));
        }
        canvas.line(pose.place(lines), Dice.opacity(new Color(210, 208, 200), 0.6), 0.9 * pose.scale());
    }

    /** A roof over all stands, over the long sides, or none. */
    private void roof(Pose pose, double[] size) {
        int kind = dice.weighted(3, 2, 1.5);
        Color white = dice.vary(dice.pick(ROOFS), 0.08);
        if (kind == 2) {
            canvas.line(pose.place(bowl(size[0] - 2, size[1] - 2, size[3])), white, 2.2 * pose.scale());
            return;
        }
        double depth = size[2] * dice.between(0.6, 0.95);
        Path2D ring = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        ring.append(bowl(size[0], size[1], size[3]), false);
        ring.append(bowl(size[0] - 2 * depth, size[1] - 2 * depth, size[3]), false);
        Shape roof = pose.place(ring);
        Runnable paint = () -> {
            canvas.fill(roof, white);
            ribs(pose, size, depth, white);
        };
        if (kind == 0) {
            paint.run();
        } else {
            Path2D sides = new Path2D.Double();
            for (int side = -1; side <= 1; side += 2) {
                sides.append(Outlines.rectangle(0, side * size[1] / 2, size[0] * 0.72, 2 * size[2]), false);
            }
            canvas.within(pose.place(sides), paint);
        }
    }

    private void ribs(Pose pose, double[] size, double depth, Color roof) {
        Path2D ribs = new Path2D.Double();
        int count = 2 * dice.count(14, 28);
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            ribs.moveTo(at(size[0], angle, size[3], true), at(size[1], angle, size[3], false));
            ribs.lineTo(at(size[0] - 2 * depth, angle, size[3], true), at(size[1] - 2 * depth, angle, size[3], false));
        }
        canvas.within(
                pose.place(bowl(size[0], size[1], size[3])),
                () -> canvas.line(pose.place(ribs), Dice.opacity(Dice.scaled(roof, 0.7), 0.7), 0.7 * pose.scale()));
    }

    private void field(Pose pose, Shape inner, double length, double width) {
        Color turf = dice.vary(canvas.tones().of(Material.TURF), 0.12);
        boolean track = dice.chance(0.4);
        canvas.fill(inner, track ? dice.vary(new Color(164, 84, 64), 0.1) : turf);
        double fieldLength = length * (track ? 0.68 : 0.78);
        double fieldWidth = Math.min(width * (track ? 0.66 : 0.8), fieldLength * 0.66);
        if (track) {
            canvas.fill(pose.place(bowl(length * 0.88, width * 0.84, 2.6)), turf);
        }
        fields.paintMarkings(pose, fieldLength, fieldWidth, turf);
    }

    /** A superellipse: 2 is an ellipse, larger exponents are squarer. */
    private static Shape bowl(double length, double width, double roundness) {
        double[] points = new double[2 * STEPS];
        for (int i = 0; i < STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            points[2 * i] = at(length, angle, roundness, true);
            points[2 * i + 1] = at(width, angle, roundness, false);
        }
        return Outlines.polygon(points);
    }

    private static double at(double size, double angle, double roundness, boolean along) {
        double part = along ? Math.cos(angle) : Math.sin(angle);
        return size / 2 * Math.signum(part) * Math.pow(Math.abs(part), 2 / roundness);
    }
}
