package org.crobim.data.render.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.painter.industry.WindmillPainter;

/** Wind turbines on fields, steppe or hills. */
public final class WindFarmComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.DRY_GRASS, Material.GRASS, Material.SOIL, Material.SAND)));
        if (dice.chance(0.55)) {
            around.fields(angle);
        }
        around.patches(List.of(Material.GRASS, Material.SOIL, Material.DRY_GRASS, Material.FOREST), 6, 0.06, 0.22);
        if (dice.chance(0.4)) {
            Pose centre = stage.pose(
                    stage.canvas().width() * dice.between(0.1, 0.9),
                    stage.canvas().height() * dice.between(0.1, 0.9),
                    angle);
            around.road(centre, dice.between(6, 10), dice.chance(0.5) ? 0.06 : 0);
        }
        List<Runnable> turbines = turbines(stage);
        Town town = new Town(stage);
        town.blocks(dice.chance(0.4) ? dice.count(1, 3) : 0, 10, 30, angle);
        around.trees(dice.count(0, 40), 5);
        // Turbines stand above all trees.
        turbines.forEach(turbine -> stage.raise(Layer.TREE, turbine));
    }

    /** Lays out turbines; what is returned draws them. */
    private static List<Runnable> turbines(Stage stage) {
        List<Runnable> turbines = new ArrayList<>();
        Dice dice = stage.dice();
        WindmillPainter painter = new WindmillPainter(stage);
        WindmillPainter.Size size = WindmillPainter.Size.draw(dice);
        double wind = dice.direction();
        int count = dice.count(1, 8);
        double room = stage.pixels(size.bladeMetres() * 2.4);
        Optional<Plot> former = Optional.empty();
        for (int i = 0; i < count; i++) {
            Optional<Plot> place = stage.claimAnywhere(room, room, wind, stage.pixels(10), 14);
            if (place.isEmpty()) {
                continue;
            }
            former.ifPresent(from -> track(stage, from, place.get()));
            former = place;
            Pose foot = stage.pose(place.get().x(), place.get().y(), wind + dice.between(-0.12, 0.12));
            painter.paintPad(foot);
            turbines.add(() -> painter.paint(foot, size));
        }
        return turbines;
    }

    /** A dirt track from one turbine to the next. */
    private static void track(Stage stage, Plot from, Plot to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
        Plot track = new Plot(
                (from.x() + to.x()) / 2, (from.y() + to.y()) / 2, length, Math.max(1, stage.pixels(4.5)), angle);
        if (length > 0.45 * stage.canvas().width()) {
            return;
        }
        stage.canvas().ground(track.shape(), stage.dice().chance(0.7) ? Material.SOIL : Material.GRAVEL);
    }
}
