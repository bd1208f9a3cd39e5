package org.crobim.data.render.place;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.SportsBlocks;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.painter.leisure.GolfFieldPainter;
import org.crobim.data.render.painter.leisure.PoolPainter;

/** Golf fields between woods, fields and suburbs. */
public final class GolfCourseComposer implements Composer {
    private static final int ROAD_TRIES = 6;

    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.FOREST, Material.DRY_GRASS, Material.SOIL, Material.GRASS)));
        if (dice.chance(0.4)) {
            around.fields(dice.direction());
        }
        around.patches(List.of(Material.FOREST, Material.SOIL, Material.DRY_GRASS), 7, 0.08, 0.25);
        List<Shape> fields = fields(stage, around);
        for (int attempt = 0; attempt < ROAD_TRIES; attempt++) {
            if (road(stage, around, fields)) {
                break;
            }
        }
        if (dice.chance(0.4)) {
            new SportsBlocks(stage).tennis(angle, dice.count(1, 4), 1);
        }
        pool(stage, angle);
        Town town = new Town(stage);
        town.blocks(dice.count(1, 6), 15, 50, angle);
        town.suburbs(dice.count(1, 4), 100, 240, angle);
        town.plantGardens();
        around.trees(dice.count(10, 80), 6);
    }

    /** A road that leaves the fields alone. */
    private static boolean road(Stage stage, Surroundings around, List<Shape> fields) {
        Dice dice = stage.dice();
        Pose centre = stage.pose(
                dice.between(0, 1) * stage.canvas().width(),
                dice.between(0, 1) * stage.canvas().height(),
                dice.direction());
        double reach = stage.sideMetres();
        for (double along = -reach; along < reach; along += 12) {
            Pose point = centre.moved(along, 0, 0);
            if (fields.stream().anyMatch(field -> field.intersects(point.x() - 6, point.y() - 6, 12, 12))) {
                return false;
            }
        }
        around.road(centre, dice.between(7, 10), 0);
        return true;
    }

    private static List<Shape> fields(Stage stage, Surroundings around) {
        List<Shape> fields = new ArrayList<>();
        Dice dice = stage.dice();
        GolfFieldPainter painter = new GolfFieldPainter(stage);
        int count = dice.chance(0.3) ? 2 : 1;
        double share = count == 1 ? dice.between(0.28, 0.42) : dice.between(0.2, 0.25);
        double first = dice.direction();
        for (int i = 0; i < count; i++) {
            double radius = share * stage.sideMetres();
            double away = count == 1 ? dice.between(0, 0.12) : 0.27;
            Pose middle = stage.pose(
                            stage.canvas().width() / 2.0, stage.canvas().height() / 2.0, first + i * Math.PI)
                    .moved(away * stage.sideMetres(), 0, 0);
            Pose centre = stage.pose(middle.x(), middle.y(), dice.direction());
            Shape outline = around.blob(centre.x(), centre.y(), stage.pixels(radius));
            painter.paint(outline, centre, radius);
            stage.site().close(outline);
            fields.add(outline);
        }
        return fields;
    }

    private static void pool(Stage stage, double angle) {
        Dice dice = stage.dice();
        if (dice.chance(0.4)) {
            double length = dice.between(18, 30);
            stage.claimAnywhere(stage.pixels(length + 10), stage.pixels(length), angle, stage.pixels(2), 12)
                    .ifPresent(plot -> new PoolPainter(stage)
                            .paintGardenPool(plot.pose(0, 0, 0, stage.canvas().pixelsPerMetre()), length));
        }
    }
}
