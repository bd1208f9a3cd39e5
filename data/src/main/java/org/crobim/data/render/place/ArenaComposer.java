package org.crobim.data.render.place;

import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.SportsBlocks;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.painter.leisure.SoccerFieldPainter;
import org.crobim.data.render.painter.leisure.StadiumPainter;

/** Stadiums and the soccer fields around them. */
public final class ArenaComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.GRASS, Material.CONCRETE, Material.DRY_GRASS)));
        around.patches(List.of(Material.GRASS, Material.FOREST, Material.CONCRETE, Material.SOIL), 7, 0.06, 0.22);
        Pose street = stage.pose(
                stage.canvas().width() * dice.between(0.02, 0.98),
                stage.canvas().height() * dice.between(0.02, 0.98),
                angle);
        around.road(street, dice.between(8, 16), 0);
        int stadiums = dice.weighted(1.2, 4, 1);
        for (int i = 0; i < stadiums; i++) {
            stadium(stage, angle + (dice.chance(0.5) ? 0 : Math.PI / 2));
        }
        int fields = dice.weighted(0.7, 1.5, 2, 1.5, 1);
        fields(stage, angle + (dice.chance(0.5) ? 0 : Math.PI / 2), stadiums == 0 ? Math.max(2, fields) : fields);
        SportsBlocks sports = new SportsBlocks(stage);
        if (dice.chance(0.25)) {
            sports.track(angle);
        }
        if (dice.chance(0.4)) {
            sports.tennis(angle, dice.count(1, 4), 1);
        }
        if (dice.chance(0.2)) {
            sports.diamond();
        }
        Town town = new Town(stage);
        int parks = dice.count(1, 3);
        for (int i = 0; i < parks; i++) {
            town.carPark(dice.between(50, 110), dice.count(1, 3), angle);
        }
        town.blocks(dice.count(2, 10), 16, 60, angle);
        town.suburbs(dice.count(0, 3), 80, 200, angle);
        town.plantGardens();
        around.trees(dice.count(30, 110), 6);
    }

    private static void stadium(Stage stage, double angle) {
        Dice dice = stage.dice();
        double length = Math.min(stage.sideMetres() * 0.62, dice.between(150, 270));
        double width = length * dice.between(0.72, 0.95);
        stage.claimAnywhere(stage.pixels(length), stage.pixels(width), angle, stage.pixels(8), 40)
                .ifPresent(plot -> {
                    stage.canvas().ground(plot.grown(stage.pixels(7)).shape(), Material.CONCRETE);
                    Pose pose = plot.pose(0, 0, 0, stage.canvas().pixelsPerMetre());
                    StadiumPainter painter = new StadiumPainter(stage);
                    stage.raise(Layer.BUILDING, () -> painter.paint(pose, length, width));
                });
    }

    private static void fields(Stage stage, double angle, int count) {
        Dice dice = stage.dice();
        SoccerFieldPainter painter = new SoccerFieldPainter(stage);
        double size = dice.between(0.85, 1.05);
        for (int i = 0; i < count; i++) {
            double own = size * (dice.chance(0.3) ? dice.between(0.6, 0.9) : 1);
            double length = 105 * own;
            double width = 68 * own * dice.between(0.92, 1.04);
            stage.claimAnywhere(stage.pixels(length + 8), stage.pixels(width + 8), angle, stage.pixels(3), 24)
                    .ifPresent(plot ->
                            painter.paint(plot.pose(0, 0, 0, stage.canvas().pixelsPerMetre()), length, width));
        }
    }
}
