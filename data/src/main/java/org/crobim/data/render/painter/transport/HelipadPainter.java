package org.crobim.data.render.painter.transport;

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

/** Helipads: a marked square or disc of concrete; local frame in metres. */
public final class HelipadPainter {
    private static final List<Color> FLOORS = List.of(
            new Color(166, 164, 156),
            new Color(120, 120, 118),
            new Color(92, 96, 98),
            new Color(96, 122, 104),
            new Color(150, 92, 76));
    private static final List<Color> MARKS =
            List.of(new Color(238, 238, 234), new Color(238, 238, 234), new Color(222, 188, 70));

    private final SceneCanvas canvas;
    private final Dice dice;

    /** How the pads of one place look. */
    public record Look(boolean round, Color floor, Color mark, boolean ring) {}

    /** A painter for one scene. */
    public HelipadPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A look for one place. */
    public Look drawLook() {
        return new Look(dice.chance(0.45), dice.pick(FLOORS), dice.pick(MARKS), dice.chance(0.75));
    }

    /** Draws a pad of that width. */
    public void paint(Pose pose, double sideMetres, Look look) {
        Shape pad = look.round()
                ? Outlines.ellipse(0, 0, sideMetres, sideMetres)
                : Outlines.rectangle(0, 0, sideMetres, sideMetres);
        Shape outline = pose.place(pad);
        canvas.ground(outline, Material.CONCRETE, dice.vary(look.floor(), 0.06));
        double thick = Math.max(1, sideMetres * 0.03 * pose.scale());
        Shape rim = look.round()
                ? Outlines.ellipse(0, 0, sideMetres * 0.93, sideMetres * 0.93)
                : Outlines.rectangle(0, 0, sideMetres * 0.93, sideMetres * 0.93);
        canvas.line(pose.place(rim), look.mark(), thick);
        if (look.ring()) {
            double ring = sideMetres * 0.62;
            canvas.line(pose.place(Outlines.ellipse(0, 0, ring, ring)), look.mark(), thick);
        }
        letter(pose, sideMetres * 0.17, thick * 1.5, look.mark());
        canvas.annotate(ObjectCategory.HELIPAD, outline);
    }

    private void letter(Pose pose, double half, double thick, Color mark) {
        Path2D h = new Path2D.Double();
        for (int side = -1; side <= 1; side += 2) {
            h.moveTo(-half, side * half * 0.7);
            h.lineTo(half, side * half * 0.7);
        }
        h.moveTo(0, -half * 0.7);
        h.lineTo(0, half * 0.7);
        canvas.line(pose.place(h), mark, thick);
    }
}
