package org.crobim.data.render.place;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.layout.Waterside;
import org.crobim.data.render.painter.BridgePainter;
import org.crobim.data.render.painter.RoadPainter;
import org.crobim.data.render.painter.industry.DamPainter;

/** A valley closed by a dam: the lake above it, the river below, woods on the slopes. */
public final class ReservoirComposer implements Composer {
    private static final int STEPS = 60;

    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double side = stage.sideMetres();
        stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.FOREST, Material.DRY_GRASS, Material.SOIL)));
        around.patches(List.of(Material.FOREST, Material.FOREST, Material.GRASS, Material.SOIL), 10, 0.08, 0.3);
        Pose dam = stage.pose(
                stage.canvas().width() * dice.between(0.35, 0.65),
                stage.canvas().height() * dice.between(0.35, 0.65),
                dice.direction());
        boolean earth = dice.chance(0.4);
        double length = side * dice.between(0.36, 0.72);
        DamPainter.Build build = new DamPainter.Build(
                length,
                dice.between(8, 13),
                Math.min(length * 0.3, earth ? dice.between(45, 95) : dice.between(16, 45)),
                dice.chance(0.45) ? length * dice.between(0.05, 0.2) : 0,
                earth);
        Path2D lake = lake(stage, dam, build);
        roads(stage, around, dam, build);
        bank(stage, lake);
        river(stage, dam, build);
        new DamPainter(stage).paint(dam, build);
        occupy(stage, dam, build);
        new Waterside(stage).ships(lake, dice.count(0, 3), new Waterside.Fleet(side * 0.02, side * 0.04, 0, Math.PI));
        Town town = new Town(stage);
        town.blocks(dice.count(1, 7), 14, 50, dam.heading());
        town.suburbs(dice.count(0, 1), 80, 180, dam.heading());
        town.plantGardens();
        around.trees(dice.count(40, 130), 7);
    }

    private static void bank(Stage stage, Path2D lake) {
        Material shore = stage.dice().pick(List.of(Material.SOIL, Material.SAND, Material.GRAVEL));
        stage.canvas().ground(new RoadPainter(stage).stroked(lake, stage.dice().between(4, 16)), shore);
        stage.canvas().ground(lake, Material.WATER);
        stage.site().close(lake);
    }

    /** The lake lies upstream, at negative y of the dam. */
    private static Path2D lake(Stage stage, Pose dam, DamPainter.Build build) {
        Dice dice = stage.dice();
        double growth = dice.between(-0.1, 0.9);
        double[] phase = {dice.direction(), dice.direction(), dice.direction(), dice.direction()};
        double reach = stage.sideMetres() * 1.6;
        double[] points = new double[4 * (STEPS + 1)];
        for (int i = 0; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            double rough = Math.min(1, 6 * t);
            for (int bank = 0; bank < 2; bank++) {
                double wave = 0.2 * Math.sin(9 * t + phase[bank])
                        + 0.1 * Math.sin(23 * t + phase[2 + bank])
                        + 0.04 * Math.sin(61 * t + phase[bank]);
                double half = build.lengthMetres() * (0.485 + 0.5 * growth * t + rough * wave);
                Pose point = dam.moved(bank == 0 ? half : -half, -t * reach, 0);
                int at = 2 * (bank == 0 ? i : 2 * STEPS + 1 - i);
                points[at] = point.x();
                points[at + 1] = point.y();
            }
        }
        return Outlines.polygon(points);
    }

    private static void river(Stage stage, Pose dam, DamPainter.Build build) {
        Dice dice = stage.dice();
        double half = build.lengthMetres() * dice.between(0.09, 0.2);
        double foot = build.crestMetres() / 2 + build.faceMetres();
        double bend = dice.between(-0.25, 0.25);
        double waves = dice.between(2, 5);
        double[] points = new double[4 * (STEPS + 1)];
        for (int i = 0; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            double y = foot - build.archMetres() - 2 + t * 1.5 * stage.sideMetres();
            double middle = stage.sideMetres() * bend * t * (1 + 0.5 * Math.sin(waves * t));
            double width = half * (1 + 0.12 * Math.sin(17 * t) + 0.1 * Math.sin(41 * t));
            for (int bank = 0; bank < 2; bank++) {
                Pose point = dam.moved(middle + (bank == 0 ? width : -width), y, 0);
                int at = 2 * (bank == 0 ? i : 2 * STEPS + 1 - i);
                points[at] = point.x();
                points[at + 1] = point.y();
            }
        }
        Shape water = Outlines.polygon(points);
        stage.canvas().ground(new RoadPainter(stage).stroked(water, dice.between(6, 14)), Material.GRAVEL);
        stage.canvas().ground(water, Material.WATER);
        stage.site().close(water);
        if (dice.chance(0.4)) {
            double at = dice.between(0.12, 0.25);
            double middle = stage.sideMetres() * bend * at * (1 + 0.5 * Math.sin(waves * at));
            bridge(stage, dam.moved(middle, foot + at * 1.5 * stage.sideMetres(), 0), half);
        }
    }

    private static void bridge(Stage stage, Pose pose, double halfRiver) {
        Dice dice = stage.dice();
        double width = dice.between(8, 13);
        Plot deck =
                new Plot(pose.x(), pose.y(), stage.pixels(2.9 * halfRiver + 16), stage.pixels(width), pose.heading());
        Course road = new Course(stage, pose, 0);
        Plot[] approaches = {
            deck.part(deck.length() * 1.0, 0, deck.length(), deck.width() * 0.8),
            deck.part(-deck.length() * 1.0, 0, deck.length(), deck.width() * 0.8)
        };
        for (Plot approach : approaches) {
            stage.canvas().ground(approach.shape(), Material.ASPHALT);
        }
        road.occupy(stage.site(), deck.width() * 1.2);
        Color surface = dice.vary(stage.canvas().tones().of(Material.ASPHALT), 0.1);
        stage.raise(Layer.DECK, () -> new BridgePainter(stage).paint(deck, surface));
    }

    /** Roads to both ends of the crest. */
    private static void roads(Stage stage, Surroundings around, Pose dam, DamPainter.Build build) {
        Dice dice = stage.dice();
        for (int end = -1; end <= 1; end += 2) {
            Pose abutment = dam.moved(end * build.lengthMetres() / 2, 0, 0);
            Plot plot = new Plot(
                    abutment.x(),
                    abutment.y(),
                    stage.pixels(build.lengthMetres() * 0.12),
                    stage.pixels(build.crestMetres() * 2.6),
                    dam.heading());
            stage.canvas().ground(plot.shape(), dice.chance(0.6) ? Material.CONCRETE : Material.GRAVEL);
            Pose start = dam.moved(end * build.lengthMetres() * 0.53, 0, Math.PI / 2 + dice.between(-0.5, 0.5));
            around.road(start, dice.between(6, 9), 0.03);
        }
    }

    private static void occupy(Stage stage, Pose dam, DamPainter.Build build) {
        double depth = build.crestMetres() + build.faceMetres() + build.archMetres();
        Pose middle = dam.moved(0, build.faceMetres() / 2 - build.archMetres() / 2, 0);
        stage.site()
                .occupy(new Plot(
                        middle.x(),
                        middle.y(),
                        stage.pixels(build.lengthMetres()),
                        stage.pixels(depth + 4),
                        dam.heading()));
    }
}
