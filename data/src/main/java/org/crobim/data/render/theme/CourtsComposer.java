package org.crobim.data.render.theme;

import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.SportsBlocks;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;

/** Courts close up, in a park or a school yard, sometimes with a diamond. */
final class CourtsComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.GRASS, Material.ASPHALT, Material.DRY_GRASS)));
        around.patches(List.of(Material.GRASS, Material.FOREST, Material.CONCRETE, Material.SOIL), 6, 0.06, 0.22);
        if (dice.chance(0.6)) {
            Pose centre = stage.pose(
                    dice.between(0, 1) * stage.canvas().width(),
                    dice.between(0, 1) * stage.canvas().height(),
                    angle);
            around.road(centre, dice.between(6, 10), 0);
        }
        SportsBlocks sports = new SportsBlocks(stage);
        int blocks = dice.count(2, 4);
        boolean tennisFirst = dice.chance(0.5);
        for (int i = 0; i < blocks; i++) {
            double turn = angle + (dice.chance(0.6) ? 0 : Math.PI / 2);
            if (i % 2 == 0 == tennisFirst) {
                sports.tennis(turn, dice.count(1, 4), dice.chance(0.25) ? 2 : 1);
            } else {
                sports.basketball(turn, dice.count(1, 3), dice.chance(0.2) ? 2 : 1);
            }
        }
        int diamonds = dice.chance(0.4) ? dice.count(1, 2) : 0;
        for (int i = 0; i < diamonds; i++) {
            sports.diamond();
        }
        Town town = new Town(stage);
        town.blocks(dice.count(1, 5), 14, 45, angle);
        if (dice.chance(0.5)) {
            town.carPark(dice.between(20, 45), 1, angle);
        }
        if (dice.chance(0.5)) {
            town.suburb(dice.between(60, 130), angle);
        }
        town.plantGardens();
        around.trees(dice.count(15, 50), 5);
    }
}
