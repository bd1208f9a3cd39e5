package org.crobim.data.render.layout;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.painter.BuildingPainter;
import org.crobim.data.render.painter.TreePainter;
import org.crobim.data.render.painter.VehiclePainter;

/** Buildings, suburbs and car parks on free ground. */
public final class Town {
    private final Stage stage;
    private final SceneCanvas canvas;
    private final Dice dice;
    private final BuildingPainter buildings;
    private final VehiclePainter vehicles;
    private final List<Pose> gardens = new ArrayList<>();
    private final List<Plot> backyards = new ArrayList<>();

    /** Fills one stage. */
    public Town(Stage stage) {
        this.stage = stage;
        this.canvas = stage.canvas();
        this.dice = stage.dice();
        this.buildings = new BuildingPainter(stage);
        this.vehicles = new VehiclePainter(stage);
    }

    /** Flat-roofed buildings on free ground, some with wings; sizes in metres. */
    public void blocks(int count, double leastMetres, double mostMetres, double angle) {
        for (int i = 0; i < count; i++) {
            double length = stage.pixels(dice.between(leastMetres, mostMetres));
            double width = length * dice.between(0.35, 0.9);
            double turn = angle + (dice.chance(0.5) ? 0 : Math.PI / 2);
            stage.claimAnywhere(length, width, turn, stage.pixels(3), 6).ifPresent(this::raiseBlock);
        }
    }

    private void raiseBlock(Plot plot) {
        if (dice.chance(0.6)) {
            Material yard = dice.pick(List.of(Material.CONCRETE, Material.ASPHALT, Material.GRAVEL));
            canvas.ground(plot.grown(stage.pixels(dice.between(2, 8))).shape(), yard);
        }
        double height = dice.between(4, 14);
        boolean winged = plot.width() > stage.pixels(18) && dice.chance(0.6);
        double depth = winged ? dice.between(0.4, 0.6) : 1;
        Plot main = plot.part(0, plot.width() * (1 - depth) / 2, plot.length(), plot.width() * depth);
        stage.raise(Layer.BUILDING, () -> buildings.paintBlock(main, height));
        int wings = winged ? dice.count(1, 3) : 0;
        for (int i = 0; i < wings; i++) {
            double length = plot.length() * dice.between(0.15, 0.35);
            double along = dice.between(-0.5, 0.5) * (plot.length() - length);
            double width = plot.width() * (1 - depth) * dice.between(0.6, 1);
            Plot wing = plot.part(along, plot.width() * (0.5 - depth) - width / 2, length, width);
            double lower = height * dice.between(0.5, 1);
            stage.raise(Layer.BUILDING, () -> buildings.paintBlock(wing, lower));
        }
    }

    /** Several suburbs, sizes in metres. */
    public void suburbs(int count, double leastMetres, double mostMetres, double angle) {
        for (int i = 0; i < count; i++) {
            suburb(dice.between(leastMetres, mostMetres), angle);
        }
    }

    /** A suburb: parallel streets with a house on every free lot; size in metres. */
    public void suburb(double sizeMetres, double angle) {
        double lot = dice.between(15, 22);
        double depth = dice.between(22, 30);
        Plot frame = new Plot(dice.between(0, 1) * canvas.width(), dice.between(0, 1) * canvas.height(), 1, 1, angle);
        int rows = (int) Math.max(1, sizeMetres / (2 * depth + 8));
        int lots = (int) Math.max(3, sizeMetres / lot);
        for (int row = 0; row < rows; row++) {
            double street = (row - (rows - 1) / 2.0) * (2 * depth + 8);
            for (int i = 0; i < lots; i++) {
                double along = (i - (lots - 1) / 2.0) * lot;
                Plot lane = frame.part(stage.pixels(along), stage.pixels(street), stage.pixels(lot), stage.pixels(7));
                if (isSeen(lane) && stage.site().claim(lane.grown(-0.5), 0)) {
                    canvas.ground(lane.grown(0.3).shape(), Material.ASPHALT);
                }
                for (int side = -1; side <= 1; side += 2) {
                    double away = street + side * (depth / 2 + 4);
                    lot(
                            frame.part(stage.pixels(along), stage.pixels(away), stage.pixels(lot), stage.pixels(depth)),
                            side);
                }
            }
        }
    }

    private void lot(Plot lot, int side) {
        if (!isSeen(lot) || !stage.site().claim(lot.grown(-stage.pixels(1)), 0)) {
            return;
        }
        Material garden = dice.pick(List.of(Material.GRASS, Material.GRASS, Material.TURF, Material.DRY_GRASS));
        canvas.ground(lot.shape(), garden, dice.vary(canvas.tones().of(garden), 0.12));
        double along = dice.between(-0.1, 0.1) * lot.length();
        double across = dice.between(-0.16, 0.02) * lot.width() * side;
        Plot drive = lot.part(lot.length() * 0.42, -side * lot.width() * 0.25, stage.pixels(3), lot.width() * 0.5);
        canvas.ground(drive.shape(), Material.CONCRETE);
        Plot house = lot.part(
                along - lot.length() * 0.06,
                across,
                lot.length() * dice.between(0.55, 0.75),
                Math.min(lot.width() * 0.5, stage.pixels(dice.between(8, 12))));
        stage.raise(Layer.BUILDING, () -> buildings.paintHouse(house));
        if (dice.chance(0.35)) {
            parkedCar(drive);
        }
        backyards.add(lot.part(0, side * lot.width() * 0.37, lot.length() * 0.8, lot.width() * 0.18));
        int trees = dice.count(0, 2);
        for (int i = 0; i < trees; i++) {
            Pose spot = lot.pose(
                    dice.between(-0.45, 0.45) * lot.length(), side * dice.between(0.3, 0.45) * lot.width(), 0, 1);
            gardens.add(spot);
        }
    }

    private void parkedCar(Plot drive) {
        VehiclePainter.Type type = VehiclePainter.drawType(dice, 0);
        Pose pose = drive.pose(0, 0, dice.chance(0.5) ? Math.PI / 2 : -Math.PI / 2, canvas.pixelsPerMetre());
        stage.raise(Layer.OBJECT, () -> vehicles.paint(pose, type));
    }

    private boolean isSeen(Plot plot) {
        double reach = plot.length() + plot.width();
        return plot.x() > -reach
                && plot.y() > -reach
                && plot.x() < canvas.width() + reach
                && plot.y() < canvas.height() + reach;
    }

    /** Free ground behind the houses laid out so far. */
    public List<Plot> backyards() {
        return List.copyOf(backyards);
    }

    /** Plants no tree of a garden here. */
    public void keepClear(Plot plot) {
        Shape shape = plot.grown(stage.pixels(4)).shape();
        gardens.removeIf(spot -> shape.contains(spot.x(), spot.y()));
    }

    /** Plants the trees of all gardens laid out so far. */
    public void plantGardens() {
        stage.raise(Layer.TREE, () -> {
            TreePainter painter = new TreePainter(stage);
            gardens.forEach(spot -> painter.paint(spot.x(), spot.y()));
        });
    }

    /** A car park on free ground: stalls in rows, partly filled. */
    public void carPark(double lengthMetres, int doubleRows, double angle) {
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
        canvas.line(lines, new Color(216, 216, 210, 150), 0.15 * canvas.pixelsPerMetre());
    }
}
