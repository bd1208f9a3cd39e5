package org.crobim.data.render.painter.transport;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
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
import org.crobim.language.ObjectCategory;

/**
 * Whole airports seen from far: runways, taxiways, apron, terminal; local frame in metres, main runway along x, apron at
 * positive y. Planes are a few pixels here, clutter.
 */
public final class AirportPainter {
    private static final double RUNWAY_METRES = 50;
    private static final double STRIP_METRES = 280;
    private static final double TAXIWAY_AT = 190;

    private final Stage stage;
    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * Size of an airport.
     *
     * @param runwayMetres length of the main runway
     * @param apronMetres length of the apron along it
     * @param crossing angle of a second runway to the first, radians; 0 for none
     */
    public record Size(double runwayMetres, double apronMetres, double crossing) {}

    /** A painter for one scene. */
    public AirportPainter(Stage stage) {
        this.stage = stage;
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /**
     * Draws the ground at once, houses and planes when raised things are drawn.
     *
     * @return the outline of the object, pixels
     */
    public Shape paint(Pose pose, Size size) {
        Shape outline = pose.place(outline(size));
        Material lawn = dice.chance(0.6) ? Material.GRASS : Material.DRY_GRASS;
        canvas.ground(outline, lawn, Dice.scaled(dice.vary(canvas.tones().of(lawn), 0.05), 1.12));
        Material tar = dice.chance(0.65) ? Material.ASPHALT : Material.CONCRETE;
        canvas.within(outline, () -> taxiways(pose, size, tar));
        apron(pose, size);
        runway(pose, size.runwayMetres(), tar);
        if (size.crossing() > 0) {
            runway(second(pose, size), size.runwayMetres() * 0.72, tar);
        }
        stage.raise(Layer.DECK, () -> {
            planes(pose, size);
            houses(pose, size);
            canvas.annotate(ObjectCategory.AIRPORT, outline);
        });
        return outline;
    }

    private static Pose second(Pose pose, Size size) {
        return pose.moved(-size.runwayMetres() * 0.12, 60, -size.crossing());
    }

    private Shape outline(Size size) {
        double half = size.runwayMetres() / 2 + 90;
        double apron = size.apronMetres() / 2 + 90;
        Shape field = Outlines.polygon(
                -half,
                -STRIP_METRES / 2,
                -half,
                STRIP_METRES / 2,
                -apron - 260,
                TAXIWAY_AT + 60,
                -apron,
                depth() + 40,
                apron,
                depth() + 40,
                apron + 260,
                TAXIWAY_AT + 60,
                half,
                STRIP_METRES / 2,
                half,
                -STRIP_METRES / 2);
        if (size.crossing() == 0) {
            return field;
        }
        Pose other = second(new Pose(0, 0, 0, 1), size);
        Shape strip = other.place(Outlines.rectangle(0, 0, size.runwayMetres() * 0.72 + 160, STRIP_METRES));
        return Outlines.union(List.of(field, Outlines.sweep(strip, 0, 0)));
    }

    /** How far the apron reaches from the runway. */
    private static double depth() {
        return 560;
    }

    private void runway(Pose pose, double length, Material tar) {
        Color surface = Dice.scaled(dice.vary(canvas.tones().of(tar), 0.05), 0.88);
        canvas.ground(pose.place(Outlines.rectangle(0, 0, length, RUNWAY_METRES)), tar, surface);
        Color white = new Color(232, 232, 226, 220);
        Path2D middle = new Path2D.Double();
        middle.moveTo(-length / 2 + 90, 0);
        middle.lineTo(length / 2 - 90, 0);
        canvas.dashes(pose.place(middle), white, 2.5 * pose.scale(), 38 * pose.scale());
        for (int end = -1; end <= 1; end += 2) {
            for (int bar = 0; bar < 6; bar++) {
                double y = (bar - 2.5) * 7;
                canvas.fill(pose.place(Outlines.rectangle(end * (length / 2 - 30), y, 40, 3.4)), white);
            }
            Shape rubber = Outlines.rectangle(end * (length / 2 - 330), 0, 420, 15);
            canvas.fill(pose.place(rubber), Dice.opacity(Color.BLACK, 0.22));
            canvas.fill(pose.place(Outlines.rectangle(end * (length / 2 - 300), 0, 48, 26)), Dice.opacity(white, 0.5));
        }
    }

    private void taxiways(Pose pose, Size size, Material tar) {
        double length = size.runwayMetres();
        Color surface = dice.vary(canvas.tones().of(tar), 0.08);
        Path2D ways = new Path2D.Double();
        ways.moveTo(-length / 2 + 20, TAXIWAY_AT);
        ways.lineTo(length / 2 - 20, TAXIWAY_AT);
        int links = dice.count(4, 8);
        for (int i = 0; i <= links; i++) {
            double x = (length - 60) * ((double) i / links - 0.5);
            double lean = i == 0 || i == links ? 0 : dice.between(-130, 130);
            ways.moveTo(x, 0);
            ways.lineTo(x + lean, TAXIWAY_AT);
        }
        for (int side = -1; side <= 1; side += 2) {
            ways.moveTo(side * size.apronMetres() * 0.3, TAXIWAY_AT);
            ways.lineTo(side * size.apronMetres() * 0.3, TAXIWAY_AT + 140);
        }
        Shape placed = pose.place(ways);
        canvas.line(placed, surface, 26 * pose.scale());
        canvas.line(placed, new Color(206, 176, 80, 120), 1.2 * pose.scale());
    }

    private void apron(Pose pose, Size size) {
        Shape apron = Outlines.rectangle(0, 395, size.apronMetres(), 190);
        canvas.ground(pose.place(apron), Material.CONCRETE);
        Shape street = Outlines.rectangle(0, 560, size.apronMetres(), 50);
        canvas.ground(pose.place(street), Material.ASPHALT);
    }

    private void houses(Pose pose, Size size) {
        BuildingPainter painter = new BuildingPainter(stage);
        double length = size.apronMetres() * dice.between(0.4, 0.7);
        painter.paintBlock(plot(pose.moved(0, 505, 0), length, 50), 18);
        int piers = dice.count(0, 4);
        for (int i = 0; i < piers; i++) {
            double x = length * ((i + 0.5) / piers - 0.5);
            painter.paintBlock(plot(pose.moved(x, 440, 0), 24, 100), 12);
        }
        for (int side = -1; side <= 1; side += 2) {
            if (dice.chance(0.7)) {
                Pose hangar = pose.moved(side * size.apronMetres() * 0.44, 510, 0);
                painter.paintBlock(plot(hangar, size.apronMetres() * 0.09, 60), 20);
            }
        }
    }

    private void planes(Pose pose, Size size) {
        int planes = dice.count(4, 22);
        for (int i = 0; i < planes; i++) {
            Pose spot = pose.moved(dice.between(-0.47, 0.47) * size.apronMetres(), dice.between(320, 385), 0);
            double length = dice.between(32, 60);
            Shape plane = spot.place(Outlines.union(List.of(
                    Outlines.rectangle(0, 0, length * 0.14, length),
                    Outlines.rectangle(0, 0, length * 0.95, length * 0.16),
                    Outlines.rectangle(0, -length * 0.44, length * 0.35, length * 0.1))));
            canvas.hoveringShadow(plane, 6);
            canvas.fill(plane, new Color(238, 240, 242));
        }
    }

    private static Plot plot(Pose spot, double length, double width) {
        return new Plot(spot.x(), spot.y(), length * spot.scale(), width * spot.scale(), spot.heading());
    }
}
