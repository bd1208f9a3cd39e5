package org.crobim.data.render.painter.transport;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.painter.BuildingPainter;
import org.crobim.data.render.painter.VehiclePainter;
import org.crobim.language.ObjectCategory;

/**
 * Service areas beside an expressway: ramps, parking for cars and trucks, a house, a petrol station. Local frame in metres,
 * the expressway runs along x at negative y.
 */
public final class ServiceAreaPainter {
    private final Stage stage;
    private final SceneCanvas canvas;
    private final Dice dice;
    private final BuildingPainter buildings;
    private final VehiclePainter vehicles;

    /**
     * Size of an area.
     *
     * @param lengthMetres along the expressway, ramps included
     * @param depthMetres away from it
     */
    public record Size(double lengthMetres, double depthMetres) {}

    /** A painter for one scene. */
    public ServiceAreaPainter(Stage stage) {
        this.stage = stage;
        this.canvas = stage.canvas();
        this.dice = stage.dice();
        this.buildings = new BuildingPainter(stage);
        this.vehicles = new VehiclePainter(stage);
    }

    /** Draws the ground at once, houses and cars when raised things are drawn. */
    public void paint(Pose pose, Size size) {
        Shape outline = pose.place(outline(size));
        canvas.ground(outline, dice.chance(0.6) ? Material.ASPHALT : Material.CONCRETE);
        canvas.within(outline, () -> {
            green(pose, size);
            stalls(pose, size);
        });
        List<Parked> parked = parked(pose, size);
        stage.raise(Layer.DECK, () -> {
            house(pose, size);
            petrol(pose, size);
            // What is too small to be an object is part of this one.
            parked.stream().filter(car -> !isObject(car, pose)).forEach(this::paint);
            canvas.annotate(ObjectCategory.EXPRESSWAY_SERVICE_AREA, outline);
        });
        stage.raise(
                Layer.OBJECT,
                () -> parked.stream().filter(car -> isObject(car, pose)).forEach(this::paint));
    }

    /** A vehicle and where it stands. */
    private record Parked(Pose spot, VehiclePainter.Type type) {}

    private static boolean isObject(Parked car, Pose pose) {
        return car.type().length() * pose.scale() >= VehiclePainter.SMALLEST_ANNOTATED;
    }

    private void paint(Parked car) {
        vehicles.paint(car.spot(), car.type());
    }

    /** A trapeze whose slanted sides are the ramps. */
    private static Shape outline(Size size) {
        double x = size.lengthMetres() / 2;
        double y = size.depthMetres() / 2;
        return Outlines.polygon(-x, -y, -x * 0.62, y * 0.55, -x * 0.55, y, x * 0.55, y, x * 0.62, y * 0.55, x, -y);
    }

    private void green(Pose pose, Size size) {
        double depth = size.depthMetres() * 0.16;
        Shape strip = Outlines.polygon(
                -size.lengthMetres() * 0.34,
                -size.depthMetres() / 2,
                -size.lengthMetres() * 0.27,
                -size.depthMetres() / 2 + depth,
                size.lengthMetres() * 0.27,
                -size.depthMetres() / 2 + depth,
                size.lengthMetres() * 0.34,
                -size.depthMetres() / 2);
        canvas.ground(pose.place(strip), dice.chance(0.7) ? Material.GRASS : Material.TURF);
        Shape island = Outlines.rectangle(
                size.lengthMetres() * dice.between(-0.1, 0.05),
                size.depthMetres() * 0.13,
                size.lengthMetres() * dice.between(0.2, 0.34),
                size.depthMetres() * 0.07);
        canvas.ground(pose.place(island), Material.GRASS);
    }

    private void stalls(Pose pose, Size size) {
        Path2D lines = new Path2D.Double();
        for (double x = -size.lengthMetres() * 0.26; x < size.lengthMetres() * 0.26; x += 2.8) {
            lines.moveTo(x, size.depthMetres() * 0.17);
            lines.lineTo(x, size.depthMetres() * 0.17 + 5);
        }
        for (double x = -size.lengthMetres() * 0.26; x < size.lengthMetres() * 0.26; x += 4.6) {
            lines.moveTo(x, -size.depthMetres() * 0.2);
            lines.lineTo(x + 6, -size.depthMetres() * 0.2 + 13);
        }
        canvas.line(pose.place(lines), new Color(222, 222, 214, 130), 0.16 * pose.scale());
    }

    /** Cars before the house, trucks towards the road. */
    private List<Parked> parked(Pose pose, Size size) {
        List<Parked> parked = new ArrayList<>();
        // A handful of each, so that the scene stays one that can be described.
        double filling = Math.min(dice.between(0.1, 0.6), 8 / (size.lengthMetres() * 0.5 / 2.8));
        for (double x = -size.lengthMetres() * 0.25; x < size.lengthMetres() * 0.25; x += 2.8) {
            if (dice.chance(filling)) {
                parked.add(new Parked(
                        pose.moved(x, size.depthMetres() * 0.17 + 2.6, Math.PI / 2), VehiclePainter.drawType(dice, 0)));
            }
        }
        double trucks = Math.min(dice.between(0.05, 0.7), 6 / (size.lengthMetres() * 0.46 / 4.6));
        for (double x = -size.lengthMetres() * 0.24; x < size.lengthMetres() * 0.22; x += 4.6) {
            if (dice.chance(trucks)) {
                Pose spot = pose.moved(x + 5.3, -size.depthMetres() * 0.2 + 6.5, Math.atan2(13, 6));
                parked.add(new Parked(spot, VehiclePainter.drawType(dice, 1)));
            }
        }
        return parked;
    }

    private void house(Pose pose, Size size) {
        double length = Math.min(size.lengthMetres() * 0.3, dice.between(38, 70));
        double depth = Math.min(size.depthMetres() * 0.17, dice.between(14, 22));
        Pose spot = pose.moved(dice.between(-0.08, 0.08) * size.lengthMetres(), size.depthMetres() * 0.38, 0);
        buildings.paintBlock(plot(spot, length, depth), 7);
    }

    /** A canopy over the pumps. */
    private void petrol(Pose pose, Size size) {
        double side = dice.chance(0.5) ? 1 : -1;
        Pose spot = pose.moved(side * size.lengthMetres() * 0.29, size.depthMetres() * 0.02, 0);
        Shape canopy = plot(spot, dice.between(20, 32), dice.between(13, 18)).shape();
        canvas.hoveringShadow(canopy, 6);
        Color roof = dice.vary(
                dice.pick(List.of(new Color(232, 232, 228), new Color(196, 60, 48), new Color(214, 190, 80))), 0.08);
        canvas.fill(canopy, roof);
        canvas.line(canopy, Dice.scaled(roof, 0.75), pose.scale());
    }

    private static Plot plot(Pose spot, double length, double width) {
        return new Plot(spot.x(), spot.y(), length * spot.scale(), width * spot.scale(), spot.heading());
    }
}
