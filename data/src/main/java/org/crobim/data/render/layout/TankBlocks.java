package org.crobim.data.render.layout;

import java.awt.Shape;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.painter.TankPainter;

/** Groups of tanks on free ground. */
public final class TankBlocks {
    private final Stage stage;
    private final Dice dice;
    private final TankPainter painter;

    /** Fills one stage. */
    public TankBlocks(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice();
        this.painter = new TankPainter(stage);
    }

    /** A grid of tanks of one size; some places stay empty. */
    public void grid(double radiusMetres, int columns, int rows, double angle) {
        double pitch = stage.pixels(radiusMetres * dice.between(2.5, 3.3));
        stage.claimAnywhere(columns * pitch, rows * pitch, angle, stage.pixels(4), 14)
                .ifPresent(plot -> fill(plot, radiusMetres, pitch, new int[] {columns, rows}));
    }

    private void fill(Plot plot, double radiusMetres, double pitch, int[] counts) {
        Material yard = dice.pick(List.of(Material.GRAVEL, Material.SOIL, Material.CONCRETE, Material.GRASS));
        stage.canvas().ground(plot.shape(), yard);
        boolean bunds = dice.chance(0.5);
        TankPainter.Look look = painter.drawLook();
        for (int column = 0; column < counts[0]; column++) {
            for (int row = 0; row < counts[1]; row++) {
                double along = (column + 0.5 - counts[0] / 2.0) * pitch;
                double across = (row + 0.5 - counts[1] / 2.0) * pitch;
                if (bunds) {
                    Shape bund =
                            plot.part(along, across, pitch * 0.94, pitch * 0.94).shape();
                    stage.canvas().line(bund, Dice.opacity(new java.awt.Color(204, 198, 184), 0.8), stage.pixels(1.2));
                }
                if (dice.chance(0.9)) {
                    double radius = stage.pixels(radiusMetres) * (dice.chance(0.2) ? dice.between(0.6, 0.9) : 1);
                    Pose spot = plot.pose(along, across, 0, 1);
                    stage.raise(Layer.OBJECT, () -> painter.paint(spot.x(), spot.y(), radius, look));
                }
            }
        }
    }
}
