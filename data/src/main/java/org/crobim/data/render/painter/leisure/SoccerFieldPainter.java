package org.crobim.data.render.painter.leisure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Soccer fields; local frame in metres, goals at both ends of x. */
public final class SoccerFieldPainter {
    private static final List<Color> TURFS =
            List.of(new Color(66, 108, 58), new Color(84, 122, 62), new Color(58, 116, 76), new Color(112, 124, 74));
    private static final double RIM_METRES = 3;

    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public SoccerFieldPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws a field with its rim of turf, all of which is the object. */
    public void paint(Pose pose, double lengthMetres, double widthMetres) {
        Shape outline =
                pose.place(Outlines.rectangle(0, 0, lengthMetres + 2 * RIM_METRES, widthMetres + 2 * RIM_METRES));
        Color turf = dice.vary(dice.pick(TURFS), 0.12);
        canvas.ground(outline, dice.chance(0.7) ? Material.TURF : Material.ACRYLIC, turf);
        paintMarkings(pose, lengthMetres, widthMetres, turf);
        if (dice.chance(0.35)) {
            wear(pose, lengthMetres, widthMetres);
        }
        canvas.annotate(ObjectCategory.SOCCER_BALL_FIELD, outline);
    }

    /** Draws stripes and lines on turf that is there already. */
    public void paintMarkings(Pose pose, double length, double width, Color turf) {
        if (dice.chance(0.6)) {
            int stripes = 2 * dice.count(4, 9);
            for (int i = 0; i < stripes; i += 2) {
                double x = length * ((i + 0.5) / stripes - 0.5);
                canvas.fill(
                        pose.place(Outlines.rectangle(x, 0, length / stripes, width)),
                        Dice.opacity(Dice.scaled(turf, 1.22), 0.5));
            }
        }
        Path2D lines = new Path2D.Double();
        lines.append(Outlines.rectangle(0, 0, length, width), false);
        lines.moveTo(0, -width / 2);
        lines.lineTo(0, width / 2);
        double ring = Math.min(18.3, width * 0.3);
        lines.append(Outlines.ellipse(0, 0, ring, ring), false);
        for (int end = -1; end <= 1; end += 2) {
            double box = Math.min(40.3, width * 0.66);
            lines.append(Outlines.rectangle(end * (length / 2 - 8.25), 0, 16.5, box), false);
            lines.append(Outlines.rectangle(end * (length / 2 - 2.75), 0, 5.5, box * 0.45), false);
            double spot = end * (length / 2 - 11);
            lines.append(new Arc2D.Double(spot - 9.15, -9.15, 18.3, 18.3, end > 0 ? 127 : -53, 106, Arc2D.OPEN), false);
        }
        Color white = new Color(234, 238, 232, 190);
        canvas.line(pose.place(lines), white, Math.max(0.7, 0.2 * pose.scale()));
        for (int end = -1; end <= 1; end += 2) {
            canvas.fill(
                    pose.place(Outlines.rectangle(end * (length / 2 + 1), 0, 2, 7.3)), new Color(236, 238, 236, 150));
        }
    }

    /** Bare ground before the goals. */
    private void wear(Pose pose, double length, double width) {
        for (int end = -1; end <= 1; end += 2) {
            Shape bare = Outlines.ellipse(end * (length / 2 - 5), 0, 10, width * 0.22);
            canvas.fill(pose.place(bare), Dice.opacity(canvas.tones().of(Material.SOIL), 0.45));
        }
    }
}
