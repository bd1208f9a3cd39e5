package org.crobim.data.render.theme;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
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
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.TankBlocks;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.painter.AirplanePainter;
import org.crobim.data.render.painter.BuildingPainter;
import org.crobim.data.render.painter.RoadPainter;

/** An apron with rows of planes, terminal piers with planes at the gates, taxiways, hangars. */
final class AirfieldComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        SceneCanvas canvas = stage.canvas();
        Surroundings around = new Surroundings(stage);
        double angle = dice.direction();
        canvas.flood(dice.chance(0.6) ? Material.GRASS : Material.DRY_GRASS);
        around.patches(List.of(Material.GRASS, Material.DRY_GRASS, Material.SOIL), 5, 0.1, 0.3);
        double side = Math.max(canvas.width(), canvas.height());
        Plot apron = new Plot(
                canvas.width() * dice.between(0.3, 0.7),
                canvas.height() * dice.between(0.3, 0.7),
                side * dice.between(0.9, 2),
                side * dice.between(0.5, 1.1),
                angle);
        taxiways(stage, apron);
        pave(stage, apron);
        if (dice.chance(0.5)) {
            pier(stage, apron);
        }
        int rows = dice.count(2, 5);
        for (int i = 0; i < rows; i++) {
            row(stage, apron);
        }
        int singles = dice.count(0, 4);
        for (int i = 0; i < singles; i++) {
            AirplanePainter.Type type = AirplanePainter.drawType(dice);
            park(stage, apron, randomSpot(stage, apron), type);
        }
        outside(stage, around, apron);
    }

    private static void taxiways(Stage stage, Plot apron) {
        Dice dice = stage.dice();
        RoadPainter painter = new RoadPainter(stage);
        int count = dice.count(1, 3);
        for (int i = 0; i < count; i++) {
            double away = apron.width() / 2 + stage.pixels(dice.between(25, 130));
            Pose pose = apron.pose(
                    0, dice.chance(0.5) ? away : -away, 0, stage.canvas().pixelsPerMetre());
            double turn = i == 0 ? 0 : dice.between(-0.6, 0.6);
            Course course = new Course(stage, new Pose(pose.x(), pose.y(), pose.heading() + turn, pose.scale()), 0);
            double width = dice.between(20, 45);
            stage.canvas().ground(painter.stroked(course.path(), width + 12), Material.SOIL);
            Material surface = dice.chance(0.7) ? Material.ASPHALT : Material.CONCRETE;
            stage.canvas().ground(painter.stroked(course.path(), width), surface);
            Color mark = width > 36 ? new Color(224, 224, 220, 200) : new Color(196, 164, 70, 190);
            if (width > 36) {
                stage.canvas().dashes(course.path(), mark, stage.pixels(0.9), stage.pixels(30));
            } else {
                stage.canvas().line(course.path(), mark, stage.pixels(0.5));
            }
            course.occupy(stage.site(), stage.pixels(width + 12));
        }
    }

    private static void pave(Stage stage, Plot apron) {
        Dice dice = stage.dice();
        SceneCanvas canvas = stage.canvas();
        boolean concrete = dice.chance(0.8);
        Color colour = dice.vary(canvas.tones().of(concrete ? Material.CONCRETE : Material.ASPHALT), 0.12);
        canvas.ground(apron.shape(), concrete ? Material.CONCRETE : Material.ASPHALT, colour);
        double slab = stage.pixels(dice.between(12, 30));
        Path2D joints = new Path2D.Double();
        for (double at = -apron.length() / 2; at < apron.length() / 2; at += slab) {
            joint(joints, apron.pose(at, -apron.width() / 2, 0, 1), apron.pose(at, apron.width() / 2, 0, 1));
        }
        for (double at = -apron.width() / 2; at < apron.width() / 2; at += slab) {
            joint(joints, apron.pose(-apron.length() / 2, at, 0, 1), apron.pose(apron.length() / 2, at, 0, 1));
        }
        canvas.line(joints, Dice.opacity(Color.BLACK, dice.between(0.04, 0.16)), stage.pixels(0.4));
        int stains = dice.count(4, 20);
        Surroundings around = new Surroundings(stage);
        for (int i = 0; i < stains; i++) {
            Pose spot =
                    apron.pose(dice.between(-0.5, 0.5) * apron.length(), dice.between(-0.5, 0.5) * apron.width(), 0, 1);
            Shape stain = around.blob(spot.x(), spot.y(), stage.pixels(dice.between(3, 16)));
            canvas.within(
                    apron.shape(),
                    () -> canvas.fill(stain, Dice.opacity(dice.chance(0.6) ? Color.BLACK : Color.WHITE, 0.06)));
        }
        Path2D guide = new Path2D.Double();
        double lane = dice.between(-0.35, 0.35) * apron.width();
        joint(guide, apron.pose(-apron.length() / 2, lane, 0, 1), apron.pose(apron.length() / 2, lane, 0, 1));
        canvas.line(guide, new Color(190, 160, 70, 180), stage.pixels(0.5));
    }

    private static void joint(Path2D path, Pose from, Pose to) {
        path.moveTo(from.x(), from.y());
        path.lineTo(to.x(), to.y());
    }

    /** A terminal pier across the apron with planes nose-in on both sides. */
    private static void pier(Stage stage, Plot apron) {
        Dice dice = stage.dice();
        double width = dice.between(14, 34);
        double length = dice.between(80, 260);
        double turn = dice.chance(0.5) ? 0 : Math.PI / 2;
        Pose spot = apron.pose(
                dice.between(-0.2, 0.2) * apron.length(),
                dice.between(-0.2, 0.2) * apron.width(),
                turn,
                stage.canvas().pixelsPerMetre());
        Plot plot = new Plot(spot.x(), spot.y(), stage.pixels(length), stage.pixels(width), spot.heading());
        if (!stage.site().claim(plot, 0)) {
            return;
        }
        stage.raise(Layer.BUILDING, () -> new BuildingPainter(stage).paintBlock(plot, 9));
        AirplanePainter.Type type = AirplanePainter.drawType(dice);
        double pitch = type.lengthMetres() * type.span() * dice.between(1.12, 1.4);
        for (int side = -1; side <= 1; side += 2) {
            for (double at = -length / 2 + pitch / 2; at < length / 2; at += pitch) {
                double stand = side * (width / 2 + type.lengthMetres() / 2 + dice.between(4, 8));
                Pose pose = spot.moved(at, stand, -side * Math.PI / 2);
                if (dice.chance(0.72) && park(stage, apron, pose, type)) {
                    bridge(stage, spot.moved(at - 5, side * (width / 2 + 5), -side * Math.PI / 2));
                }
            }
        }
    }

    private static void bridge(Stage stage, Pose pose) {
        if (stage.dice().chance(0.8)) {
            Shape arm = pose.place(Outlines.rectangle(-2, 0, 15, 3));
            stage.raise(Layer.DECK, () -> {
                stage.canvas().shadow(arm, 4);
                stage.canvas().fill(arm, stage.dice().vary(new Color(186, 188, 190), 0.1));
            });
        }
    }

    /** Planes parked side by side. */
    private static void row(Stage stage, Plot apron) {
        Dice dice = stage.dice();
        AirplanePainter.Type type = AirplanePainter.drawType(dice);
        double pitch = type.lengthMetres() * Math.max(0.8, type.span()) * dice.between(1.1, 1.6);
        int count = dice.count(2, 7);
        Pose start = randomSpot(stage, apron);
        double along = apron.angle() + (dice.chance(0.7) ? 0 : Math.PI / 2);
        double nose = along + Math.PI / 2 * (dice.chance(0.5) ? 1 : -1) + (dice.chance(0.3) ? 0.6 : 0);
        for (int i = 0; i < count; i++) {
            Pose spot = new Pose(start.x(), start.y(), along, start.scale()).moved(i * pitch, 0, 0);
            boolean other = dice.chance(0.12);
            Pose pose = new Pose(spot.x(), spot.y(), nose + (dice.chance(0.08) ? Math.PI : 0), spot.scale());
            if (dice.chance(0.88)) {
                park(stage, apron, pose, other ? AirplanePainter.drawType(dice) : type);
            }
        }
    }

    private static Pose randomSpot(Stage stage, Plot apron) {
        Dice dice = stage.dice();
        Pose spot = stage.pose(
                dice.between(0.05, 0.95) * stage.canvas().width(),
                dice.between(0.05, 0.95) * stage.canvas().height(),
                dice.chance(0.5) ? dice.direction() : apron.angle());
        return spot;
    }

    private static boolean stands(Plot apron, Plot plot) {
        double[] corner = plot.corners();
        Shape area = apron.shape();
        boolean inside = true;
        for (int i = 0; i < 8; i += 2) {
            inside &= area.contains(corner[i], corner[i + 1]);
        }
        return inside;
    }

    private static boolean park(Stage stage, Plot apron, Pose pose, AirplanePainter.Type type) {
        Plot plot = type.plot(pose);
        boolean paved = stands(apron, plot.grown(-0.2 * plot.width()));
        boolean seen = plot.insideShare(stage.canvas().width(), stage.canvas().height()) > 0.3;
        if (!paved || !seen || !stage.site().claim(plot, stage.pixels(1.5))) {
            return false;
        }
        lead(stage, pose, type.lengthMetres());
        AirplanePainter painter = new AirplanePainter(stage);
        if (stage.dice().chance(0.6)) {
            stage.raise(
                    Layer.DECK,
                    () -> painter.paintServiceClutter(pose, stage.dice().count(1, 5)));
        }
        stage.raise(Layer.OBJECT, () -> painter.paint(pose, type));
        return true;
    }

    /** The yellow line that guides the nose wheel to the stand. */
    private static void lead(Stage stage, Pose pose, double lengthMetres) {
        Path2D line = new Path2D.Double();
        joint(line, pose.moved(-1.1 * lengthMetres, 0, 0), pose.moved(0.6 * lengthMetres, 0, 0));
        stage.canvas().line(line, new Color(196, 164, 70, 150), stage.pixels(0.4));
    }

    private static void outside(Stage stage, Surroundings around, Plot apron) {
        Dice dice = stage.dice();
        if (dice.chance(0.5)) {
            Pose hangar = apron.pose(
                    dice.between(-0.2, 0.2) * apron.length(), apron.width() / 2 * (dice.chance(0.5) ? 1 : -1), 0, 1);
            Plot plot = new Plot(
                    hangar.x(),
                    hangar.y(),
                    stage.pixels(dice.between(40, 150)),
                    stage.pixels(dice.between(30, 60)),
                    apron.angle());
            if (stage.site().claim(plot, stage.pixels(2))) {
                stage.raise(Layer.BUILDING, () -> new BuildingPainter(stage).paintBlock(plot, 12));
            }
        }
        stage.site().occupy(apron);
        if (dice.chance(0.3)) {
            new TankBlocks(stage)
                    .grid(
                            stage.sideMetres() * dice.between(0.014, 0.03),
                            dice.count(1, 4),
                            dice.count(1, 2),
                            apron.angle());
        }
        Town town = new Town(stage);
        town.carPark(dice.between(30, 90), dice.count(1, 3), apron.angle());
        town.blocks(dice.count(2, 10), 15, 80, apron.angle());
        around.trees(dice.count(0, 40), 5);
    }
}
