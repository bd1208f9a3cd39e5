package org.crobim.data.render.painter.transport;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.painter.VehiclePainter;
import org.crobim.language.ObjectCategory;

/** Decks that carry one road over another; local frame in metres, road along x. */
public final class OverpassPainter {
    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public OverpassPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws a deck that fills the plot; the plot's long axis is the road, {@code surface} its colour. */
    public void paint(Plot plot, Color surface) {
        double scale = canvas.pixelsPerMetre();
        double length = plot.length() / scale;
        double width = plot.width() / scale;
        Pose pose = plot.pose(0, 0, 0, scale);
        canvas.hoveringShadow(plot.shape(), dice.between(6, 9));
        canvas.fill(plot.shape(), dice.vary(new Color(196, 192, 182), 0.08));
        double road = width - Math.max(1.4, 2 / scale);
        canvas.fill(pose.place(Outlines.rectangle(0, 0, length, road)), surface);
        joints(pose, length, road);
        marks(pose, length, road);
        traffic(pose, length, road);
        canvas.annotate(ObjectCategory.OVERPASS, plot.shape());
    }

    private void joints(Pose pose, double length, double road) {
        int spans = dice.count(2, 4);
        for (int i = 0; i <= spans; i++) {
            double x = (length - 1) * ((double) i / spans - 0.5);
            Shape joint = Outlines.rectangle(x, 0, 0.7, road);
            canvas.fill(pose.place(joint), Dice.opacity(new Color(54, 54, 54), 0.55));
        }
    }

    private void marks(Pose pose, double length, double road) {
        Color white = new Color(222, 222, 214, 170);
        double thin = 0.18 * pose.scale();
        boolean wide = road > 13;
        for (int side = -1; side <= 1; side += 2) {
            canvas.line(along(pose, length, side * (road / 2 - 0.5)), white, thin);
            if (wide) {
                canvas.dashes(along(pose, length, side * road / 4), white, thin, 3 * pose.scale());
            }
        }
        if (wide) {
            canvas.line(along(pose, length, 0), new Color(190, 188, 178), 0.9 * pose.scale());
        } else {
            canvas.dashes(along(pose, length, 0), white, thin, 3 * pose.scale());
        }
    }

    /** Cars too small to be annotated; larger ones are placed by the composer. */
    private void traffic(Pose pose, double length, double road) {
        if (4.5 * pose.scale() >= VehiclePainter.SMALLEST_ANNOTATED) {
            return;
        }
        for (double x = -length / 2 + 6; x < length / 2 - 6; x += dice.between(9, 60)) {
            Shape car = pose.place(Outlines.rectangle(x, road / 4 * (dice.chance(0.5) ? 1 : -1), 4.5, 1.9));
            canvas.fill(car, dice.vary(dice.chance(0.6) ? new Color(226, 226, 224) : new Color(50, 52, 58), 0.15));
        }
    }

    private static Shape along(Pose pose, double length, double y) {
        Path2D line = new Path2D.Double();
        line.moveTo(-length / 2, y);
        line.lineTo(length / 2, y);
        return pose.place(line);
    }
}
