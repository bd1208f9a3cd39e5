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

/** School and park grounds: a track, ball fields, courts, buildings, car parks, trees. */
final class SportsParkComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.chance(0.75) ? Material.GRASS : Material.DRY_GRASS);
        around.patches(List.of(Material.FOREST, Material.SOIL, Material.TURF, Material.GRASS), 7, 0.06, 0.24);
        int roads = dice.count(1, 2);
        for (int i = 0; i < roads; i++) {
            Pose centre = stage.pose(
                    dice.between(0, 1) * stage.canvas().width(),
                    dice.between(0, 1) * stage.canvas().height(),
                    angle + (i == 0 ? 0 : Math.PI / 2));
            around.road(centre, dice.between(7, 16), dice.chance(0.5) ? 0.08 : 0);
        }
        SportsBlocks sports = new SportsBlocks(stage);
        if (dice.chance(0.55)) {
            sports.track(dice.chance(0.7) ? angle + Math.PI / 2 : dice.direction());
        }
        int diamonds = dice.weighted(1.5, 2, 3, 2, 1.5);
        for (int i = 0; i < diamonds; i++) {
            sports.diamond();
        }
        if (dice.chance(0.6)) {
            sports.tennis(angle + (dice.chance(0.5) ? 0 : Math.PI / 2), dice.count(1, 5), dice.count(1, 2));
        }
        if (dice.chance(0.5)) {
            sports.basketball(angle + (dice.chance(0.5) ? 0 : Math.PI / 2), dice.count(1, 3), 1);
        }
        if (dice.chance(0.35)) {
            sports.tennis(angle, dice.count(1, 3), 1);
        }
        Town town = new Town(stage);
        town.blocks(dice.count(1, 6), 20, 80, angle);
        town.carPark(dice.between(30, 80), dice.count(1, 3), angle);
        town.suburbs(dice.count(0, 4), 80, 220, angle);
        town.plantGardens();
        around.trees(dice.count(30, 120), 8);
    }
}
