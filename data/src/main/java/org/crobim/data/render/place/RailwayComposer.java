package org.crobim.data.render.place;

import java.awt.Color;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.painter.transport.OverpassPainter;
import org.crobim.data.render.painter.transport.TrainStationPainter;

/** Railway lines with stations through a town, crossed by roads on decks. */
public final class RailwayComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double heading = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.CONCRETE, Material.DRY_GRASS, Material.SOIL)));
        around.patches(List.of(Material.GRASS, Material.CONCRETE, Material.SOIL, Material.FOREST), 7, 0.06, 0.22);
        Pose line = stage.pose(
                stage.canvas().width() * dice.between(0.38, 0.62),
                stage.canvas().height() * dice.between(0.38, 0.62),
                heading);
        double side = stage.sideMetres();
        boolean two = dice.chance(0.3);
        double apart = side * dice.between(0.3, 0.42) * (dice.chance(0.5) ? 1 : -1);
        // The halls of two stations look away from one another.
        double hallSide = two ? -Math.signum(apart) : dice.chance(0.5) ? 1 : -1;
        line(stage, line, dice.between(-0.12, 0.12) * side, new Halls(hallSide, two));
        if (two) {
            Pose other = line.moved(0, apart, dice.between(-0.03, 0.03));
            line(stage, other, dice.between(-0.2, 0.2) * side, new Halls(-hallSide, true));
        }
        int roads = dice.count(0, 2);
        for (int i = 0; i < roads; i++) {
            Pose beside = line.moved(0, side * dice.between(0.16, 0.26) * (i == 0 ? 1 : -1), 0);
            if (stage.site().isFree(new Plot(beside.x(), beside.y(), 2, 2, heading), stage.pixels(8))) {
                around.road(beside, dice.between(7, 12), 0);
            }
        }
        Town town = new Town(stage);
        town.carPark(dice.between(30, 90), dice.count(1, 2), heading);
        town.blocks(dice.count(8, 26), 14, 60, heading);
        town.suburbs(dice.count(0, 3), 80, 220, heading);
        town.plantGardens();
        around.trees(dice.count(20, 80), 5);
    }

    /** Where the hall stands, 1 or -1 across the line, and whether another line runs beside. */
    private record Halls(double side, boolean crowded) {}

    /** Tracks across the scene with a station on them, sometimes a road over them. */
    private static void line(Stage stage, Pose line, double stationAt, Halls halls) {
        Dice dice = stage.dice();
        TrainStationPainter painter = new TrainStationPainter(stage);
        double side = stage.sideMetres();
        TrainStationPainter.Size size = new TrainStationPainter.Size(
                dice.count(1, halls.crowded() ? 2 : 4),
                Math.min(side * 0.62, dice.between(140, 340)),
                dice.chance(0.8) ? dice.between(16, 34) : 0);
        int tracks = (int) Math.max(2, Math.round(size.tracksMetres() / TrainStationPainter.TRACK_METRES / 1.6));
        painter.paintTracks(line, tracks, 3 * side);
        Pose station = line.moved(stationAt, 0, halls.side() > 0 ? 0 : Math.PI);
        painter.paint(station, size);
        Plot strip = new Plot(
                line.x(),
                line.y(),
                stage.pixels(3 * side),
                stage.pixels(tracks * TrainStationPainter.TRACK_METRES + 6),
                line.heading());
        stage.site().occupy(strip);
        Pose zone = station.moved(0, size.hallMetres() / 2, 0);
        stage.site()
                .occupy(new Plot(
                        zone.x(),
                        zone.y(),
                        stage.pixels(size.lengthMetres() + 4),
                        stage.pixels(size.tracksMetres() + size.hallMetres() + 6),
                        zone.heading()));
        double beyond = size.lengthMetres() / 2 + dice.between(20, 60);
        if (dice.chance(0.45)) {
            deck(stage, line.moved(stationAt + (dice.chance(0.5) ? beyond : -beyond), 0, 0), tracks);
        }
    }

    private static void deck(Stage stage, Pose spot, int tracks) {
        Dice dice = stage.dice();
        double width = dice.between(9, 14);
        Pose across = spot.moved(0, 0, Math.PI / 2 + dice.between(-0.25, 0.25));
        double span = tracks * TrainStationPainter.TRACK_METRES + dice.between(16, 34);
        Plot deck = new Plot(across.x(), across.y(), stage.pixels(span), stage.pixels(width), across.heading());
        for (int end = -1; end <= 1; end += 2) {
            Plot approach =
                    deck.part(end * (deck.length() / 2 + stage.pixels(90)), 0, stage.pixels(180), deck.width() * 0.84);
            if (stage.site().claim(approach.grown(-stage.pixels(2)), 0)) {
                stage.canvas().ground(approach.shape(), Material.ASPHALT);
            }
        }
        Color surface = dice.vary(stage.canvas().tones().of(Material.ASPHALT), 0.1);
        stage.raise(Layer.DECK, () -> new OverpassPainter(stage).paint(deck, surface));
    }
}
