package org.crobim.data.render.theme;

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
import org.crobim.data.render.layout.SportsBlocks;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.painter.RoadPainter;
import org.crobim.data.render.painter.VehiclePainter;

/** Streets with cars, houses, gardens and car parks, close enough that cars are objects. */
final class StreetComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.GRASS, Material.CONCRETE, Material.DRY_GRASS)));
        around.patches(List.of(Material.GRASS, Material.CONCRETE, Material.SOIL, Material.FOREST), 6, 0.06, 0.25);
        streets(stage, angle);
        Town town = new Town(stage);
        if (dice.chance(0.55)) {
            town.carPark(dice.between(22, 50), dice.count(1, 2), angle + (dice.chance(0.5) ? 0 : Math.PI / 2));
        }
        if (dice.chance(0.15)) {
            new SportsBlocks(stage).basketball(angle, 1, 1);
        }
        if (dice.chance(0.4)) {
            town.blocks(dice.count(1, 4), 15, 40, angle);
        }
        town.suburbs(dice.count(2, 5), 40, 110, angle);
        town.plantGardens();
        around.trees(dice.count(8, 36), 4);
    }

    private static void streets(Stage stage, double angle) {
        Dice dice = stage.dice();
        int roads = dice.weighted(0, 3, 2.5);
        RoadPainter painter = new RoadPainter(stage);
        Course[] courses = new Course[roads];
        double[] widths = new double[roads];
        for (int i = 0; i < roads; i++) {
            Pose centre = stage.pose(
                    dice.between(0.2, 0.8) * stage.canvas().width(),
                    dice.between(0.2, 0.8) * stage.canvas().height(),
                    angle + (i == 0 ? 0 : Math.PI / 2));
            widths[i] = dice.chance(0.3) ? dice.between(13, 17) : dice.between(7, 10.5);
            courses[i] = new Course(stage, centre, roads == 1 && dice.chance(0.4) ? 0.07 : 0);
            painter.paintPavement(courses[i], widths[i]);
        }
        for (int i = 0; i < roads; i++) {
            painter.paint(courses[i], widths[i], widths[i] > 12 ? 4 : 2);
            courses[i].occupy(stage.site(), stage.pixels(widths[i] + 5));
        }
        Site traffic = new Site();
        for (int i = 0; i < roads; i++) {
            cars(stage, traffic, courses[i], widths[i]);
        }
    }

    private static void cars(Stage stage, Site traffic, Course course, double width) {
        Dice dice = stage.dice();
        VehiclePainter painter = new VehiclePainter(stage);
        int count = dice.count(2, 13);
        boolean parking = dice.chance(0.6);
        for (int i = 0; i < count; i++) {
            VehiclePainter.Type type = VehiclePainter.drawType(dice, 0.15);
            int side = dice.chance(0.5) ? 1 : -1;
            boolean parked = parking && dice.chance(0.55);
            double lane = parked ? width / 2 - 1.4 : width > 12 ? width * (dice.chance(0.5) ? 0.125 : 0.36) : width / 4;
            // Only the middle of the course lies in the image.
            Pose pose = course.at(dice.between(0.3, 0.7)).moved(0, side * lane, side > 0 ? 0 : Math.PI);
            Plot plot = type.plot(pose);
            if (plot.insideShare(stage.canvas().width(), stage.canvas().height()) > 0.1
                    && traffic.claim(plot, stage.pixels(0.4))) {
                stage.raise(Layer.OBJECT, () -> painter.paint(pose, type));
            }
        }
    }
}
