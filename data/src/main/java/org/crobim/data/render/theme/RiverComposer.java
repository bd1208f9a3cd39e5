package org.crobim.data.render.theme;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.SportsBlocks;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.TankBlocks;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.layout.Waterside;
import org.crobim.data.render.painter.BridgePainter;
import org.crobim.data.render.painter.RoadPainter;

/** A river through fields, woods or a town, crossed by bridges, sometimes with ships. */
final class RiverComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        SceneCanvas canvas = stage.canvas();
        Surroundings around = new Surroundings(stage);
        double heading = dice.direction();
        canvas.flood(dice.pick(List.of(Material.GRASS, Material.GRASS, Material.DRY_GRASS, Material.SOIL)));
        if (dice.chance(0.3)) {
            around.fields(dice.direction());
        }
        around.patches(List.of(Material.FOREST, Material.FOREST, Material.GRASS, Material.SOIL), 8, 0.06, 0.26);
        Pose centre = stage.pose(
                canvas.width() * dice.between(0.35, 0.65), canvas.height() * dice.between(0.35, 0.65), heading);
        Course river = new Course(stage, centre, dice.between(0.01, 0.09));
        double width = stage.sideMetres() * dice.between(0.1, 0.28);
        Waterside waterside = new Waterside(stage);
        crossings(stage, river, width, waterside);
        canvas.ground(
                river.band(stage.pixels(width / 2 + dice.between(2, 7)), 0.1, dice),
                dice.pick(List.of(Material.FOREST, Material.SAND, Material.SOIL, Material.CONCRETE)));
        Path2D water = river.band(stage.pixels(width / 2), 0.06, dice);
        canvas.ground(water, Material.WATER);
        river.occupy(stage.site(), stage.pixels(width * 1.12));
        if (dice.chance(0.4)) {
            ships(stage, waterside, water, river, width);
        }
        banks(stage, around, heading);
    }

    private static void crossings(Stage stage, Course river, double width, Waterside waterside) {
        Dice dice = stage.dice();
        RoadPainter roads = new RoadPainter(stage);
        int count = dice.weighted(0, 3, 3, 1.5, 0.6);
        for (int i = 0; i < count; i++) {
            double place = 0.5 + (i - (count - 1) / 2.0) * dice.between(0.1, 0.17) + dice.between(-0.04, 0.04);
            Pose spot = river.at(place);
            double skew = dice.between(-0.35, 0.35);
            double span = width * dice.between(1.12, 1.3) / Math.cos(skew);
            double deckWidth = dice.chance(0.3) ? dice.between(17, 26) : dice.between(8, 13);
            Pose across = new Pose(spot.x(), spot.y(), spot.heading() + Math.PI / 2 + skew, spot.scale());
            Plot deck = new Plot(across.x(), across.y(), stage.pixels(span), stage.pixels(deckWidth), across.heading());
            if (!waterside.afloat().claim(deck, stage.pixels(8))) {
                continue;
            }
            Course road = new Course(stage, across, 0);
            roads.paint(road, deckWidth - 1.5, deckWidth > 14 ? 4 : 2);
            road.occupy(stage.site(), stage.pixels(deckWidth + 5));
            Color surface =
                    dice.vary(stage.canvas().tones().of(dice.chance(0.6) ? Material.ASPHALT : Material.CONCRETE), 0.1);
            stage.raise(Layer.DECK, () -> new BridgePainter(stage).paint(deck, surface));
        }
    }

    private static void ships(Stage stage, Waterside waterside, Path2D water, Course river, double width) {
        Dice dice = stage.dice();
        int count = dice.count(1, 5);
        for (int i = 0; i < 4 * count; i++) {
            double length = Math.min(width * 0.7, stage.sideMetres() * 0.12) * dice.between(0.4, 1);
            Pose pose = river.at(dice.between(0.3, 0.7))
                    .moved(0, dice.between(-0.35, 0.35) * width, dice.chance(0.5) ? 0 : Math.PI);
            waterside.launch(water, pose, length, dice.chance(0.4));
        }
    }

    private static void banks(Stage stage, Surroundings around, double heading) {
        Dice dice = stage.dice();
        SportsBlocks sports = new SportsBlocks(stage);
        if (dice.chance(0.3)) {
            sports.diamond();
        }
        if (dice.chance(0.15)) {
            sports.track(heading);
        }
        if (dice.chance(0.2)) {
            sports.tennis(heading, dice.count(1, 4), 1);
        }
        if (dice.chance(0.15)) {
            new TankBlocks(stage)
                    .grid(stage.sideMetres() * dice.between(0.013, 0.026), dice.count(1, 4), dice.count(1, 2), heading);
        }
        if (dice.chance(0.6)) {
            Town town = new Town(stage);
            town.blocks(dice.count(2, 14), 12, 50, heading);
            town.suburbs(dice.count(0, 4), 80, 250, heading);
            town.plantGardens();
        }
        around.trees(dice.count(30, 130), 7);
    }
}
