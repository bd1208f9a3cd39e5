package org.crobim.data.render.place;

import java.awt.Color;
import java.util.ArrayList;
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
import org.crobim.data.render.painter.industry.ChimneyPainter;

/** Power stations and works: chimneys beside boiler houses, heaps, tanks, sheds. */
public final class PowerPlantComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRAVEL, Material.CONCRETE, Material.SOIL, Material.GRASS)));
        around.patches(List.of(Material.GRASS, Material.CONCRETE, Material.SOIL, Material.GRAVEL), 7, 0.08, 0.25);
        int roads = dice.count(1, 3);
        for (int i = 0; i < roads; i++) {
            Pose centre = stage.pose(
                    dice.between(0.1, 0.9) * stage.canvas().width(),
                    dice.between(0.1, 0.9) * stage.canvas().height(),
                    angle + (i % 2 == 0 ? 0 : Math.PI / 2));
            around.road(centre, dice.between(7, 11), 0);
        }
        heaps(stage, around);
        List<Runnable> chimneys = chimneys(stage, angle);
        if (dice.chance(0.5)) {
            new TankBlocks(stage)
                    .grid(stage.sideMetres() * dice.between(0.018, 0.036), dice.count(1, 4), dice.count(1, 2), angle);
        }
        Town town = new Town(stage);
        town.carPark(dice.between(25, 60), 1, angle);
        town.blocks(dice.count(6, 18), 14, 80, angle);
        around.trees(dice.count(5, 40), 5);
        // Chimneys stand above all trees and roofs.
        chimneys.forEach(chimney -> stage.raise(Layer.TREE, chimney));
    }

    /** Lays out chimneys; what is returned draws them. */
    private static List<Runnable> chimneys(Stage stage, double angle) {
        List<Runnable> chimneys = new ArrayList<>();
        Dice dice = stage.dice();
        ChimneyPainter painter = new ChimneyPainter(stage);
        int groups = dice.count(1, 3);
        for (int group = 0; group < groups; group++) {
            ChimneyPainter.Size size = ChimneyPainter.Size.draw(dice);
            int count = dice.weighted(0, 3, 2.5, 1.5, 0.7);
            double pitch = size.footMetres() * dice.between(4, 8) + 8;
            double length = stage.pixels(count * pitch);
            stage.claimAnywhere(length, stage.pixels(3 * size.footMetres()), angle, stage.pixels(3), 20)
                    .ifPresent(plot -> chimneys.addAll(row(stage, painter, plot, new Row(size, count, pitch))));
        }
        return chimneys;
    }

    /** Equal chimneys in line, metres. */
    private record Row(ChimneyPainter.Size size, int count, double pitch) {}

    private static List<Runnable> row(Stage stage, ChimneyPainter painter, Plot plot, Row row) {
        stage.canvas().ground(plot.shape(), Material.CONCRETE);
        List<Runnable> chimneys = new ArrayList<>();
        for (int i = 0; i < row.count(); i++) {
            double along = stage.pixels((i - (row.count() - 1) / 2.0) * row.pitch());
            Pose foot = plot.pose(along, 0, 0, stage.canvas().pixelsPerMetre());
            chimneys.add(() -> painter.paint(foot, row.size()));
        }
        return chimneys;
    }

    /** Coal, ash and gravel. */
    private static void heaps(Stage stage, Surroundings around) {
        Dice dice = stage.dice();
        int heaps = dice.count(0, 3);
        List<Color> stuffs = List.of(new Color(40, 40, 42), new Color(62, 58, 54), new Color(150, 132, 112));
        for (int i = 0; i < heaps; i++) {
            double size = stage.sideMetres() * dice.between(0.08, 0.18);
            Color stuff = dice.vary(dice.pick(stuffs), 0.15);
            stage.claimAnywhere(stage.pixels(size), stage.pixels(size), 0, 2, 10)
                    .ifPresent(plot -> stage.canvas()
                            .ground(around.blob(plot.x(), plot.y(), plot.length() * 0.44), Material.GRAVEL, stuff));
        }
    }
}
