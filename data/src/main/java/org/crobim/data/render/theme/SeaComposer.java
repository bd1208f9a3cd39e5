package org.crobim.data.render.theme;

import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.layout.Waterside;

/** Ships at anchor or under way, on open water or before a coast. */
final class SeaComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Waterside waterside = new Waterside(stage);
        double heading = dice.direction();
        int width = stage.canvas().width();
        int height = stage.canvas().height();
        Path2D water = Outlines.polygon(
                -width, -height, 2.0 * width, -height, 2.0 * width, 2.0 * height, -width, 2.0 * height);
        boolean coast = dice.chance(0.35);
        if (coast) {
            Surroundings around = new Surroundings(stage);
            stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.DRY_GRASS, Material.SAND)));
            around.patches(List.of(Material.FOREST, Material.SOIL), 5, 0.08, 0.25);
            Pose centre = stage.pose(width / 2.0, height / 2.0, heading)
                    .moved(0, -stage.sideMetres() * dice.between(0.15, 0.4), 0);
            water = waterside.shore(new Course(stage, centre, dice.between(0.02, 0.16)), dice.chance(0.7));
            new Town(stage).blocks(dice.count(0, 8), 10, 30, heading);
            around.trees(dice.count(5, 40), 6);
        } else {
            stage.canvas().flood(Material.WATER);
        }
        double size = dice.between(0.05, 0.12) * stage.sideMetres();
        double scatter = dice.chance(0.5) ? 0.25 : Math.PI;
        int count = dice.chance(0.2) ? dice.count(8, 16) : dice.count(2, 7);
        waterside.ships(water, count, new Waterside.Fleet(size * 0.5, size * 1.4, dice.direction(), scatter));
    }
}
