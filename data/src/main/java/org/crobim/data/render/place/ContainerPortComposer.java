package org.crobim.data.render.place;

import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Site;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.TankBlocks;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.layout.Traffic;
import org.crobim.data.render.layout.Waterside;
import org.crobim.data.render.painter.VehiclePainter;
import org.crobim.data.render.painter.industry.ContainerCranePainter;
import org.crobim.data.render.painter.industry.ContainerStackPainter;

/** A quay with container cranes, ships alongside, stacks of containers behind. */
public final class ContainerPortComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        double heading = dice.direction();
        stage.canvas().flood(dice.chance(0.7) ? Material.CONCRETE : Material.ASPHALT);
        Surroundings around = new Surroundings(stage);
        around.patches(List.of(Material.CONCRETE, Material.ASPHALT, Material.GRAVEL), 6, 0.08, 0.25);
        Pose quay = stage.pose(stage.canvas().width() / 2.0, stage.canvas().height() / 2.0, heading)
                .moved(0, stage.sideMetres() * dice.between(-0.12, 0.22), 0);
        Waterside waterside = new Waterside(stage);
        Path2D water = waterside.shore(new Course(stage, quay, 0), false);
        ships(stage, waterside, water, quay);
        cranes(stage, quay);
        yard(stage, quay);
        Pose inland = quay.moved(0, -stage.sideMetres() * dice.between(0.4, 0.6), 0);
        around.road(inland, dice.between(8, 14), 0);
        if (dice.chance(0.3)) {
            new TankBlocks(stage)
                    .grid(stage.sideMetres() * dice.between(0.016, 0.03), dice.count(1, 4), dice.count(1, 2), heading);
        }
        new Town(stage).blocks(dice.count(2, 8), 20, 90, heading);
    }

    private static void ships(Stage stage, Waterside waterside, Path2D water, Pose quay) {
        Dice dice = stage.dice();
        double side = stage.sideMetres();
        int berths = dice.count(1, 3);
        for (int i = 0; i < berths; i++) {
            double length = Math.min(dice.between(110, 280), side * dice.between(0.3, 0.55));
            double away = length * 0.09 + dice.between(3, 7);
            Pose spot = quay.moved(dice.between(-0.42, 0.42) * side, away, dice.chance(0.5) ? 0 : Math.PI);
            waterside.launch(water, spot, length, false);
        }
        double size = side * dice.between(0.04, 0.1);
        waterside.ships(water, dice.count(0, 4), new Waterside.Fleet(size * 0.6, size * 1.3, quay.heading(), Math.PI));
    }

    private static void cranes(Stage stage, Pose quay) {
        Dice dice = stage.dice();
        ContainerCranePainter painter = new ContainerCranePainter(stage);
        ContainerCranePainter.Look look = painter.drawLook();
        Site standing = new Site();
        int cranes = dice.count(2, 7);
        for (int i = 0; i < cranes; i++) {
            double at = dice.between(-0.48, 0.48) * stage.sideMetres();
            ContainerCranePainter.Look own = dice.chance(0.2) ? painter.drawLook() : look;
            Pose pose = quay.moved(at, -3, Math.PI / 2);
            Plot plot = own.plot(pose);
            boolean seen =
                    plot.insideShare(stage.canvas().width(), stage.canvas().height()) > 0.5;
            if (seen && standing.claim(plot, stage.pixels(dice.between(2, 14)))) {
                // Above ships and stacks.
                stage.raise(Layer.TREE, () -> painter.paint(pose, own));
            }
        }
        Pose apron = quay.moved(0, -26, 0);
        stage.site().occupy(new Plot(apron.x(), apron.y(), 4000, stage.pixels(52), apron.heading()));
    }

    private static void yard(Stage stage, Pose quay) {
        Dice dice = stage.dice();
        ContainerStackPainter painter = new ContainerStackPainter(stage);
        Traffic traffic = new Traffic(stage);
        double depth = dice.between(16, 24);
        double lane = dice.between(13, 20);
        double block = dice.between(80, 150);
        int rows = dice.count(2, 6);
        for (int row = 0; row < rows; row++) {
            double away = -58 - row * (depth + lane) - depth / 2;
            for (int column = -3; column <= 3; column++) {
                Pose spot = quay.moved(column * (block + 16), away, 0);
                Plot plot = new Plot(spot.x(), spot.y(), stage.pixels(block), stage.pixels(depth), spot.heading());
                boolean seen =
                        plot.insideShare(stage.canvas().width(), stage.canvas().height()) > 0.1;
                if (seen && dice.chance(0.85) && stage.site().claim(plot, 1)) {
                    stage.raise(Layer.DECK, () -> painter.paint(plot));
                }
                if (dice.chance(0.5)) {
                    Pose truck =
                            quay.moved(column * (block + 16) + dice.between(-50, 50), away - depth / 2 - lane / 2, 0);
                    traffic.place(truck, VehiclePainter.drawType(dice, 0.9));
                }
            }
        }
    }
}
