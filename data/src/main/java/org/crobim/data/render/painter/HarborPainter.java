package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/**
 * Harbors: marina piers with their moored boats, and solid jetties; local frame in metres, pier along x.
 * As in real annotations the object is the whole block: walkway, berths, boats and the water between them.
 */
public final class HarborPainter {
    private static final List<Color> BOATS = List.of(
            new Color(236, 236, 234),
            new Color(226, 228, 230),
            new Color(214, 216, 216),
            new Color(70, 92, 130),
            new Color(196, 186, 166));

    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public HarborPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws a pier with boats that fills the plot; the plot's long axis is the walkway. */
    public void paintMarina(Plot plot, boolean bothSides) {
        double scale = canvas.pixelsPerMetre();
        double length = plot.length() / scale;
        double width = plot.width() / scale;
        Pose pose = plot.pose(0, 0, 0, scale);
        double walk = Math.max(2, 0.9 / scale);
        double walkAt = bothSides ? 0 : -width / 2 + walk / 2;
        double berth = bothSides ? (width - walk) / 2 : width - walk;
        Color planks = dice.vary(new Color(176, 168, 152), 0.12);
        Shape deck = pose.place(Outlines.rectangle(0, walkAt, length, walk));
        canvas.shadow(deck, 1);
        canvas.fill(deck, planks);
        double step = Math.max(berth * dice.between(0.36, 0.46), 2.2 / scale);
        for (double at = -length / 2 + step * 0.6; at < length / 2 - step * 0.4; at += step) {
            row(pose, at, walkAt + walk / 2, berth, step, 1);
            if (bothSides) {
                row(pose, at, walkAt - walk / 2, berth, step, -1);
            }
        }
        canvas.annotate(ObjectCategory.HARBOR, plot.shape());
    }

    private void row(Pose pose, double at, double edge, double berth, double step, int side) {
        if (dice.chance(0.4)) {
            Shape finger = pose.place(Outlines.rectangle(at + step / 2, edge + side * berth * 0.4, 0.8, berth * 0.8));
            canvas.fill(finger, new Color(160, 154, 142));
        }
        if (dice.chance(0.86)) {
            double length = berth * dice.between(0.72, 0.97);
            boolean bowIn = dice.chance(0.5);
            double turn = side * Math.PI / 2 + (bowIn ? Math.PI : 0) + dice.between(-0.03, 0.03);
            Pose boat = pose.moved(at, edge + side * (length / 2 + berth * 0.02), turn);
            boat(boat, length, Math.min(step * 0.82, length * 0.36));
        }
    }

    private void boat(Pose pose, double length, double beam) {
        double half = beam / 2;
        Shape hull = pose.place(Outlines.polygon(
                length / 2,
                0,
                length * 0.2,
                half * 0.9,
                -length * 0.1,
                half,
                -length / 2,
                half * 0.8,
                -length / 2,
                -half * 0.8,
                -length * 0.1,
                -half,
                length * 0.2,
                -half * 0.9));
        canvas.shadow(hull, 1.6);
        Color colour = dice.vary(dice.pick(BOATS), 0.08);
        canvas.fill(hull, colour);
        Shape cabin = pose.place(Outlines.rectangle(-length * 0.05, 0, length * 0.36, beam * 0.62));
        canvas.fill(cabin, dice.chance(0.5) ? Dice.scaled(colour, 0.8) : dice.vary(new Color(80, 96, 122), 0.3));
        if (dice.chance(0.4)) {
            Shape mast = pose.place(Outlines.rectangle(0, 0, length * 0.7, 0.25));
            canvas.fill(mast, new Color(246, 246, 246, 200));
        }
    }

    /** Draws a solid jetty that fills the plot, with sheds and cargo on it. */
    public void paintJetty(Plot plot) {
        double scale = canvas.pixelsPerMetre();
        Pose pose = plot.pose(0, 0, 0, scale);
        double length = plot.length() / scale;
        double width = plot.width() / scale;
        Shape deck = plot.shape();
        canvas.shadow(deck, 3);
        Color concrete = dice.vary(new Color(170, 166, 156), 0.12);
        canvas.fill(deck, concrete);
        canvas.line(plot.grown(-0.8 * scale).shape(), Dice.scaled(concrete, 0.8), 0.8 * scale);
        int items = (int) Math.max(2, length / 14);
        for (int i = 0; i < items; i++) {
            double boxLength = dice.between(4, 16);
            double boxWidth = Math.min(width * 0.5, dice.between(2.5, 9));
            double x = dice.between(-0.45, 0.45) * (length - boxLength);
            double y = dice.between(-0.42, 0.42) * Math.max(0, width - boxWidth - 2);
            Shape box = pose.place(Outlines.rectangle(x, y, boxLength, boxWidth));
            canvas.shadow(box, 2);
            canvas.fill(box, cargoColour());
        }
        canvas.annotate(ObjectCategory.HARBOR, deck);
    }

    private Color cargoColour() {
        return dice.vary(
                dice.pick(List.of(
                        new Color(190, 190, 186),
                        new Color(150, 70, 56),
                        new Color(70, 96, 130),
                        new Color(120, 118, 112),
                        new Color(90, 86, 80))),
                0.15);
    }
}
