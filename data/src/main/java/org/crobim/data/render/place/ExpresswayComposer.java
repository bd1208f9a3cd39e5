package org.crobim.data.render.place;

import java.awt.Color;
import java.util.List;
import org.crobim.data.render.canvas.Course;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.Site;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Stage.Layer;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.layout.Surroundings;
import org.crobim.data.render.layout.Town;
import org.crobim.data.render.layout.Traffic;
import org.crobim.data.render.painter.RoadPainter;
import org.crobim.data.render.painter.transport.OverpassPainter;
import org.crobim.data.render.painter.transport.ServiceAreaPainter;
import org.crobim.data.render.painter.transport.TollStationPainter;

/** An expressway with overpasses, toll stations and service areas. */
public final class ExpresswayComposer implements Composer {
    @Override
    public void compose(Stage stage) {
        Dice dice = stage.dice();
        Surroundings around = new Surroundings(stage);
        double heading = dice.direction();
        stage.canvas().flood(dice.pick(List.of(Material.GRASS, Material.GRASS, Material.DRY_GRASS, Material.SOIL)));
        if (dice.chance(0.5)) {
            around.fields(dice.direction());
        }
        around.patches(List.of(Material.FOREST, Material.GRASS, Material.SOIL), 6, 0.06, 0.22);
        Pose centre = stage.pose(
                stage.canvas().width() * dice.between(0.32, 0.68),
                stage.canvas().height() * dice.between(0.32, 0.68),
                heading);
        Expressway way = new Expressway(
                new Course(stage, centre, dice.chance(0.6) ? 0 : 0.03), dice.between(26, 36), new Site());
        Traffic traffic = new Traffic(stage);
        int kind = dice.weighted(2.2, 1.4, 1.4, 1);
        int overpasses = kind == 0 ? dice.count(1, 3) : kind == 3 ? 1 : dice.count(0, 1);
        crossings(stage, way, traffic, overpasses);
        surface(stage, way);
        if (kind == 1 || kind == 3) {
            serviceAreas(stage, way);
        }
        if (kind == 2 || kind == 3) {
            tolls(stage, way, traffic, dice.chance(0.25) ? 2 : 1);
        }
        traffic.along(way.course(), way.width() * 0.86, 6, dice.count(6, 26));
        Town town = new Town(stage);
        town.blocks(dice.count(0, 9), 14, 60, heading);
        town.suburbs(dice.count(0, 2), 80, 200, heading);
        town.plantGardens();
        around.trees(dice.count(30, 110), 6);
    }

    /**
     * The main road.
     *
     * @param course its centre
     * @param width metres
     * @param used stretches of it in use
     */
    private record Expressway(Course course, double width, Site used) {}

    private static void surface(Stage stage, Expressway way) {
        Dice dice = stage.dice();
        RoadPainter painter = new RoadPainter(stage);
        Course course = way.course();
        stage.canvas().ground(painter.stroked(course.path(), way.width() + 9), Material.GRASS);
        painter.paint(course, way.width(), 6);
        Color median = stage.canvas().tones().of(dice.chance(0.6) ? Material.GRASS : Material.CONCRETE);
        stage.canvas().ground(painter.stroked(course.path(), 3.2), Material.GRASS, dice.vary(median, 0.1));
        course.occupy(stage.site(), stage.pixels(way.width() + 10));
    }

