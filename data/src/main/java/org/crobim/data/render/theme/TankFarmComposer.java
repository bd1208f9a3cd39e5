package org.crobim.data.render.theme;

import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.SportsBlocks;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.TankBlocks;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.layout.Waterside;

/** Tank farms with yards, roads and sheds, sometimes beside a basin with ships. */
final class TankFarmComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRAVEL, Material.GRASS, Material.SOIL, Material.DRY_GRASS)));
        around.patches(List.of(Material.GRASS, Material.SOIL, Material.CONCRETE, Material.FOREST), 6, 0.06, 0.25);
        double side = stage.sideMetres();
        int roads = dice.count(1, 3);
        for (int i = 0; i < roads; i++) {
            Pose centre = stage.pose(
                    dice.between(0.1, 0.9) * stage.canvas().width(),
                    dice.between(0.1, 0.9) * stage.canvas().height(),
                    angle + (i % 2 == 0 ? 0 : Math.PI / 2));
            around.road(centre, dice.between(7, 12), dice.chance(0.3) ? 0.08 : 0);
        }
        if (dice.chance(0.35)) {
            new Waterside(stage).basin();
        }
        TankBlocks tanks = new TankBlocks(stage);
        int groups = dice.count(3, 7);
        double base = side * dice.between(0.011, 0.026);
        for (int group = 0; group < groups; group++) {
            double radius = base * dice.between(0.55, 1.5);
            tanks.grid(radius, dice.count(1, 5), dice.count(1, 3), angle);
        }
        if (dice.chance(0.25)) {
            new SportsBlocks(stage).diamond();
        }
        Town town = new Town(stage);
        town.blocks(dice.count(5, 20), 12, 60, angle);
        town.suburbs(dice.count(0, 3), 100, 350, angle);
        around.trees(dice.count(10, 70), 5);
    }
}
