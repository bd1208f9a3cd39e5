package org.crobim.data.render.painter.transport;

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
import org.crobim.data.render.painter.TreePainter;
import org.crobim.language.ObjectCategory;

/** Roundabouts: the ring of road and the island in it; local frame in metres. Roads that meet it are drawn before. */
public final class RoundaboutPainter {
    private final Stage stage;
    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public RoundaboutPainter(Stage stage) {
        this.stage = stage;
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws the ground at once and the trees of the island when raised things are drawn. */
    public void paint(Pose centre, double radiusMetres, double roadMetres) {
        Shape outline = centre.place(disc(radiusMetres));
        canvas.ground(outline, Material.ASPHALT);
        Color white = new Color(222, 222, 216, 170);
        canvas.line(centre.place(disc(radiusMetres - 0.6)), white, 0.18 * centre.scale());
        double island = Math.max(radiusMetres * 0.3, radiusMetres - roadMetres);
        if (roadMetres > 7) {
            canvas.dashes(
                    centre.place(disc((radiusMetres + island) / 2)), white, 0.18 * centre.scale(), 2 * centre.scale());
        }
        canvas.ground(centre.place(disc(island)), Material.CONCRETE);
        Material inside = dice.pick(List.of(Material.GRASS, Material.TURF, Material.TURF, Material.SOIL));
        canvas.ground(centre.place(disc(island - 1)), inside);
        garden(centre, island - 1);
        List<Pose> trees = trees(centre, island);
        stage.raise(Stage.Layer.DECK, () -> {
            TreePainter painter = new TreePainter(stage);
            trees.forEach(tree -> painter.paint(tree.x(), tree.y()));
            canvas.annotate(ObjectCategory.ROUNDABOUT, outline);
        });
    }

    private void garden(Pose centre, double radius) {
        switch (dice.weighted(2, 2, 1.5, 2)) {
            case 0 -> {
                canvas.ground(centre.place(disc(radius * 0.55)), Material.CONCRETE);
                canvas.ground(centre.place(disc(radius * 0.38)), Material.WATER);
                canvas.fill(centre.place(disc(radius * 0.08)), new Color(226, 228, 226));
            }
            case 1 -> {
                Color bed = dice.vary(dice.pick(List.of(new Color(150, 64, 60), new Color(186, 150, 60))), 0.15);
                canvas.fill(centre.place(disc(radius * 0.6)), Dice.opacity(bed, 0.7));
                canvas.ground(centre.place(disc(radius * 0.42)), Material.TURF);
            }
            case 2 -> {
                for (int i = 0; i < 2; i++) {
                    Pose turned = centre.moved(0, 0, i * Math.PI / 2);
                    canvas.ground(turned.place(Outlines.rectangle(0, 0, 2 * radius, 2)), Material.CONCRETE);
                }
            }
            default -> {
                // A plain lawn.
            }
        }
    }

    private List<Pose> trees(Pose centre, double island) {
        List<Pose> trees = new ArrayList<>();
        int count = island > 7 && dice.chance(0.7) ? dice.count(2, (int) Math.min(24, island)) : 0;
        double ring = dice.between(0.3, 0.72) * island;
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count + dice.between(-0.2, 0.2);
            trees.add(centre.moved(ring * Math.cos(angle), ring * Math.sin(angle), 0));
        }
        return trees;
    }

    private static Shape disc(double radius) {
        return Outlines.ellipse(0, 0, 2 * radius, 2 * radius);
    }
}
