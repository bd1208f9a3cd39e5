package org.crobim.data.render.painter.industry;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Tilt;
import org.crobim.language.ObjectCategory;

/**
 * Wind turbines seen at a slant: tower, nacelle and three blades, projected onto the picture as the camera sees them and
 * onto the ground as the sun does.
 */
public final class WindmillPainter {
    private static final int BLADES = 3;

    private final SceneCanvas canvas;
    private final Dice dice;
    private final Tilt tilt;

    /**
     * Size of a turbine.
     *
     * @param hubMetres height of the hub
     * @param bladeMetres length of a blade
     */
    public record Size(double hubMetres, double bladeMetres) {
        /** A turbine of the last thirty years. */
        public static Size draw(Dice dice) {
            double hub = dice.between(55, 105);
            return new Size(hub, hub * dice.between(0.42, 0.56));
        }
    }

    /** A painter for one scene: all turbines lean alike. */
    public WindmillPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
        this.tilt = Tilt.draw(dice, 0.2, 0.62);
    }

    /** Draws the gravel on which a turbine stands. */
    public void paintPad(Pose foot) {
        double side = dice.between(16, 28);
        canvas.ground(foot.place(Outlines.rectangle(dice.between(-6, 6), 0, side * 1.5, side)), Material.GRAVEL);
        canvas.ground(foot.place(Outlines.ellipse(0, 0, 14, 14)), Material.CONCRETE);
    }

    /** Draws a turbine whose rotor looks along the pose's heading. */
    public void paint(Pose foot, Size size) {
        double turn = dice.direction();
        Pose shadowHub = Tilt.shadowOf(foot, size.hubMetres(), canvas.sun());
        List<Shape> shadow = new ArrayList<>();
        shadow.add(tower(foot, shadowHub));
        for (int blade = 0; blade < BLADES; blade++) {
            double angle = turn + 2 * Math.PI * blade / BLADES;
            double height = size.hubMetres() + size.bladeMetres() * Math.sin(angle);
            Pose side = foot.moved(0, size.bladeMetres() * Math.cos(angle), 0);
            shadow.add(blade(shadowHub, Tilt.shadowOf(side, height, canvas.sun())));
        }
        canvas.shade(Outlines.union(shadow));
        standing(foot, size, turn);
    }

    private void standing(Pose foot, Size size, double turn) {
        Pose hub = tilt.raised(foot, size.hubMetres());
        Shape tower = tower(foot, hub);
        Shape nacelle = hub.place(Outlines.rectangle(-2, 0, 11, 4.2));
        List<Shape> blades = new ArrayList<>();
        for (int blade = 0; blade < BLADES; blade++) {
            double angle = turn + 2 * Math.PI * blade / BLADES;
            Pose side = foot.moved(4, size.bladeMetres() * Math.cos(angle), 0);
            blades.add(blade(hub, tilt.raised(side, size.hubMetres() + size.bladeMetres() * Math.sin(angle))));
        }
        Color paint = dice.vary(new Color(234, 236, 236), 0.05);
        canvas.fill(tower, Dice.scaled(paint, 0.9));
        for (Shape blade : blades) {
            canvas.fill(blade, paint);
        }
        canvas.fill(nacelle, Dice.scaled(paint, 0.96));
        List<Shape> parts = new ArrayList<>(blades);
        parts.add(tower);
        parts.add(Outlines.sweep(nacelle, 0, 0));
        canvas.annotate(ObjectCategory.WINDMILL, Outlines.union(parts));
    }

    private static Shape tower(Pose foot, Pose hub) {
        return Outlines.taper(foot.x(), foot.y(), width(foot, 2.6), hub.x(), hub.y(), width(foot, 1.6));
    }

    private static Shape blade(Pose hub, Pose tip) {
        return Outlines.taper(hub.x(), hub.y(), width(hub, 1.7), tip.x(), tip.y(), width(hub, 0.6));
    }

    /** Half a width in pixels; never so thin that less than half of every pixel would be covered. */
    private static double width(Pose pose, double metres) {
        return Math.max(0.75, metres * pose.scale());
    }
}
