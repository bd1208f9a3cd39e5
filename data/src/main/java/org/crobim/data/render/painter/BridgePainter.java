package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Bridge decks over water or valleys; local frame in metres, road along x. */
public final class BridgePainter {
    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public BridgePainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws a deck that fills the plot; the plot's long axis is the road, {@code surface} its colour. */
    public void paint(Plot plot, Color surface) {
        double scale = canvas.pixelsPerMetre();
        double length = plot.length() / scale;
        double width = plot.width() / scale;
        Pose pose = plot.pose(0, 0, 0, scale);
        Shape deck = plot.shape();
        canvas.hoveringShadow(deck, dice.between(4, 12));
        Color rail = dice.vary(new Color(190, 188, 180), 0.1);
        canvas.fill(deck, rail);
        double road = width - Math.max(1.2, 1.6 / scale);
        canvas.fill(pose.place(Outlines.rectangle(0, 0, length, road)), surface);
        Path2D middle = new Path2D.Double();
        middle.moveTo(-length / 2, 0);
        middle.lineTo(length / 2, 0);
        Color mark = new Color(216, 210, 190, 170);
        if (width > 16) {
            canvas.line(pose.place(middle), mark, 0.5 * scale);
        } else {
            canvas.dashes(pose.place(middle), mark, 0.2 * scale, 3 * scale);
        }
        if (dice.chance(0.25)) {
            truss(pose, length, width);
        }
        traffic(pose, length, road);
        canvas.annotate(ObjectCategory.BRIDGE, deck);
    }

    private void truss(Pose pose, double length, double width) {
        Color steel = dice.vary(new Color(120, 124, 122), 0.2);
        for (double at = -length / 2 + 4; at < length / 2 - 2; at += 9) {
            Shape beam = Outlines.rectangle(at, 0, 0.9, width);
            canvas.fill(pose.place(beam), Dice.opacity(steel, 0.8));
        }
    }

    /** Cars too small to be annotated; larger ones are placed by the composer. */
    private void traffic(Pose pose, double length, double road) {
        if (4.5 * pose.scale() >= VehiclePainter.SMALLEST_ANNOTATED) {
            return;
        }
        for (double at = -length / 2 + 5; at < length / 2 - 5; at += dice.between(8, 60)) {
            double lane = road / 4 * (dice.chance(0.5) ? 1 : -1);
            Shape car = pose.place(Outlines.rectangle(at, lane, 4.5, 1.9));
            canvas.fill(car, dice.vary(dice.chance(0.6) ? new Color(226, 226, 224) : new Color(50, 52, 58), 0.15));
        }
    }
}
