package org.crobim.data.render.layout;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.painter.RoadPainter;
import org.crobim.data.render.painter.TreePainter;
import org.crobim.data.render.painter.VehiclePainter;

/** The things between the objects: ground patches, roads, buildings, car parks, trees. */
public final class Surroundings {
    private final Stage stage;
    private final SceneCanvas canvas;
    private final Dice dice;
    private final VehiclePainter vehicles;
    private final List<Shape> woods = new ArrayList<>();

    /** Fills one stage. */
    public Surroundings(Stage stage) {
        this.stage = stage;
        this.canvas = stage.canvas();
        this.dice = stage.dice();
        this.vehicles = new VehiclePainter(stage);
    }

    /** Irregular areas of other ground, sizes as shares of the image side; woods get trees along their edge. */
    public void patches(List<Material> materials, int count, double least, double most) {
        for (int i = 0; i < count; i++) {
            double radius = dice.between(least, most) * canvas.width();
            Material material = dice.pick(materials);
            Shape patch = blob(dice.between(0, canvas.width()), dice.between(0, canvas.height()), radius);
            canvas.ground(patch, material);
            if (material == Material.FOREST) {
                woods.add(patch);
            }
        }
    }

    /** Farm fields in a grid that is turned by an angle. */
    public void fields(double angle) {
        double side = dice.between(0.25, 0.5) * canvas.width();
        Plot frame = new Plot(canvas.width() / 2.0, canvas.height() / 2.0, side, side, angle);
        List<Material> crops = List.of(Material.CROP, Material.CROP, Material.SOIL, Material.DRY_GRASS, Material.GRASS);
        for (int i = -3; i <= 3; i++) {
            for (int j = -3; j <= 3; j++) {
                Material crop = dice.pick(crops);
                Plot field = frame.part(i * side, j * side * 0.7, side * 0.98, side * 0.68);
                canvas.ground(field.shape(), crop, dice.vary(canvas.tones().of(crop), 0.12));
            }
        }
    }

    /** A road across the scene; the ground it takes is in use afterwards. */
    public Course road(Pose centre, double widthMetres, double bend) {
        Course course = new Course(stage, centre, bend);
        RoadPainter painter = new RoadPainter(stage);
        if (dice.chance(0.5)) {
            painter.paintPavement(course, widthMetres);
        }
        painter.paint(course, widthMetres, widthMetres > 13 ? 4 : 2);
        course.occupy(stage.site(), stage.pixels(widthMetres + 4));
        smallTraffic(course, widthMetres);
        return course;
    }

    /** Cars on a road at scales at which they are clutter. */
    public void smallTraffic(Course course, double widthMetres) {
        if (4.5 * canvas.pixelsPerMetre() >= VehiclePainter.SMALLEST_ANNOTATED) {
            return;
        }
        int cars = dice.count(0, 26);
        for (int i = 0; i < cars; i++) {
            Pose spot = course.at(dice.between(0, 1));
            double lane = widthMetres / 4 * (dice.chance(0.5) ? 1 : -1);
            Pose car = spot.moved(0, lane, lane > 0 ? 0 : Math.PI);
            VehiclePainter.Type type = VehiclePainter.drawType(dice, 0.12);
            stage.raise(Layer.OBJECT, () -> vehicles.paint(car, type));
        }
    }

    /** Trees on free ground, single or in clumps, and along the edges of woods. */
    public void trees(int clumps, int mostInClump) {
        stage.raise(Layer.TREE, () -> {
            TreePainter painter = new TreePainter(stage);
            for (Shape wood : woods) {
                edge(painter, wood);
            }
            for (int i = 0; i < clumps; i++) {
                double x = dice.between(-0.02, 1.02) * canvas.width();
                double y = dice.between(-0.02, 1.02) * canvas.height();
                double spread = stage.pixels(dice.between(4, 22));
                int count = dice.count(1, mostInClump);
                for (int k = 0; k < count; k++) {
                    plant(painter, x + dice.between(-spread, spread), y + dice.between(-spread, spread));
                }
            }
        });
    }

    private void edge(TreePainter painter, Shape wood) {
        double step = Math.max(3, stage.pixels(7));
        double[] at = new double[6];
        double left = 0;
        double x = 0;
        double y = 0;
        for (PathIterator it = wood.getPathIterator(null, 1); !it.isDone(); it.next()) {
            int kind = it.currentSegment(at);
            if (kind == PathIterator.SEG_LINETO) {
                double length = Math.hypot(at[0] - x, at[1] - y);
                for (; left < length; left += step * dice.between(0.6, 1.4)) {
                    double f = left / length;
                    plant(
                            painter,
                            x + f * (at[0] - x) + dice.between(-0.5, 0.5) * step,
                            y + f * (at[1] - y) + dice.between(-0.5, 0.5) * step);
                }
                left -= length;
            }
            x = at[0];
            y = at[1];
        }
    }

    private void plant(TreePainter painter, double x, double y) {
        double keep = stage.pixels(painter.largestRadius()) * 1.3;
        if (stage.site().isFree(new Plot(x, y, keep, keep, 0), 0)) {
            painter.paint(x, y);
        }
    }

    /** A closed, irregular, smooth outline. */
    public Shape blob(double x, double y, double radius) {
        int steps = 40;
        double[] phase = {dice.direction(), dice.direction(), dice.direction(), dice.direction()};
        double[] points = new double[2 * steps];
        double stretch = dice.between(0.55, 1);
        Pose frame = new Pose(x, y, dice.direction(), radius);
        for (int i = 0; i < steps; i++) {
            double angle = 2 * Math.PI * i / steps;
            double r = 1
                    + 0.22 * Math.sin(2 * angle + phase[0])
                    + 0.14 * Math.sin(3 * angle + phase[1])
                    + 0.07 * Math.sin(5 * angle + phase[2])
                    + 0.05 * Math.sin(9 * angle + phase[3])
                    + dice.between(-0.04, 0.04);
            Pose point = frame.moved(r * Math.cos(angle), r * Math.sin(angle) * stretch, 0);
            points[2 * i] = point.x();
            points[2 * i + 1] = point.y();
        }
        return Outlines.polygon(points);
    }
}
