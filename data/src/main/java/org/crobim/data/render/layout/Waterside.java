package org.crobim.data.render.layout;

import java.awt.geom.Path2D;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Site;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.painter.ShipPainter;

/** Water bodies with ships; water keeps its own record of what floats where. */
public final class Waterside {
    private final Stage stage;
    private final SceneCanvas canvas;
    private final Dice dice;
    private final Site afloat = new Site();

    /** Fills one stage. */
    public Waterside(Stage stage) {
        this.stage = stage;
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** What floats or stands in the water. */
    public Site afloat() {
        return afloat;
    }

    /** Water on the right of a coast line, with a beach or a quay; marks the water as in use for everything on land. */
    public Path2D shore(Course coast, boolean beach) {
        double depth = 3.0 * Math.hypot(canvas.width(), canvas.height());
        Path2D water = coast.rightSide(depth);
        if (beach) {
            canvas.ground(coast.band(stage.pixels(dice.between(4, 14)), 0.3, dice), Material.SAND);
        } else {
            canvas.ground(coast.band(stage.pixels(dice.between(3, 9)), 0, dice), Material.CONCRETE);
        }
        canvas.ground(water, Material.WATER);
        if (beach) {
            shallows(coast, water);
        }
        stage.site().close(water);
        return water;
    }

    private void shallows(Course coast, Path2D water) {
        canvas.within(water, () -> {
            for (int i = 3; i >= 1; i--) {
                canvas.fill(
                        coast.band(stage.pixels(9.0 * i), 0.2, dice),
                        Dice.opacity(new java.awt.Color(120, 150, 130), 0.13));
            }
        });
    }

    /** A stretch of water along one side of the scene with a few ships. */
    public void basin() {
        double heading = dice.direction();
        Pose centre = stage.pose(canvas.width() / 2.0, canvas.height() / 2.0, heading)
                .moved(0, stage.sideMetres() * dice.between(0.05, 0.32), 0);
        Path2D water = shore(new Course(stage, centre, dice.chance(0.6) ? 0 : 0.06), dice.chance(0.3));
        double size = dice.between(0.05, 0.14) * stage.sideMetres();
        ships(water, dice.count(1, 5), new Fleet(size * 0.7, size * 1.3, heading, dice.chance(0.6) ? 0.1 : Math.PI));
    }

    /**
     * Sizes and directions of a group of ships.
     *
     * @param leastMetres shortest
     * @param mostMetres longest
     * @param heading common heading, radians
     * @param scatter deviation from it, radians
     */
    public record Fleet(double leastMetres, double mostMetres, double heading, double scatter) {}

    /** Ships afloat inside a stretch of water. */
    public void ships(Path2D water, int count, Fleet fleet) {
        for (int i = 0; i < count; i++) {
            for (int attempt = 0; attempt < 12; attempt++) {
                double length = dice.between(fleet.leastMetres(), fleet.mostMetres());
                Pose pose = stage.pose(
                        dice.between(0.01, 0.99) * canvas.width(),
                        dice.between(0.01, 0.99) * canvas.height(),
                        fleet.heading() + dice.between(-1, 1) * fleet.scatter());
                if (launch(water, pose, length, dice.chance(0.3))) {
                    break;
                }
            }
        }
    }

    /** Puts one ship into the water if it fits there. */
    public boolean launch(Path2D water, Pose pose, double lengthMetres, boolean underWay) {
        ShipPainter.Kind kind = ShipPainter.drawKind(dice, lengthMetres);
        Plot plot = ShipPainter.plot(pose, lengthMetres, kind);
        boolean fits = swims(water, plot.grown(stage.pixels(1.5)))
                && plot.insideShare(canvas.width(), canvas.height()) > 0.5
                && afloat.claim(plot, Math.max(2, plot.width() * 0.25));
        if (fits) {
            stage.raise(Layer.OBJECT, () -> new ShipPainter(stage).paint(pose, lengthMetres, kind, underWay));
        }
        return fits;
    }

    /** Whether the corners, the centre and the middles of the long sides lie in the water. */
    public static boolean swims(Path2D water, Plot plot) {
        double[] corner = plot.corners();
        boolean inside = water.contains(plot.x(), plot.y());
        for (int i = 0; i < 8; i += 2) {
            int next = (i + 2) % 8;
            inside &= water.contains(corner[i], corner[i + 1]);
            inside &= water.contains((corner[i] + corner[next]) / 2, (corner[i + 1] + corner[next + 1]) / 2);
        }
        return inside;
    }
}
