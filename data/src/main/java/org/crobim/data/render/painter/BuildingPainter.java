package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;

/** Buildings: never annotated, but they cast shadows and look like things that are. */
public final class BuildingPainter {
    private static final List<Color> TILES = List.of(
            new Color(150, 84, 62),
            new Color(120, 72, 58),
            new Color(96, 92, 90),
            new Color(70, 70, 74),
            new Color(138, 128, 116),
            new Color(108, 98, 86),
            new Color(176, 116, 84));
    private static final List<Color> FLAT = List.of(
            new Color(214, 214, 210),
            new Color(186, 184, 178),
            new Color(150, 152, 154),
            new Color(112, 116, 120),
            new Color(92, 100, 112),
            new Color(168, 158, 142),
            new Color(232, 232, 230),
            new Color(108, 122, 126));

    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public BuildingPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A house with a pitched roof that fills the plot. */
    public void paintHouse(Plot plot) {
        canvas.shadow(plot.shape(), dice.between(4, 7));
        Color tiles = dice.vary(dice.pick(TILES), 0.15);
        boolean hipped = dice.chance(0.5);
        gable(plot, tiles, hipped);
        if (dice.chance(0.5)) {
            Plot wing = plot.part(
                    dice.between(-0.2, 0.2) * plot.length(),
                    plot.width() * (dice.chance(0.5) ? 0.4 : -0.4),
                    plot.width() * 0.5,
                    plot.length() * 0.4);
            gable(new Plot(wing.x(), wing.y(), wing.width(), wing.length(), wing.angle() + Math.PI / 2), tiles, false);
        }
        canvas.occlude(plot.shape());
    }

    private void gable(Plot plot, Color tiles, boolean hipped) {
        double half = plot.length() / 2;
        double side = plot.width() / 2;
        double ridge = hipped ? Math.max(0.1, half - side) : half;
        Pose pose = plot.pose(0, 0, 0, 1);
        double normalX = -Math.sin(plot.angle());
        double normalY = Math.cos(plot.angle());
        double light = canvas.sun().faceLight(normalX, normalY);
        canvas.fill(plot.shape(), Dice.scaled(tiles, 2 - light));
        Shape lower = Outlines.polygon(-half, side, half, side, ridge, 0, -ridge, 0);
        canvas.fill(pose.place(lower), Dice.scaled(tiles, light));
        if (hipped) {
            double endLight = canvas.sun().faceLight(Math.cos(plot.angle()), Math.sin(plot.angle()));
            Shape end = Outlines.polygon(half, side, half, -side, ridge, 0);
            Shape other = Outlines.polygon(-half, side, -half, -side, -ridge, 0);
            canvas.fill(pose.place(end), Dice.scaled(tiles, endLight));
            canvas.fill(pose.place(other), Dice.scaled(tiles, 2 - endLight));
        }
    }

    /** A block with a flat roof and things on it. */
    public void paintBlock(Plot plot, double heightMetres) {
        Shape outline = plot.shape();
        canvas.shadow(outline, heightMetres);
        Color roof = dice.vary(dice.pick(FLAT), 0.12);
        canvas.fill(outline, Dice.scaled(roof, 0.82));
        double rim = Math.min(0.8 * canvas.pixelsPerMetre(), plot.width() / 6);
        canvas.fill(plot.grown(-rim).shape(), roof);
        if (dice.chance(0.45)) {
            seams(plot, roof);
        }
        if (dice.chance(0.3)) {
            skylights(plot);
        }
        machines(plot, roof);
        canvas.occlude(outline);
    }

    private void seams(Plot plot, Color roof) {
        int count = dice.count(3, 12);
        Path2D seams = new Path2D.Double();
        Pose pose = plot.pose(0, 0, 0, 1);
        for (int i = 1; i < count; i++) {
            double at = -plot.length() / 2 + plot.length() * i / count;
            seams.moveTo(at, -plot.width() / 2);
            seams.lineTo(at, plot.width() / 2);
        }
        canvas.line(pose.place(seams), Dice.opacity(Dice.scaled(roof, 0.72), 0.5), 0.4 * canvas.pixelsPerMetre());
    }

    private void skylights(Plot plot) {
        int count = dice.count(2, 6);
        for (int i = 0; i < count; i++) {
            double at = (i + 0.5) / count - 0.5;
            Plot light = plot.part(at * plot.length() * 0.85, 0, plot.length() / count * 0.2, plot.width() * 0.55);
            canvas.fill(light.shape(), dice.vary(new Color(140, 158, 170), 0.1));
        }
    }

    private void machines(Plot plot, Color roof) {
        int count = dice.count(0, 6);
        double scale = canvas.pixelsPerMetre();
        for (int i = 0; i < count; i++) {
            double size = Math.min(dice.between(1.5, 5) * scale, plot.width() / 4);
            Plot machine = plot.part(
                    dice.between(-0.38, 0.38) * plot.length(),
                    dice.between(-0.35, 0.35) * plot.width(),
                    size,
                    size * dice.between(0.5, 1));
            canvas.shadow(machine.shape(), 1.5);
            canvas.fill(machine.shape(), dice.vary(Dice.scaled(roof, dice.chance(0.5) ? 0.75 : 1.15), 0.1));
        }
    }
}