    private static void crossings(Stage stage, Expressway way, Traffic traffic, int count) {
        Dice dice = stage.dice();
        RoadPainter painter = new RoadPainter(stage);
        for (int i = 0; i < count; i++) {
            double place =
                    count == 1 ? dice.between(0.4, 0.6) : 0.36 + 0.28 * i / (count - 1) + dice.between(-0.03, 0.03);
            Pose spot = way.course().at(place);
            double skew = dice.between(-0.4, 0.4);
            double width = dice.chance(0.3) ? dice.between(17, 25) : dice.between(9, 13);
            Pose across = spot.moved(0, 0, Math.PI / 2 + skew);
            double span = (way.width() + width * Math.abs(Math.sin(skew)) + dice.between(12, 30)) / Math.cos(skew);
            Plot deck = new Plot(across.x(), across.y(), stage.pixels(span), stage.pixels(width), across.heading());
            if (!way.used().claim(deck, stage.pixels(25))) {
                continue;
            }
            Course road = new Course(stage, across, 0);
            painter.paint(road, width - 1.5, width > 15 ? 4 : 2);
            road.occupy(stage.site(), stage.pixels(width + 5));
            Color surface =
                    dice.vary(stage.canvas().tones().of(dice.chance(0.6) ? Material.ASPHALT : Material.CONCRETE), 0.1);
            stage.raise(Layer.DECK, () -> new OverpassPainter(stage).paint(deck, surface));
            traffic.block(deck.grown(stage.pixels(3)));
            upper(stage, deck, width);
        }
    }

    /** Vehicles on a deck. */
    private static void upper(Stage stage, Plot deck, double width) {
        if (4.5 * stage.canvas().pixelsPerMetre() >= 6) {
            Traffic above = new Traffic(stage);
            Course lane = new Course(stage, deck.pose(0, 0, 0, stage.canvas().pixelsPerMetre()), 0);
            above.along(lane, width - 2, width > 15 ? 4 : 2, stage.dice().count(1, 10));
        }
    }

    private static void serviceAreas(Stage stage, Expressway way) {
        Dice dice = stage.dice();
        ServiceAreaPainter painter = new ServiceAreaPainter(stage);
        double side = stage.sideMetres();
        ServiceAreaPainter.Size size = new ServiceAreaPainter.Size(
                Math.min(dice.between(220, 420), side * 0.62), Math.min(dice.between(75, 125), side * 0.22));
        boolean both = dice.chance(0.55);
        double place = dice.between(0.42, 0.58);
        int first = dice.chance(0.5) ? 1 : -1;
        for (int i = 0; i < (both ? 2 : 1); i++) {
            int bank = i == 0 ? first : -first;
            Pose spot = way.course().at(place + (i == 0 ? 0 : dice.between(-0.04, 0.04)));
            Pose pose = spot.moved(0, bank * (way.width() / 2 + size.depthMetres() / 2 + 1), bank > 0 ? 0 : Math.PI);
            Plot plot = new Plot(
                    pose.x(),
                    pose.y(),
                    stage.pixels(size.lengthMetres()),
                    stage.pixels(size.depthMetres()),
                    pose.heading());
            boolean seen =
                    plot.insideShare(stage.canvas().width(), stage.canvas().height()) > 0.5;
            // The road itself is in use: of the area only the rim may touch it.
            if (seen && stage.site().claim(plot.grown(-stage.pixels(9)), 0)) {
                painter.paint(pose, size);
                stage.site().occupy(plot);
            }
        }
    }

    private static void tolls(Stage stage, Expressway way, Traffic traffic, int count) {
        Dice dice = stage.dice();
        TollStationPainter painter = new TollStationPainter(stage);
        for (int i = 0; i < count; i++) {
            TollStationPainter.Size size =
                    new TollStationPainter.Size(dice.count(8, 18), dice.between(13, 22), dice.between(34, 52));
            double taper = dice.between(50, 100);
            for (int attempt = 0; attempt < 8; attempt++) {
                Pose pose = way.course().at(dice.between(0.36, 0.64)).moved(0, 0, dice.between(-0.01, 0.01));
                Plot plot = new Plot(
                        pose.x(),
                        pose.y(),
                        stage.pixels(size.islandMetres() + 8),
                        stage.pixels(size.widthMetres()),
                        pose.heading());
                // No deck ends on the widened road.
                if (way.used().claim(plot.grown(stage.pixels(taper)), stage.pixels(5))) {
                    painter.paintPlaza(pose, size, way.width(), taper);
                    stage.raise(Layer.DECK, () -> painter.paint(pose, size));
                    traffic.block(plot);
                    stage.site().occupy(plot.grown(stage.pixels(45)));
                    break;
                }
            }
        }
    }
}
