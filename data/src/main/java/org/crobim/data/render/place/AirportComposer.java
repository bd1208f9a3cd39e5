package org.crobim.data.render.place;

import java.util.List;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.painter.RoadPainter;
import org.crobim.data.render.painter.transport.AirportPainter;

/** An airport as a whole, seen from far, between fields, woods and works. */
public final class AirportComposer implements Composer {
    private static final double STRIP_METRES = 300;
    private static final double DEPTH_METRES = 620;

    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double heading = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.DRY_GRASS, Material.SOIL)));
        if (dice.chance(0.75)) {
            around.fields(dice.direction());
        }
        around.patches(List.of(Material.FOREST, Material.SOIL, Material.GRASS, Material.CONCRETE), 9, 0.05, 0.18);
        roads(stage, heading);
        double side = stage.sideMetres();
        Pose runway = stage.pose(stage.canvas().width() / 2.0, stage.canvas().height() / 2.0, heading)
                .moved(dice.between(-0.08, 0.08) * side, -0.1 * side + dice.between(-0.06, 0.06) * side, 0);
        airport(stage, runway, side * dice.between(0.68, 0.92));
        if (dice.chance(0.2)) {
            airport(stage, runway.moved(0, -0.33 * side, Math.PI + dice.between(-0.1, 0.1)), side * 0.45);
        }
        new Town(stage).blocks(dice.count(20, 60), 30, 150, heading);
    }

    private static void roads(Stage stage, double heading) {
        Dice dice = stage.dice();
        int roads = dice.count(1, 3);
        for (int i = 0; i < roads; i++) {
            Pose centre = stage.pose(
                    stage.canvas().width() * dice.between(0.05, 0.95),
                    stage.canvas().height() * dice.between(0.05, 0.95),
                    heading + dice.between(-0.5, 0.5) + (i % 2 == 0 ? 0 : Math.PI / 2));
            Course road = new Course(stage, centre, 0.05);
            double width = dice.between(16, 30);
            new RoadPainter(stage).paint(road, width, 2);
            road.occupy(stage.site(), stage.pixels(width + 20));
        }
    }

    private static void airport(Stage stage, Pose pose, double runwayMetres) {
        Dice dice = stage.dice();
        double crossing = runwayMetres > 1900 && dice.chance(0.4) ? dice.between(0.35, 0.9) : 0;
        AirportPainter.Size size =
                new AirportPainter.Size(runwayMetres, runwayMetres * dice.between(0.24, 0.42), crossing);
        stage.site().close(new AirportPainter(stage).paint(pose, size));
        occupy(stage, pose, runwayMetres + 200, STRIP_METRES);
        occupy(stage, pose.moved(0, DEPTH_METRES / 2, 0), size.apronMetres() + 240, DEPTH_METRES);
        if (crossing > 0) {
            occupy(stage, pose.moved(-runwayMetres * 0.12, 60, -crossing), runwayMetres * 0.72 + 180, STRIP_METRES);
        }
    }

    private static void occupy(Stage stage, Pose pose, double length, double width) {
        stage.site().occupy(new Plot(pose.x(), pose.y(), stage.pixels(length), stage.pixels(width), pose.heading()));
    }
}
