package org.crobim.data.render.painter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.awt.Color;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Sun;
import org.crobim.data.render.canvas.Tones;
import org.crobim.data.render.painter.industry.ChimneyPainter;
import org.crobim.data.render.painter.industry.ContainerCranePainter;
import org.crobim.data.render.painter.industry.DamPainter;
import org.crobim.data.render.painter.industry.WindmillPainter;
import org.crobim.data.render.painter.leisure.GolfFieldPainter;
import org.crobim.data.render.painter.leisure.PoolPainter;
import org.crobim.data.render.painter.leisure.SoccerFieldPainter;
import org.crobim.data.render.painter.leisure.StadiumPainter;
import org.crobim.data.render.painter.transport.AirportPainter;
import org.crobim.data.render.painter.transport.HelicopterPainter;
import org.crobim.data.render.painter.transport.HelipadPainter;
import org.crobim.data.render.painter.transport.OverpassPainter;
import org.crobim.data.render.painter.transport.RoundaboutPainter;
import org.crobim.data.render.painter.transport.ServiceAreaPainter;
import org.crobim.data.render.painter.transport.TollStationPainter;
import org.crobim.data.render.painter.transport.TrainStationPainter;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On flat magenta ground without shadows, whatever is no longer magenta is the object, and only that. */
class MaskExactnessTest {
    private static final int SIDE = 160;
    private static final Color GROUND = new Color(255, 0, 255);

    static Stream<Named<Consumer<Stage>>> painters() {
        return Stream.of(
                painter(
                        "airplane",
                        stage -> new AirplanePainter(stage).paint(pose(2), AirplanePainter.drawType(stage.dice()))),
                painter(
                        "ship",
                        stage -> new ShipPainter(stage)
                                .paint(pose(2), 55, ShipPainter.drawKind(stage.dice(), 55), false)),
                painter("boat", stage -> new ShipPainter(stage).paint(pose(4), 20, ShipPainter.Kind.BOAT, false)),
                painter("tank", stage -> {
                    TankPainter tanks = new TankPainter(stage);
                    tanks.paint(81.3, 77.8, 33.7, tanks.drawLook());
                }),
                painter("track", stage -> new TrackPainter(stage).paint(pose(0.7), 1)),
                painter(
                        "vehicle",
                        stage -> new VehiclePainter(stage).paint(pose(9), VehiclePainter.drawType(stage.dice(), 0.5))),
                painter(
                        "bridge",
                        stage -> new BridgePainter(stage)
                                .paint(new Plot(80.2, 79.1, 110, 24, 0.7), new Color(100, 100, 100))),
                painter("jetty", stage -> new HarborPainter(stage).paintJetty(new Plot(80.2, 79.1, 110, 34, 0.7))),
                painter(
                        "chimney",
                        stage -> new ChimneyPainter(stage).paint(pose(1), ChimneyPainter.Size.draw(stage.dice()))),
                painter(
                        "windmill",
                        stage -> new WindmillPainter(stage).paint(pose(0.6), WindmillPainter.Size.draw(stage.dice()))),
                painter("container crane", stage -> {
                    ContainerCranePainter cranes = new ContainerCranePainter(stage);
                    cranes.paint(pose(1.2), cranes.drawLook());
                }),
                painter(
                        "dam",
                        stage -> new DamPainter(stage)
                                .paint(
                                        pose(1),
                                        new DamPainter.Build(
                                                100, 9, 25, 8, stage.dice().chance(0.5)))),
                painter(
                        "overpass",
                        stage -> new OverpassPainter(stage)
                                .paint(new Plot(80.2, 79.1, 110, 24, 0.7), new Color(100, 100, 100))),
                painter(
                        "toll station",
                        stage ->
                                new TollStationPainter(stage).paint(pose(1.5), new TollStationPainter.Size(9, 16, 40))),
                painter("helipad", stage -> {
                    HelipadPainter pads = new HelipadPainter(stage);
                    pads.paint(pose(4), 22, pads.drawLook());
                }),
                painter(
                        "helicopter",
                        stage -> new HelicopterPainter(stage).paint(pose(5), HelicopterPainter.drawType(stage.dice()))),
                painter("soccer field", stage -> new SoccerFieldPainter(stage).paint(pose(1), 100, 64)),
                painter("stadium", stage -> new StadiumPainter(stage).paint(pose(0.6), 190, 150)));
    }

