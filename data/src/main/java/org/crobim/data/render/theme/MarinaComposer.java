package org.crobim.data.render.theme;

import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.SportsBlocks;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.TankBlocks;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.layout.Waterside;
import org.crobim.data.render.painter.HarborPainter;

/** A coast with piers that reach into the water, boats, ships, and a town behind. */
final class MarinaComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        Waterside waterside = new Waterside(stage);
        double heading = dice.direction();
        stage.canvas()
                .flood(dice.pick(List.of(Material.GRASS, Material.CONCRETE, Material.DRY_GRASS, Material.GRAVEL)));
        around.patches(List.of(Material.GRASS, Material.CONCRETE, Material.SOIL, Material.FOREST), 6, 0.05, 0.2);
        Pose coastPose = stage.pose(stage.canvas().width() / 2.0, stage.canvas().height() / 2.0, heading)
                .moved(0, -stage.sideMetres() * dice.between(-0.08, 0.3), 0);
        Course coast = new Course(stage, coastPose, dice.chance(0.6) ? 0 : 0.05);
        Path2D water = waterside.shore(coast, dice.chance(0.25));
        piers(stage, waterside, coastPose);
        double size = stage.sideMetres() * dice.between(0.04, 0.1);
        waterside.ships(water, dice.count(0, 7), new Waterside.Fleet(size * 0.5, size * 1.3, heading, Math.PI));
        town(stage, around, coastPose, heading);
    }

    private static void piers(Stage stage, Waterside waterside, Pose coast) {
        Dice dice = stage.dice();
        double side = stage.sideMetres();
        boolean jetties = dice.chance(0.28);
        double berth = dice.between(0.022, 0.04) * side;
        boolean both = dice.chance(0.8);
        double width = jetties ? dice.between(0.04, 0.1) * side : (both ? 2 * berth : berth) + 2;
        double length = dice.between(0.12, 0.26) * side;
        double gap = width * dice.between(1.3, 2) + (jetties ? 0.1 * side : 0);
        int count = dice.count(2, jetties ? 4 : 8);
        double offset = dice.between(-0.12, 0.12) * side;
        double away = jetties ? 0 : dice.between(0, 0.12) * side;
        double slant = dice.chance(0.3) ? dice.between(-0.4, 0.4) : 0;
        for (int i = 0; i < count; i++) {
            double reach = length * dice.between(0.7, 1.15);
            Pose centre =
                    coast.moved(offset + (i - (count - 1) / 2.0) * gap, away + reach / 2 + 1, Math.PI / 2 + slant);
            Plot plot = new Plot(centre.x(), centre.y(), stage.pixels(reach), stage.pixels(width), centre.heading());
            if (plot.insideShare(stage.canvas().width(), stage.canvas().height()) > 0.1
                    && waterside.afloat().claim(plot, 2)) {
                HarborPainter painter = new HarborPainter(stage);
                stage.raise(
                        Layer.DECK, jetties ? () -> painter.paintJetty(plot) : () -> painter.paintMarina(plot, both));
            }
        }
        if (away > 2) {
            walkway(stage, waterside, coast, new double[] {offset, count * gap, away});
        }
    }

    /** Links piers that do not start at the shore. */
    private static void walkway(Stage stage, Waterside waterside, Pose coast, double[] offsetLengthAway) {
        double half = offsetLengthAway[2] / 2;
        Pose centre = coast.moved(offsetLengthAway[0], half, Math.PI / 2);
        Plot link = new Plot(centre.x(), centre.y(), stage.pixels(2 * half), stage.pixels(3), centre.heading());
        Pose across = coast.moved(offsetLengthAway[0], offsetLengthAway[2] - 1, 0);
        Plot beam = new Plot(
                across.x(), across.y(), stage.pixels(offsetLengthAway[1] * 0.9), stage.pixels(3), across.heading());
        for (Plot plot : List.of(link, beam)) {
            waterside.afloat().occupy(plot);
            stage.canvas().ground(plot.shape(), Material.CONCRETE);
        }
    }

    private static void town(Stage stage, Surroundings around, Pose coast, double heading) {
        Dice dice = stage.dice();
        Pose inland = coast.moved(0, -dice.between(14, 40), 0);
        around.road(inland, dice.between(7, 13), 0);
        if (dice.chance(0.3)) {
            new TankBlocks(stage)
                    .grid(stage.sideMetres() * dice.between(0.012, 0.03), dice.count(1, 4), dice.count(1, 2), heading);
        }
        if (dice.chance(0.3)) {
            new SportsBlocks(stage).tennis(heading, dice.count(1, 4), 1);
        }
        Town town = new Town(stage);
        town.carPark(dice.between(25, 60), dice.count(1, 2), heading);
        town.blocks(dice.count(3, 16), 10, 45, heading);
        town.suburbs(dice.count(0, 3), 80, 220, heading);
        town.plantGardens();
        around.trees(dice.count(10, 50), 4);
    }
}
