package org.crobim.data.render.layout;

import java.util.Optional;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.painter.CourtPainter;
import org.crobim.data.render.painter.DiamondPainter;
import org.crobim.data.render.painter.TrackPainter;

/** Sports grounds on free ground. Each method gives up silently when there is no room: a scene is what fits. */
public final class SportsBlocks {
    private static final int TRIES = 14;

    private final Stage stage;
    private final Dice dice;

    /** Fills one stage. */
    public SportsBlocks(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice();
    }

    /** A running track. */
    public void track(double angle) {
        double size = dice.between(0.72, 1.05);
        double length = stage.pixels(TrackPainter.LENGTH * size);
        double width = stage.pixels(TrackPainter.WIDTH * size);
        stage.claimAnywhere(length, width, angle, stage.pixels(3), 40)
                .ifPresent(plot -> new TrackPainter(stage)
                        .paint(plot.pose(0, 0, 0, stage.canvas().pixelsPerMetre()), size));
    }

    /** A ball field. */
    public void diamond() {
        DiamondPainter painter = new DiamondPainter(stage);
        DiamondPainter.Type type = painter.drawType();
        double reach = type.fence() > 0 ? type.fence() : 1.9;
        double side = stage.pixels(type.baseMetres() * (reach + 0.5));
        for (int i = 0; i < TRIES; i++) {
            Pose home = stage.pose(
                    dice.between(0, 1) * stage.canvas().width(),
                    dice.between(0, 1) * stage.canvas().height(),
                    dice.direction());
            Pose centre = home.moved((reach / 2 - 0.1) * type.baseMetres(), 0, 0);
            Plot plot = new Plot(centre.x(), centre.y(), side, side * 1.25, home.heading());
            Plot infield = DiamondPainter.infieldPlot(home, type);
            boolean seen =
                    infield.insideShare(stage.canvas().width(), stage.canvas().height()) > 0.7;
            if (seen && stage.site().claim(plot, 0)) {
                painter.paint(home, type);
                return;
            }
        }
    }

    /** A fenced block of tennis courts side by side. */
    public void tennis(double angle, int columns, int rows) {
        CourtPainter painter = new CourtPainter(stage);
        CourtPainter.Look look = painter.drawTennisLook();
        double pitch = CourtPainter.TENNIS_WIDTH + dice.between(3, 6);
        double depth = CourtPainter.TENNIS_LENGTH + dice.between(6, 11);
        claim(depth * rows, pitch * columns + 4, angle).ifPresent(plot -> {
            painter.paintSurround(plot, look);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    painter.paintTennis(spot(plot, row, rows, depth, column, columns, pitch), look);
                }
            }
        });
    }

    /** A block of basketball courts. */
    public void basketball(double angle, int columns, int rows) {
        CourtPainter painter = new CourtPainter(stage);
        CourtPainter.Look look = painter.drawBasketballLook();
        double pitch = CourtPainter.BASKETBALL_WIDTH + dice.between(2.5, 5);
        double depth = CourtPainter.BASKETBALL_LENGTH + dice.between(3, 7);
        claim(depth * rows, pitch * columns, angle).ifPresent(plot -> {
            painter.paintSurround(plot, look);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    painter.paintBasketball(spot(plot, row, rows, depth, column, columns, pitch), look);
                }
            }
        });
    }

    private Optional<Plot> claim(double lengthMetres, double widthMetres, double angle) {
        return stage.claimAnywhere(
                stage.pixels(lengthMetres), stage.pixels(widthMetres), angle, stage.pixels(3), TRIES);
    }

    private Pose spot(Plot plot, int row, int rows, double depth, int column, int columns, double pitch) {
        double along = stage.pixels((row - (rows - 1) / 2.0) * depth);
        double across = stage.pixels((column - (columns - 1) / 2.0) * pitch);
        return plot.pose(along, across, 0, stage.canvas().pixelsPerMetre());
    }
}
