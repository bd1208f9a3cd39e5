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
import org.crobim.language.ObjectCategory;

/** Railways and stations: tracks, platforms with roofs, trains, a hall; local frame in metres, tracks along x. */
public final class TrainStationPainter {
    /** From the middle of one track to the next. */
    public static final double TRACK_METRES = 5;

    private static final double PLATFORM_METRES = 9;
    private static final List<Color> ROOFS = List.of(
            new Color(206, 208, 206),
            new Color(226, 226, 222),
            new Color(120, 130, 138),
            new Color(150, 96, 76),
            new Color(88, 120, 150));
    private static final List<Color> TRAINS =
            List.of(new Color(226, 228, 228), new Color(60, 92, 148), new Color(60, 110, 82), new Color(166, 60, 52));

    private final Stage stage;
    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * Size of a station.
     *
     * @param platforms number of platforms, each with a track on both sides, at least 1
     * @param lengthMetres of the platforms
     * @param hallMetres depth of the hall beside the tracks, 0 for none
     */
    public record Size(int platforms, double lengthMetres, double hallMetres) {
        /** Across all tracks and platforms. */
        public double tracksMetres() {
            return platforms * (PLATFORM_METRES + 2 * TRACK_METRES);
        }
    }

    /** A painter for one scene. */
    public TrainStationPainter(Stage stage) {
        this.stage = stage;
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws tracks side by side along x, on ballast. */
    public void paintTracks(Pose pose, int tracks, double lengthMetres) {
        double[] across = new double[tracks];
        for (int track = 0; track < tracks; track++) {
            across[track] = (track - (tracks - 1) / 2.0) * TRACK_METRES;
        }
        layTracks(pose, across, lengthMetres, tracks * TRACK_METRES + 2);
    }

    private void layTracks(Pose pose, double[] across, double lengthMetres, double bedMetres) {
        Color ballast = dice.vary(new Color(116, 106, 96), 0.12);
        canvas.ground(pose.place(Outlines.rectangle(0, 0, lengthMetres, bedMetres)), Material.GRAVEL, ballast);
        Path2D beds = new Path2D.Double();
        Path2D rails = new Path2D.Double();
        for (double y : across) {
            beds.moveTo(-lengthMetres / 2, y);
            beds.lineTo(lengthMetres / 2, y);
            for (int side = -1; side <= 1; side += 2) {
                rails.moveTo(-lengthMetres / 2, y + side * 0.75);
                rails.lineTo(lengthMetres / 2, y + side * 0.75);
            }
        }
        canvas.line(pose.place(beds), Dice.scaled(ballast, 0.72), 2.5 * pose.scale());
        canvas.line(pose.place(rails), new Color(176, 172, 168, 210), 0.15 * pose.scale());
    }

    /** Draws a station; platforms, the tracks between them and the hall are the object. */
    public void paint(Pose pose, Size size) {
        double across = size.tracksMetres();
        double[] tracks = new double[2 * size.platforms()];
        for (int i = 0; i < tracks.length; i++) {
            tracks[i] = platformAt(size, i / 2) + (i % 2 == 0 ? -1 : 1) * (PLATFORM_METRES + TRACK_METRES) / 2;
        }
        layTracks(pose, tracks, size.lengthMetres(), across);
        Shape zone = Outlines.rectangle(0, 0, size.lengthMetres(), across);
        List<Shape> parts = new ArrayList<>(List.of(zone));
        double hallLength = size.lengthMetres() * dice.between(0.28, 0.5);
        double hallAt = across / 2 + size.hallMetres() / 2;
        if (size.hallMetres() > 0) {
            parts.add(Outlines.rectangle(0, hallAt, hallLength, size.hallMetres()));
        }
        for (int i = 0; i < size.platforms(); i++) {
            Shape platform = Outlines.rectangle(0, platformAt(size, i), size.lengthMetres(), PLATFORM_METRES);
            canvas.ground(pose.place(platform), Material.CONCRETE);
        }
        Shape outline = pose.place(Outlines.union(parts));
        stage.raise(Layer.DECK, () -> {
            trains(pose, size);
            roofs(pose, size);
            if (size.hallMetres() > 0) {
                Pose hall = pose.moved(0, hallAt, 0);
                double scale = pose.scale();
                new BuildingPainter(stage)
                        .paintBlock(
                                new Plot(
                                        hall.x(),
                                        hall.y(),
                                        hallLength * scale,
                                        size.hallMetres() * scale,
                                        hall.heading()),
                                14);
            }
            canvas.annotate(ObjectCategory.TRAIN_STATION, outline);
        });
    }

    private static double platformAt(Size size, int platform) {
        double pitch = PLATFORM_METRES + 2 * TRACK_METRES;
        return (platform - (size.platforms() - 1) / 2.0) * pitch;
    }

    private void trains(Pose pose, Size size) {
        for (int i = 0; i < size.platforms(); i++) {
            for (int side = -1; side <= 1; side += 2) {
                if (dice.chance(0.35)) {
                    double y = platformAt(size, i) + side * (PLATFORM_METRES + TRACK_METRES) / 2;
                    train(pose.moved(dice.between(-0.1, 0.1) * size.lengthMetres(), y, 0), size.lengthMetres() * 0.75);
                }
            }
        }
    }

    /** Draws a train of cars that is centred at the pose. */
    public void train(Pose pose, double lengthMetres) {
        double car = 25;
        int cars = (int) Math.max(2, lengthMetres * dice.between(0.5, 1) / car);
        Color paint = dice.vary(dice.pick(TRAINS), 0.1);
        for (int i = 0; i < cars; i++) {
            Pose spot = pose.moved((i - (cars - 1) / 2.0) * car, 0, 0);
            Shape body = spot.place(Outlines.rounded(car - 1, 3, 1.4));
            canvas.shadow(body, 3.6);
            canvas.fill(body, paint);
            canvas.fill(spot.place(Outlines.rectangle(0, 0, car - 4, 1.4)), Dice.scaled(paint, 0.78));
        }
    }

    /** Roofs over the platforms, or one over all of them. */
    private void roofs(Pose pose, Size size) {
        Color roof = dice.vary(dice.pick(ROOFS), 0.08);
        if (size.platforms() > 1 && dice.chance(0.35)) {
            Shape shed = Outlines.rectangle(0, 0, size.lengthMetres() * 0.5, size.tracksMetres() - 3);
            cover(pose, shed, roof, size.tracksMetres());
            return;
        }
        double share = dice.between(0.45, 0.95);
        for (int i = 0; i < size.platforms(); i++) {
            Shape cover =
                    Outlines.rectangle(0, platformAt(size, i), size.lengthMetres() * share, PLATFORM_METRES * 0.84);
            cover(pose, cover, roof, PLATFORM_METRES);
        }
    }

    private void cover(Pose pose, Shape local, Color roof, double width) {
        Shape placed = pose.place(local);
        canvas.hoveringShadow(placed, 5);
        canvas.fill(placed, roof);
        Path2D seams = new Path2D.Double();
        double half = local.getBounds2D().getWidth() / 2;
        double middle = local.getBounds2D().getCenterY();
        for (double x = -half + 8; x < half; x += 8) {
            seams.moveTo(x, middle - width * 0.4);
            seams.lineTo(x, middle + width * 0.4);
        }
        seams.moveTo(-half, middle);
        seams.lineTo(half, middle);
        canvas.line(pose.place(seams), Dice.opacity(Dice.scaled(roof, 0.66), 0.7), 0.4 * pose.scale());
    }
}
