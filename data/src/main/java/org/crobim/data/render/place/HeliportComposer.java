package org.crobim.data.render.place;

import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.TankBlocks;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.painter.transport.HelicopterPainter;
import org.crobim.data.render.painter.transport.HelipadPainter;

/** Helipads and an apron with helicopters, hangars behind. */
public final class HeliportComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.DRY_GRASS, Material.ASPHALT, Material.SOIL)));
        around.patches(List.of(Material.GRASS, Material.SOIL, Material.DRY_GRASS), 5, 0.08, 0.25);
        if (dice.chance(0.6)) {
            Pose edge = stage.pose(stage.canvas().width() / 2.0, stage.canvas().height() / 2.0, angle)
                    .moved(0, stage.sideMetres() * dice.between(0.36, 0.48) * (dice.chance(0.5) ? 1 : -1), 0);
            around.road(edge, dice.between(6, 9), 0);
        }
        pads(stage, angle);
        if (dice.chance(0.75)) {
            apron(stage, angle);
        }
        Town town = new Town(stage);
        town.blocks(dice.count(1, 5), 18, 50, angle);
        if (dice.chance(0.7)) {
            town.carPark(dice.between(18, 40), 1, angle);
        }
        if (dice.chance(0.25)) {
            new TankBlocks(stage).grid(dice.between(2.5, 4.5), dice.count(1, 3), 1, angle);
        }
        around.trees(dice.count(4, 24), 4);
    }

    private static void pads(Stage stage, double angle) {
        Dice dice = stage.dice();
        HelipadPainter painter = new HelipadPainter(stage);
        HelipadPainter.Look look = painter.drawLook();
        int pads = dice.weighted(0, 2, 3, 2, 2, 1);
        double side = dice.between(16, 27);
        for (int i = 0; i < pads; i++) {
            double own = side * dice.between(0.9, 1.1);
            stage.claimAnywhere(stage.pixels(own), stage.pixels(own), angle, stage.pixels(4), 14)
                    .ifPresent(plot -> {
                        Pose pose = plot.pose(0, 0, 0, stage.canvas().pixelsPerMetre());
                        painter.paint(pose, own, look);
                        if (dice.chance(0.45)) {
                            HelicopterPainter.Type type = HelicopterPainter.drawType(dice);
                            stand(stage, pose.moved(0, 0, dice.direction()), type);
                        }
                    });
        }
    }

    private static void stand(Stage stage, Pose pose, HelicopterPainter.Type type) {
        HelicopterPainter painter = new HelicopterPainter(stage);
        stage.raise(Layer.OBJECT, () -> painter.paint(pose, type));
    }

    /** A row of helicopters of one type on concrete. */
    private static void apron(Stage stage, double angle) {
        Dice dice = stage.dice();
        HelicopterPainter.Type type = HelicopterPainter.drawType(dice);
        double pitch = type.lengthMetres() * dice.between(1.2, 1.7);
        int count = dice.count(2, 6);
        double depth = type.lengthMetres() * dice.between(1.5, 2.4);
        stage.claimAnywhere(stage.pixels(count * pitch), stage.pixels(depth), angle, stage.pixels(3), 20)
                .ifPresent(plot -> row(stage, plot, type, count));
    }

    private static void row(Stage stage, Plot plot, HelicopterPainter.Type type, int count) {
        Dice dice = stage.dice();
        stage.canvas().ground(plot.shape(), dice.chance(0.7) ? Material.CONCRETE : Material.ASPHALT);
        double nose = (dice.chance(0.5) ? 1 : -1) * Math.PI / 2 + (dice.chance(0.3) ? 0.6 : 0);
        for (int i = 0; i < count; i++) {
            double along = plot.length() * ((i + 0.5) / count - 0.5);
            Pose pose = plot.pose(along, 0, nose, stage.canvas().pixelsPerMetre());
            if (dice.chance(0.85)) {
                stand(stage, pose, dice.chance(0.2) ? HelicopterPainter.drawType(dice) : type);
            }
        }
    }
}
