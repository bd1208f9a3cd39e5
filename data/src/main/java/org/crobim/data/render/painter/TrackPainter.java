package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Running tracks with the field inside; local frame in metres, straights along x. */
public final class TrackPainter {
    /** Outer length of a standard track, metres. */
    public static final double LENGTH = 178;
    /** Outer width of a standard track, metres. */
    public static final double WIDTH = 94;

    private static final List<Color> SURFACES = List.of(
            new Color(160, 80, 62),
            new Color(172, 92, 66),
            new Color(150, 70, 60),
            new Color(84, 84, 88),
            new Color(178, 142, 104),
            new Color(74, 96, 138));

    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public TrackPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws a track; {@code size} 1 is a standard one. */
    public void paint(Pose pose, double size) {
        Pose local = new Pose(pose.x(), pose.y(), pose.heading(), pose.scale() * size);
        int lanes = dice.count(6, 8);
        double laneWidth = 9.8 / lanes;
        Shape outline = local.place(oval(0));
        Color surface = dice.vary(dice.pick(SURFACES), 0.1);
        canvas.ground(outline, Material.ACRYLIC, surface);
        Color white = Dice.opacity(new Color(232, 228, 220), 0.5);
        for (int lane = 0; lane <= lanes; lane++) {
            canvas.line(local.place(oval(0.2 + lane * laneWidth)), white, 0.09 * local.scale());
        }
        inside(local, surface);
        canvas.annotate(ObjectCategory.GROUND_TRACK_FIELD, outline);
    }

    private void inside(Pose local, Color surface) {
        boolean bare = dice.chance(0.15);
        canvas.ground(local.place(oval(10.2)), bare ? Material.SOIL : Material.TURF);
        double half = (LENGTH - WIDTH) / 2;
        if (dice.chance(0.5)) {
            Color ends = dice.chance(0.6) ? surface : dice.vary(new Color(130, 128, 122), 0.1);
            canvas.within(local.place(oval(11)), () -> {
                for (int end = -1; end <= 1; end += 2) {
                    canvas.ground(
                            local.place(Outlines.rectangle(end * (half + 30), 0, 46, WIDTH)), Material.ACRYLIC, ends);
                }
            });
        }
        if (!bare && dice.chance(0.8)) {
            pitch(local);
        }
    }

    private void pitch(Pose local) {
        double length = dice.between(98, 110);
        double width = dice.between(48, 66);
        if (dice.chance(0.6)) {
            Color turf = dice.vary(canvas.tones().of(Material.TURF), 0.1);
            canvas.ground(local.place(Outlines.rectangle(0, 0, length + 3, width + 3)), Material.TURF, turf);
            mowing(local, length, width, turf);
        }
        Path2D lines = new Path2D.Double();
        lines.append(Outlines.rectangle(0, 0, length, width), false);
        lines.moveTo(0, -width / 2);
        lines.lineTo(0, width / 2);
        if (dice.chance(0.5)) {
            lines.append(new Ellipse2D.Double(-9.15, -9.15, 18.3, 18.3), false);
            for (int end = -1; end <= 1; end += 2) {
                lines.append(Outlines.rectangle(end * (length / 2 - 8.2), 0, 16.5, 40), false);
            }
        } else {
            for (double x = -45.7; x <= 45.8; x += 9.14) {
                lines.moveTo(x, -width / 2);
                lines.lineTo(x, width / 2);
            }
        }
        canvas.line(local.place(lines), new Color(228, 232, 226, 130), 0.14 * local.scale());
    }

    private void mowing(Pose local, double length, double width, Color turf) {
        int stripes = dice.count(6, 14);
        for (int i = 0; i < stripes; i += 2) {
            double x = -length / 2 + (i + 0.5) * length / stripes;
            canvas.fill(
                    local.place(Outlines.rectangle(x, 0, length / stripes, width)),
                    Dice.opacity(Dice.scaled(turf, 1.18), 0.5));
        }
    }

    /** The oval, {@code inset} metres inside the outer edge. */
    private static Shape oval(double inset) {
        double radius = WIDTH / 2 - inset;
        double half = (LENGTH - WIDTH) / 2;
        int steps = 24;
        double[] points = new double[4 * (steps + 1)];
        for (int end = 0; end < 2; end++) {
            int sign = end == 0 ? 1 : -1;
            for (int i = 0; i <= steps; i++) {
                double angle = -Math.PI / 2 + Math.PI * i / steps + (end == 0 ? 0 : Math.PI);
                int at = 2 * (end * (steps + 1) + i);
                points[at] = sign * half + radius * Math.cos(angle);
                points[at + 1] = radius * Math.sin(angle);
            }
        }
        return Outlines.polygon(points);
    }
}
