package org.crobim.data.render.layout;

import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Site;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.painter.VehiclePainter;

/** Vehicles on the lanes of roads, none within another, none under a bridge. */
public final class Traffic {
    private final Stage stage;
    private final Dice dice;
    private final VehiclePainter vehicles;
    private final Site road = new Site();

    /** Traffic of one stage. */
    public Traffic(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice();
        this.vehicles = new VehiclePainter(stage);
    }

    /** Keeps vehicles away from a place. */
    public void block(Plot plot) {
        road.occupy(plot);
    }

    /** Tries to put a number of vehicles on a road, those on its right driving along it. */
    public void along(Course course, double widthMetres, int lanes, int count) {
        for (int i = 0; i < count; i++) {
            int lane = dice.count(0, lanes - 1);
            double across = ((lane + 0.5) / lanes - 0.5) * widthMetres;
            // Only the middle of the course lies in the image.
            Pose spot = course.at(dice.between(0.26, 0.74)).moved(0, across, across > 0 ? 0 : Math.PI);
            place(spot, VehiclePainter.drawType(dice, 0.2));
        }
    }

    /** Puts a vehicle on the road if there is room. */
    public void place(Pose pose, VehiclePainter.Type type) {
        Plot plot = type.plot(pose);
        boolean seen = plot.insideShare(stage.canvas().width(), stage.canvas().height()) > 0.1;
        if (seen && road.claim(plot, stage.pixels(1))) {
            stage.raise(Layer.OBJECT, () -> vehicles.paint(pose, type));
        }
    }
}
