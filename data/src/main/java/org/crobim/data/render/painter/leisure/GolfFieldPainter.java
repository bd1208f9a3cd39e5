package org.crobim.data.render.painter.leisure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Tones;
import org.crobim.data.render.painter.TreePainter;
import org.crobim.language.ObjectCategory;

/** Golf fields: fairways, greens, bunkers and ponds between trees; the object is all of it. Pixels. */
public final class GolfFieldPainter {
    private static final int CURVE_STEPS = 10;

    private final Stage stage;
    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public GolfFieldPainter(Stage stage) {
        this.stage = stage;
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /**
     * Draws the holes of a course at once, its trees when raised things are drawn, and declares the object after them.
     *
     * @param outline the whole field, star-shaped around its centre
     * @param centre pose whose heading the fairways follow
     * @param radiusMetres mean radius of the field
     */
    public void paint(Shape outline, Pose centre, double radiusMetres) {
        Color rough =
                Tones.mix(canvas.tones().of(Material.GRASS), canvas.tones().of(Material.TURF), 0.4);
        canvas.ground(outline, Material.GRASS, Dice.scaled(rough, 0.84));
        int holes = (int) Math.max(3, radiusMetres / 38);
        canvas.within(outline, () -> {
            pond(centre, radiusMetres);
            for (int i = 0; i < holes; i++) {
                hole(centre, radiusMetres, (i + 0.5) / holes - 0.5);
            }
        });
        List<double[]> trees = trees(outline, centre, radiusMetres);
        stage.raise(Stage.Layer.DECK, () -> {
            TreePainter painter = new TreePainter(stage);
            trees.forEach(tree -> painter.paint(tree[0], tree[1]));
            canvas.annotate(ObjectCategory.GOLF_FIELD, outline);
        });
    }

    /** A fairway across the field at a place between -0.5 and 0.5, with tee, green and bunkers. */
    private void hole(Pose centre, double radius, double place) {
        double length = radius * dice.between(0.7, 1.15);
        Pose tee = centre.moved(
                -length / 2 + dice.between(-0.25, 0.25) * radius, place * 1.75 * radius, dice.between(-0.12, 0.12));
        Path2D line = new Path2D.Double();
        double bend = dice.between(-0.16, 0.16) * length;
        Pose end = tee;
        for (int i = 0; i <= CURVE_STEPS; i++) {
            double t = (double) i / CURVE_STEPS;
            end = tee.moved(t * length, bend * Math.sin(Math.PI * t), 0);
            if (i == 0) {
                line.moveTo(end.x(), end.y());
            } else {
                line.lineTo(end.x(), end.y());
            }
        }
        Color turf = Dice.scaled(Tones.mix(canvas.tones().of(Material.TURF), new Color(112, 144, 80), 0.6), 1.1);
        float width = (float) (radius / Math.max(3, radius / 38) * dice.between(0.75, 1.05) * centre.scale());
        Shape fairway = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(line);
        canvas.ground(fairway, Material.TURF, dice.vary(turf, 0.06));
        double green = dice.between(10, 15);
        canvas.ground(end.place(lump(green * 1.5)), Material.TURF, dice.vary(turf, 0.04));
        int bunkers = dice.count(2, 5);
        for (int i = 0; i < bunkers; i++) {
            double angle = dice.direction();
            double away = i < 3 ? green * dice.between(1.3, 1.8) : length * dice.between(0.3, 0.6);
            bunker(end.moved(i < 3 ? away * Math.cos(angle) : -away, away * Math.sin(angle) * 0.6, angle));
        }
        Color light = Tones.mix(turf, new Color(164, 190, 116), 0.75);
        canvas.ground(end.place(lump(green)), Material.ACRYLIC, light);
        canvas.ground(tee.place(Outlines.rectangle(0, 0, 16, 8)), Material.TURF, light);
    }

    private void bunker(Pose spot) {
        Color sand = dice.vary(new Color(222, 206, 168), 0.05);
        canvas.ground(spot.place(lump(dice.between(4, 9))), Material.SAND, sand);
    }

    private void pond(Pose centre, double radius) {
        int ponds = dice.count(0, 3);
        for (int i = 0; i < ponds; i++) {
            Pose spot =
                    centre.moved(dice.between(-0.7, 0.7) * radius, dice.between(-0.7, 0.7) * radius, dice.direction());
            canvas.ground(spot.place(lump(radius * dice.between(0.08, 0.2))), Material.WATER);
        }
    }

    private List<double[]> trees(Shape outline, Pose centre, double radius) {
        List<double[]> trees = new ArrayList<>();
        double density = dice.between(0.5, 1.6);
        int holes = (int) Math.max(3, radius / 38);
        for (int gap = 0; gap <= holes; gap++) {
            // Rows of trees part the fairways.
            int count = (int) (radius / 9 * density);
            for (int i = 0; i < count; i++) {
                double across = ((double) gap / holes - 0.5) * 1.75 * radius + dice.between(-6, 6);
                Pose spot = centre.moved(dice.between(-1.05, 1.05) * radius, across, 0);
                if (outline.contains(spot.x(), spot.y())) {
                    trees.add(new double[] {spot.x(), spot.y()});
                }
            }
        }
        return trees;
    }

    /** A smooth lump around the origin. */
    private Shape lump(double radius) {
        int steps = 20;
        double phase = dice.direction();
        double second = dice.direction();
        double[] points = new double[2 * steps];
        for (int i = 0; i < steps; i++) {
            double angle = 2 * Math.PI * i / steps;
            double r = radius * (1 + 0.2 * Math.sin(2 * angle + phase) + 0.14 * Math.sin(3 * angle + second));
            points[2 * i] = r * Math.cos(angle);
            points[2 * i + 1] = r * Math.sin(angle) * 0.8;
        }
        return Outlines.polygon(points);
    }
}
