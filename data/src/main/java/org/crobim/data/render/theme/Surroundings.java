package org.crobim.data.render.theme;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.painter.BuildingPainter;
import org.crobim.data.render.painter.RoadPainter;
import org.crobim.data.render.painter.TreePainter;
import org.crobim.data.render.painter.VehiclePainter;

/** The things between the objects: ground patches, roads, buildings, car parks, trees. */
final class Surroundings {
    private final Stage stage;
    private final SceneCanvas canvas;
    private final Dice dice;
    private final BuildingPainter buildings;
    private final VehiclePainter vehicles;

    Surroundings(Stage stage) {
        this.stage = stage;
        this.canvas = stage.canvas();
        this.dice = stage.dice();
        this.buildings = new BuildingPainter(stage);
        this.vehicles = new VehiclePainter(stage);
    }

    /** Soft-edged areas of other ground, sizes as shares of the image side. */
    void patches(List<Material> materials, int count, double least, double most) {
        for (int i = 0; i < count; i++) {
            double radius = dice.between(least, most) * canvas.width();
            canvas.ground(
                    blob(dice.between(0, canvas.width()), dice.between(0, canvas.height()), radius),
                    dice.pick(materials));
        }
    }

    /** Farm fields in a grid that is turned by an angle. */
    void fields(double angle) {
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
    Course road(Pose centre, double widthMetres, double bend) {
        Course course = new Course(stage, centre, bend);
        RoadPainter painter = new RoadPainter(stage);
        if (dice.chance(0.5)) {
            painter.paintPavement(course.path(), widthMetres);
        }
        painter.paint(course.path(), widthMetres, widthMetres > 13 ? 4 : 2);
        course.occupy(stage.site(), stage.pixels(widthMetres + 4));
        smallTraffic(course, widthMetres);
        return course;
    }

    /** Cars on a road at scales at which they are clutter. */
    void smallTraffic(Course course, double widthMetres) {
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

    /** Flat-roofed buildings on free ground; sizes in metres. */
    void blocks(int count, double leastMetres, double mostMetres, double angle) {
        for (int i = 0; i < count; i++) {
            double length = stage.pixels(dice.between(leastMetres, mostMetres));
            double width = length * dice.between(0.35, 0.9);
            double turn = angle + (dice.chance(0.5) ? 0 : Math.PI / 2);
            stage.claimAnywhere(length, width, turn, stage.pixels(3), 6).ifPresent(this::raiseBlock);
        }
    }

    private void raiseBlock(Plot plot) {
        if (dice.chance(0.5)) {
            canvas.ground(plot.grown(stage.pixels(dice.between(2, 7))).shape(), Material.CONCRETE);
        }
        double height = dice.between(4, 14);
        stage.raise(Layer.BUILDING, () -> buildings.paintBlock(plot, height));
    }

    /** Streets of houses in a rectangle of free ground. */
    void houses(int rows, double angle) {
        for (int row = 0; row < rows; row++) {
            int count = dice.count(3, 8);
            double pitch = stage.pixels(dice.between(15, 22));
            Optional<Plot> strip = stage.claimAnywhere(count * pitch, stage.pixels(16), angle, stage.pixels(2), 8);
            strip.ifPresent(plot -> {
                for (int i = 0; i < count; i++) {
                    Plot house = plot.part(
                            (i + 0.5 - count / 2.0) * pitch,
                            0,
                            stage.pixels(dice.between(10, 14)),
                            stage.pixels(dice.between(8, 11)));
                    stage.raise(Layer.BUILDING, () -> buildings.paintHouse(house));
                }
            });
        }
    }

    /** A car park on free ground: stalls in rows, partly filled. */
    void carPark(double lengthMetres, int doubleRows, double angle) {
        double width = doubleRows * 17.0;
        Optional<Plot> claimed =
                stage.claimAnywhere(stage.pixels(lengthMetres), stage.pixels(width), angle, stage.pixels(2), 10);
        claimed.ifPresent(plot -> fillCarPark(plot, lengthMetres, doubleRows));
    }

    private void fillCarPark(Plot plot, double lengthMetres, int doubleRows) {
        canvas.ground(plot.shape(), Material.ASPHALT);
        double stall = 2.7;
        double filling = dice.between(0.25, 0.9);
        Path2D lines = new Path2D.Double();
        for (int row = 0; row < 2 * doubleRows; row++) {
            double across = (row / 2 - (doubleRows - 1) / 2.0) * 17 + (row % 2 == 0 ? -2.6 : 2.6);
            for (double at = -lengthMetres / 2 + 4; at < lengthMetres / 2 - 4; at += stall) {
                Pose mid = plot.pose(stage.pixels(at), stage.pixels(across), Math.PI / 2, canvas.pixelsPerMetre());
                Pose edge = mid.moved(0, stall / 2, 0);
                Pose from = edge.moved(-2.5, 0, 0);
                Pose to = edge.moved(2.5, 0, 0);
                lines.moveTo(from.x(), from.y());
                lines.lineTo(to.x(), to.y());
                if (dice.chance(filling)) {
                    VehiclePainter.Type type = VehiclePainter.drawType(dice, 0);
                    Pose car = mid.moved(dice.between(-0.3, 0.3), 0, dice.chance(0.5) ? 0 : Math.PI);
                    stage.raise(Layer.OBJECT, () -> vehicles.paint(car, type));
                }
            }
        }
        canvas.line(lines, new java.awt.Color(216, 216, 210, 150), 0.15 * canvas.pixelsPerMetre());
    }

    /** Trees on free ground, single or in clumps. */
    void trees(int clumps, int mostInClump) {
        stage.raise(Layer.TREE, () -> {
            TreePainter painter = new TreePainter(stage);
            double keep = stage.pixels(painter.largestRadius());
            for (int i = 0; i < clumps; i++) {
                double x = dice.between(-0.02, 1.02) * canvas.width();
                double y = dice.between(-0.02, 1.02) * canvas.height();
                double spread = stage.pixels(dice.between(5, 28));
                int count = dice.count(1, mostInClump);
                for (int k = 0; k < count; k++) {
                    double tx = x + dice.between(-spread, spread);
                    double ty = y + dice.between(-spread, spread);
                    if (stage.site().isFree(new Plot(tx, ty, keep * 1.4, keep * 1.4, 0), 0)) {
                        painter.paint(tx, ty);
                    }
                }
            }
        });
    }

    /** A closed, irregular, smooth outline. */
    Shape blob(double x, double y, double radius) {
        int steps = 22;
        double[] points = new double[2 * steps];
        double a = dice.direction();
        double b = dice.direction();
        double stretch = dice.between(0.55, 1);
        double turn = dice.direction();
        for (int i = 0; i < steps; i++) {
            double angle = 2 * Math.PI * i / steps;
            double r = radius
                    * (1 + 0.22 * Math.sin(2 * angle + a) + 0.14 * Math.sin(3 * angle + b) + dice.between(-0.07, 0.07));
            double u = r * Math.cos(angle);
            double v = r * Math.sin(angle) * stretch;
            points[2 * i] = x + u * Math.cos(turn) - v * Math.sin(turn);
            points[2 * i + 1] = y + u * Math.sin(turn) + v * Math.cos(turn);
        }
        return Outlines.polygon(points);
    }
}