    /** Painters that draw a part only when the stage is performed. */
    static Stream<Named<Consumer<Stage>>> paintersOfAreas() {
        return Stream.of(
                painter("roundabout", stage -> new RoundaboutPainter(stage).paint(pose(2), 26, 9)),
                painter(
                        "service area",
                        stage -> new ServiceAreaPainter(stage).paint(pose(0.4), new ServiceAreaPainter.Size(300, 110))),
                painter(
                        "train station",
                        stage -> new TrainStationPainter(stage)
                                .paint(pose(0.5), new TrainStationPainter.Size(2, 190, 24))),
                painter(
                        "airport",
                        stage -> new AirportPainter(stage).paint(pose(0.05), new AirportPainter.Size(2100, 700, 0.5))));
    }

    @ParameterizedTest
    @MethodSource("paintersOfAreas")
    void areasOwnEverythingWithinThem(Consumer<Stage> painter) {
        for (int seed = 0; seed < 8; seed++) {
            Stage stage = stage(seed, 1.0);
            painter.accept(stage);
            stage.perform();
            int[] pixels = stage.canvas().pixels();
            int[] owner = stage.canvas().owners().owner();
            assertThat(Arrays.stream(owner).sum()).isGreaterThan(500);
            for (int i = 0; i < pixels.length; i++) {
                // Texture changes how bright the magenta is, but gives it no green.
                boolean ground = ((pixels[i] >> 8) & 0xff) < 4;
                assertThat(ground && owner[i] != 0).as("owned but not drawn").isFalse();
                assertThat(!ground && !isNearOwned(owner, i))
                        .as("drawn but not owned")
                        .isFalse();
            }
        }
    }

    @Test
    void ofAPoolOnlyTheWaterIsOwned() {
        Stage stage = stage(3, 4);
        new PoolPainter(stage).paintLanes(pose(4), 25, 12);
        int[] owner = stage.canvas().owners().owner();

        assertThat(Arrays.stream(owner).sum()).isBetween(25 * 12 * 16 - 120, 25 * 12 * 16 + 120);
        assertThat(isNearOwned(owner, 79 * SIDE + 80)).isTrue();
    }

    @Test
    void aGolfFieldOwnsItsTreesAndBunkers() {
        Stage stage = stage(4, 0.8);
        new GolfFieldPainter(stage).paint(pose(0.8).place(Outlines.ellipse(0, 0, 170, 130)), pose(0.8), 75);
        stage.perform();

        long owned = Arrays.stream(stage.canvas().owners().owner())
                .filter(id -> id == 1)
                .count();
        assertThat((double) owned).isCloseTo(Math.PI * 85 * 65 * 0.64, withPercentage(1));
    }

    @ParameterizedTest
    @MethodSource("painters")
    void whatIsDrawnIsOwnedAndWhatIsOwnedIsDrawn(Consumer<Stage> painter) {
        for (int seed = 0; seed < 12; seed++) {
            Stage stage = stage(seed, 1.0);
            painter.accept(stage);
            int[] pixels = stage.canvas().pixels();
            int[] owner = stage.canvas().owners().owner();
            assertThat(Arrays.stream(owner).sum()).isGreaterThan(50);
            for (int i = 0; i < pixels.length; i++) {
                boolean ground = distance(pixels[i]) < 20;
                assertThat(ground && owner[i] != 0).as("owned but not drawn").isFalse();
                // One pixel of soft edge lies outside: covered by less than half.
                assertThat(!ground && !isNearOwned(owner, i))
                        .as("drawn but not owned")
                        .isFalse();
            }
        }
    }

