package org.crobim.data.render.painter.industry;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Dams: concrete walls with gates, and earth dams; local frame in metres, crest along x, downstream at positive y. */
public final class DamPainter {
    private static final int STEPS = 24;

    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * Shape of a dam.
     *
     * @param lengthMetres bank to bank
     * @param crestMetres width of the crest, on which a road runs
     * @param faceMetres width of the downstream face as seen from above
     * @param archMetres how far the middle lies upstream of the ends
     * @param earth whether it is heaped up instead of cast
     */
    public record Build(double lengthMetres, double crestMetres, double faceMetres, double archMetres, boolean earth) {
        /** How far downstream of its ends a place along the dam lies. */
        double bow(double x) {
            double t = 2 * x / lengthMetres;
            return -archMetres * (1 - t * t);
        }
    }

    /** A painter for one scene. */
    public DamPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws a dam on the ground; nothing stands on it but its own gates. */
    public void paint(Pose pose, Build build) {
        Shape outline = strip(pose, build, -build.crestMetres() / 2, build.crestMetres() / 2 + build.faceMetres());
        Material material = build.earth() ? dice.chance(0.6) ? Material.DRY_GRASS : Material.GRAVEL : Material.CONCRETE;
        Color face = dice.vary(canvas.tones().of(material), 0.1);
        double light = canvas.sun().faceLight(-Math.sin(pose.heading()), Math.cos(pose.heading()));
        canvas.ground(outline, material, Dice.scaled(face, light * 0.92));
        if (build.earth()) {
            berms(pose, build, face);
        } else {
            joints(pose, build, face);
        }
        crest(pose, build, face);
        if (!build.earth()) {
            canvas.within(outline, () -> gates(pose, build, face));
        }
        canvas.annotate(ObjectCategory.DAM, outline);
    }

    private void crest(Pose pose, Build build, Color face) {
        double half = build.crestMetres() / 2;
        canvas.ground(strip(pose, build, -half, half), Material.CONCRETE, Dice.scaled(face, 1.12));
        Material road = dice.chance(0.6) ? Material.ASPHALT : Material.CONCRETE;
        canvas.ground(strip(pose, build, -half + 1.2, half - 1.2), road);
        canvas.line(line(pose, build, half), Dice.opacity(Color.BLACK, 0.35), 1.2 * pose.scale());
    }

    private void joints(Pose pose, Build build, Color face) {
        double from = build.crestMetres() / 2;
        int count = (int) Math.max(6, build.lengthMetres() / dice.between(12, 20));
        for (int i = 1; i < count; i++) {
            double x = build.lengthMetres() * ((double) i / count - 0.5);
            Path2D joint = new Path2D.Double();
            joint.moveTo(x, build.bow(x) + from);
            joint.lineTo(x, build.bow(x) + from + build.faceMetres());
            canvas.line(pose.place(joint), Dice.opacity(Dice.scaled(face, 0.6), 0.6), 0.6 * pose.scale());
        }
    }

    private void berms(Pose pose, Build build, Color face) {
        int berms = dice.count(1, 3);
        for (int i = 1; i <= berms; i++) {
            double at = build.crestMetres() / 2 + build.faceMetres() * i / (berms + 1);
            canvas.line(line(pose, build, at), Dice.opacity(Dice.scaled(face, 1.3), 0.8), 2.2 * pose.scale());
        }
    }

    /** A spillway in the middle: piers, dark openings, white water down the face. */
    private void gates(Pose pose, Build build, Color face) {
        int gates = dice.count(3, 9);
        double width = Math.min(build.lengthMetres() * 0.5 / gates, dice.between(10, 16));
        double half = build.crestMetres() / 2;
        boolean open = dice.chance(0.6);
        double offset = dice.between(-0.15, 0.15) * build.lengthMetres();
        for (int i = 0; i < gates; i++) {
            double x = offset + (i - (gates - 1) / 2.0) * width;
            double top = build.bow(x) + half;
            Shape slot = Outlines.rectangle(x, top + build.faceMetres() / 2, width * 0.72, build.faceMetres());
            canvas.ground(pose.place(slot), Material.CONCRETE, Dice.scaled(face, 0.72));
            if (open && dice.chance(0.7)) {
                Shape fall =
                        Outlines.rectangle(x, top + build.faceMetres() * 0.56, width * 0.5, build.faceMetres() * 0.86);
                canvas.fill(pose.place(fall), new Color(226, 232, 232, 210));
            }
            Shape pier = Outlines.rectangle(x - width / 2, top - half, width * 0.26, build.crestMetres());
            canvas.ground(pose.place(pier), Material.CONCRETE, Dice.scaled(face, 1.22));
        }
    }

    private static Shape strip(Pose pose, Build build, double from, double to) {
        double[] points = new double[4 * (STEPS + 1)];
        for (int i = 0; i <= STEPS; i++) {
            double x = build.lengthMetres() * ((double) i / STEPS - 0.5);
            int back = 2 * (2 * STEPS + 1 - i);
            points[2 * i] = x;
            points[2 * i + 1] = build.bow(x) + from;
            points[back] = x;
            points[back + 1] = build.bow(x) + to;
        }
        return pose.place(Outlines.polygon(points));
    }

    private static Shape line(Pose pose, Build build, double at) {
        Path2D line = new Path2D.Double();
        for (int i = 0; i <= STEPS; i++) {
            double x = build.lengthMetres() * ((double) i / STEPS - 0.5);
            if (i == 0) {
                line.moveTo(x, build.bow(x) + at);
            } else {
                line.lineTo(x, build.bow(x) + at);
            }
        }
        return pose.place(line);
    }
}
