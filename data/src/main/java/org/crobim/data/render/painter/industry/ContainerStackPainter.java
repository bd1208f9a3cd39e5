package org.crobim.data.render.painter.industry;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;

/** Stacks of containers: never annotated, but what cranes stand beside. */
public final class ContainerStackPainter {
    private static final double LENGTH_METRES = 12.6;
    private static final double WIDTH_METRES = 2.7;
    private static final List<Color> PAINTS = List.of(
            new Color(150, 62, 48),
            new Color(52, 84, 134),
            new Color(190, 110, 52),
            new Color(206, 206, 200),
            new Color(64, 108, 86),
            new Color(120, 116, 108),
            new Color(196, 168, 70),
            new Color(96, 56, 62));

    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public ContainerStackPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Fills a plot with containers along its long axis, a few places left empty. */
    public void paint(Plot plot) {
        double scale = canvas.pixelsPerMetre();
        Pose pose = plot.pose(0, 0, 0, scale);
        int columns = (int) Math.max(1, plot.length() / scale / LENGTH_METRES);
        int rows = (int) Math.max(1, plot.width() / scale / WIDTH_METRES);
        double filling = dice.between(0.7, 1);
        for (int column = 0; column < columns; column++) {
            Color common = dice.pick(PAINTS);
            for (int row = 0; row < rows; row++) {
                if (!dice.chance(filling)) {
                    continue;
                }
                double x = (column - (columns - 1) / 2.0) * LENGTH_METRES;
                double y = (row - (rows - 1) / 2.0) * WIDTH_METRES;
                Shape box = pose.place(Outlines.rectangle(x, y, LENGTH_METRES - 0.4, WIDTH_METRES - 0.2));
                canvas.shadow(box, dice.between(2, 9));
                canvas.fill(box, dice.vary(dice.chance(0.35) ? common : dice.pick(PAINTS), 0.14));
            }
        }
        canvas.occlude(plot.shape());
    }
}