    private static boolean isNearOwned(int[] owner, int at) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int x = at % SIDE + dx;
                int y = at / SIDE + dy;
                if (x >= 0 && y >= 0 && x < SIDE && y < SIDE && owner[y * SIDE + x] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void ownershipFollowsTheCoverageToTheHalf() {
        Stage stage = stage(1, 1);
        // Columns 10..19 in full, column 20 to 50 %, row 30 to 40 %.
        stage.canvas().annotate(ObjectCategory.SHIP, new java.awt.geom.Rectangle2D.Double(10, 10, 10.5, 20.4));
        int[] owner = stage.canvas().owners().owner();
        assertThat(owner[15 * SIDE + 20]).isEqualTo(1);
        assertThat(owner[15 * SIDE + 21]).isZero();
        assertThat(owner[29 * SIDE + 12]).isEqualTo(1);
        assertThat(owner[30 * SIDE + 12]).isZero();
        assertThat(Arrays.stream(owner).sum()).isEqualTo(11 * 20);
    }

    @Test
    void whatIsDrawnLaterTakesThePixels() {
        SceneCanvas canvas = stage(1, 1).canvas();
        canvas.annotate(ObjectCategory.BRIDGE, Outlines.rectangle(50, 50, 40, 10));
        canvas.annotate(ObjectCategory.VEHICLE, Outlines.rectangle(50, 50, 6, 4));
        canvas.occlude(Outlines.rectangle(35, 50, 4, 20));
        int[] owner = canvas.owners().owner();
        assertThat(Arrays.stream(owner).filter(id -> id == 1).count()).isEqualTo(400 - 24 - 40);
        assertThat(Arrays.stream(owner).filter(id -> id == 2).count()).isEqualTo(24);
        assertThat(canvas.owners().claims().get(0).fullArea()).isEqualTo(400);
    }

    @Test
    void theFullAreaCountsWhatLiesOutsideTheImage() {
        SceneCanvas canvas = stage(1, 1).canvas();
        canvas.annotate(ObjectCategory.SHIP, Outlines.rectangle(0, 50, 40, 10));
        assertThat(canvas.owners().claims().get(0).fullArea()).isEqualTo(400);
        assertThat(Arrays.stream(canvas.owners().owner()).sum()).isEqualTo(200);
    }

    @Test
    void shadowsBelongToNobody() {
        Dice dice = new Dice(new SplittableRandom(5));
        SceneCanvas canvas = new SceneCanvas(SIDE, SIDE, 1, new Sun(1, 0, 1, 0.6), new Tones(dice));
        canvas.ground(Outlines.rectangle(80, 80, 200, 200), Material.CONCRETE, GROUND);
        new TankPainter(new Stage(canvas, dice))
                .paint(60, 80, 20, new TankPainter.Look(new Color(240, 240, 240), false, 15));
        int inShadow = 80 * SIDE + 88;
        assertThat(distance(canvas.pixels()[inShadow])).isGreaterThan(100);
        assertThat(canvas.owners().owner()[inShadow]).isZero();
    }

    private static Stage stage(long seed, double scale) {
        Dice dice = new Dice(new SplittableRandom(seed));
        SceneCanvas canvas = new SceneCanvas(SIDE, SIDE, scale, Sun.overhead(), new Tones(dice));
        canvas.ground(Outlines.rectangle(80, 80, 200, 200), Material.CONCRETE, GROUND);
        return new Stage(canvas, dice);
    }

    private static Pose pose(double scale) {
        return new Pose(80.4, 79.3, 0.83, scale);
    }

    private static int distance(int rgb) {
        return Math.abs(((rgb >> 16) & 0xff) - GROUND.getRed())
                + Math.abs(((rgb >> 8) & 0xff) - GROUND.getGreen())
                + Math.abs((rgb & 0xff) - GROUND.getBlue());
    }

    private static Named<Consumer<Stage>> painter(String name, Consumer<Stage> painter) {
        return Named.of(name, painter);
    }
}
