package org.crobim.data.render.painter.transport;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Parked helicopters: cabin, tail boom and rotor blades; local frame is the length of the body, nose at +0.5. */
public final class HelicopterPainter {
    private static final List<Color> PAINTS = List.of(
            new Color(232, 232, 230),
            new Color(60, 70, 56),
            new Color(84, 92, 96),
            new Color(176, 48, 42),
            new Color(40, 62, 110),
            new Color(206, 170, 50),
            new Color(52, 54, 60));

    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * Type of a helicopter.
     *
     * @param lengthMetres nose to tail
     * @param blades of the main rotor
     * @param rotor its radius over the length of the body
     * @param paint colour of the body
     */
    public record Type(double lengthMetres, int blades, double rotor, Color paint) {
        /** Ground that body and rotor need, pixels. */
        public Plot plot(Pose pose) {
            double side = lengthMetres * Math.max(1, 2 * rotor) * pose.scale();
            return new Plot(pose.x(), pose.y(), side, side * 0.8, pose.heading());
        }
    }

    /** A painter for one scene. */
    public HelicopterPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A type drawn at random. */
    public static Type drawType(Dice dice) {
        return new Type(
                dice.between(10, 18), dice.pick(List.of(2, 3, 4, 4, 5)), dice.between(0.44, 0.54), dice.pick(PAINTS));
    }

    /** Draws a helicopter with its shadow; the nose points along the pose's heading. */
    public void paint(Pose pose, Type type) {
        Pose local = new Pose(pose.x(), pose.y(), pose.heading(), pose.scale() * type.lengthMetres());
        List<Shape> body = body();
        List<Shape> blades = blades(type, local.scale());
        List<Shape> parts = new ArrayList<>(body);
        parts.addAll(blades);
        Shape outline = local.place(Outlines.union(parts));
        canvas.hoveringShadow(local.place(Outlines.union(body)), 2.2);
        canvas.hoveringShadow(local.place(Outlines.union(blades)), 3.6);
        Color paint = dice.vary(type.paint(), 0.1);
        for (Shape part : body) {
            canvas.fill(local.place(part), paint);
        }
        details(local, paint);
        Color steel = dice.vary(new Color(44, 46, 48), 0.3);
        for (Shape blade : blades) {
            canvas.fill(local.place(blade), steel);
        }
        canvas.fill(local.place(Outlines.ellipse(0.14, 0, 0.06, 0.06)), Dice.scaled(steel, 1.6));
        canvas.annotate(ObjectCategory.HELICOPTER, outline);
    }

    private static List<Shape> body() {
        Path2D cabin = new Path2D.Double(Path2D.WIND_NON_ZERO);
        cabin.moveTo(0.5, 0);
        cabin.curveTo(0.5, 0.07, 0.42, 0.1, 0.3, 0.1);
        cabin.lineTo(0.08, 0.095);
        cabin.curveTo(-0.06, 0.09, -0.1, 0.04, -0.14, 0.028);
        cabin.lineTo(-0.14, -0.028);
        cabin.curveTo(-0.1, -0.04, -0.06, -0.09, 0.08, -0.095);
        cabin.lineTo(0.3, -0.1);
        cabin.curveTo(0.42, -0.1, 0.5, -0.07, 0.5, 0);
        cabin.closePath();
        return List.of(
                cabin,
                Outlines.polygon(-0.1, -0.032, -0.1, 0.032, -0.5, 0.016, -0.5, -0.016),
                Outlines.rectangle(-0.4, 0, 0.055, 0.2),
                Outlines.rectangle(-0.47, 0.03, 0.12, 0.018));
    }

    private List<Shape> blades(Type type, double scale) {
        List<Shape> blades = new ArrayList<>();
        double turn = dice.direction();
        double half = Math.max(0.014, 0.62 / scale);
        for (int i = 0; i < type.blades(); i++) {
            double angle = turn + 2 * Math.PI * i / type.blades();
            blades.add(Outlines.taper(
                    0.14, 0, half, 0.14 + type.rotor() * Math.cos(angle), type.rotor() * Math.sin(angle), half));
        }
        return blades;
    }

    private void details(Pose local, Color paint) {
        Shape glass = Outlines.polygon(0.47, -0.05, 0.49, 0, 0.47, 0.05, 0.36, 0.082, 0.36, -0.082);
        canvas.fill(local.place(glass), new Color(40, 50, 60));
        canvas.fill(local.place(Outlines.rectangle(0.1, 0, 0.2, 0.075)), Dice.scaled(paint, 0.72));
    }
}
