package org.crobim.data.render.place;

import java.util.List;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Site;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.SportsBlocks;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.layout.Traffic;
import org.crobim.data.render.painter.RoadPainter;
import org.crobim.data.render.painter.VehiclePainter;
import org.crobim.data.render.painter.leisure.PoolPainter;
import org.crobim.data.render.painter.transport.RoundaboutPainter;

/** Houses with pools in their gardens, roundabouts where streets meet. */
public final class SuburbComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.GRASS, Material.DRY_GRASS, Material.CONCRETE)));
        around.patches(List.of(Material.GRASS, Material.FOREST, Material.SOIL, Material.TURF), 6, 0.06, 0.22);
        Traffic traffic = new Traffic(stage);
        if (dice.chance(0.6)) {
            roundabouts(stage, traffic, angle);
        }
        if (dice.chance(0.35)) {
            bath(stage, angle);
        }
        if (dice.chance(0.3)) {
            new SportsBlocks(stage).tennis(angle, dice.count(1, 3), 1);
        }
        Town town = new Town(stage);
        town.suburbs(dice.count(2, 5), 60, 160, angle);
        pools(stage, town);
        if (dice.chance(0.4)) {
            town.blocks(dice.count(1, 4), 14, 40, angle);
        }
        town.plantGardens();
        around.trees(dice.count(10, 50), 4);
    }

    private static void pools(Stage stage, Town town) {
        Dice dice = stage.dice();
        PoolPainter painter = new PoolPainter(stage);
        double share = dice.between(0.2, 0.7);
        Site dug = new Site();
        for (Plot yard : town.backyards()) {
            if (dice.chance(share) && dug.claim(yard, stage.pixels(1))) {
                double most = yard.length() / stage.canvas().pixelsPerMetre();
                double length = Math.min(most * 0.9, dice.between(6, 11));
                Pose pose = yard.pose(
                        dice.between(-0.15, 0.15) * yard.length(),
                        0,
                        dice.chance(0.5) ? 0 : Math.PI,
                        stage.canvas().pixelsPerMetre());
                painter.paintGardenPool(pose, length);
                town.keepClear(yard);
            }
        }
    }

    /** A public bath: a pool with lanes, and a small one beside it. */
    private static void bath(Stage stage, double angle) {
        Dice dice = stage.dice();
        boolean large = dice.chance(0.4);
        double length = large ? 50 : 25;
        double width = large ? dice.between(19, 25) : dice.between(10, 14);
        stage.claimAnywhere(stage.pixels(length + 16), stage.pixels(width * 2.2), angle, stage.pixels(3), 16)
                .ifPresent(plot -> {
                    PoolPainter painter = new PoolPainter(stage);
                    stage.canvas().ground(plot.shape(), dice.chance(0.5) ? Material.TURF : Material.CONCRETE);
                    double scale = stage.canvas().pixelsPerMetre();
                    painter.paintLanes(plot.pose(0, -plot.width() * 0.18, 0, scale), length, width);
                    if (dice.chance(0.7)) {
                        Pose small = plot.pose(dice.between(-0.2, 0.2) * plot.length(), plot.width() * 0.3, 0, scale);
                        painter.paintGardenPool(small, dice.between(9, 14));
                    }
                });
    }

    private static void roundabouts(Stage stage, Traffic traffic, double angle) {
        Dice dice = stage.dice();
        int count = dice.chance(0.25) ? 2 : 1;
        double road = dice.between(7, 14);
        double width = dice.between(7, 11);
        Pose first = stage.pose(
                stage.canvas().width() * dice.between(0.25, 0.75),
                stage.canvas().height() * dice.between(0.25, 0.75),
                angle);
        double apart = stage.sideMetres() * dice.between(0.4, 0.6) * (dice.chance(0.5) ? 1 : -1);
        RoadPainter roads = new RoadPainter(stage);
        Course main = new Course(stage, first, 0);
        Pose[] centres = count == 1 ? new Pose[] {first} : new Pose[] {first, first.moved(apart, 0, 0)};
        Course[] sides = new Course[count];
        roads.paintPavement(main, road);
        for (int i = 0; i < count; i++) {
            sides[i] = new Course(stage, centres[i].moved(0, 0, Math.PI / 2 + dice.between(-0.2, 0.2)), 0);
            roads.paintPavement(sides[i], width);
        }
        for (int i = 0; i < count; i++) {
            roads.paint(sides[i], width, 2);
            sides[i].occupy(stage.site(), stage.pixels(width + 5));
        }
        roads.paint(main, road, road > 12 ? 4 : 2);
        main.occupy(stage.site(), stage.pixels(road + 5));
        RoundaboutPainter painter = new RoundaboutPainter(stage);
        for (Pose centre : centres) {
            double radius = Math.min(stage.sideMetres() * 0.2, dice.between(15, 36));
            painter.paint(centre, radius, dice.between(6, 11));
            double side = stage.pixels(2 * radius);
            Plot plot = new Plot(centre.x(), centre.y(), side, side, angle);
            stage.site().occupy(plot.grown(stage.pixels(3)));
            ring(traffic, dice, centre, radius);
            traffic.block(plot);
        }
        traffic.along(main, road, road > 12 ? 4 : 2, dice.count(2, 12));
        for (Course side : sides) {
            traffic.along(side, width, 2, dice.count(1, 8));
        }
    }

    private static void ring(Traffic traffic, Dice dice, Pose centre, double radius) {
        int cars = dice.count(0, 3);
        for (int i = 0; i < cars; i++) {
            Pose spot = centre.moved(0, 0, dice.direction()).moved(radius - 3, 0, -Math.PI / 2);
            traffic.place(spot, VehiclePainter.drawType(dice, 0.1));
        }
    }
}
