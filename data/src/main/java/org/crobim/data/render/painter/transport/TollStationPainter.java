package org.crobim.data.render.painter.transport;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Toll stations: a canopy across many lanes, and the islands between them; local frame in metres, traffic along x. */
public final class TollStationPainter {
    private static final List<Color> ROOFS = List.of(
            new Color(236, 236, 232),
            new Color(208, 210, 210),
            new Color(72, 104, 156),
            new Color(176, 72, 60),
            new Color(96, 140, 132));
    private static final double LANE_METRES = 5.2;

    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * Size of a station.
     *
     * @param lanes number of lanes under the canopy, at least 4
     * @param depthMetres of the canopy along the traffic
     * @param islandMetres length of the islands along the traffic
     */
    public record Size(int lanes, double depthMetres, double islandMetres) {
        /** From one end of the canopy to the other. */
        public double widthMetres() {
            return lanes * LANE_METRES + 4;
        }
    }

    /** A painter for one scene. */
    public TollStationPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Widens the road to all lanes, over the given length on each side. */
    public void paintPlaza(Pose pose, Size size, double roadMetres, double taperMetres) {
        double wide = size.widthMetres() / 2 + 3;
        double narrow = roadMetres / 2;
        double flat = size.islandMetres() * 0.75;
        double end = flat + taperMetres;
        Shape plaza = Outlines.polygon(
                -end, narrow, -flat, wide, flat, wide, end, narrow, end, -narrow, flat, -wide, -flat, -wide, -end,
                -narrow);
        Color concrete = dice.vary(canvas.tones().of(Material.CONCRETE), 0.08);
        canvas.ground(pose.place(plaza), Material.CONCRETE, concrete);
        Path2D lanes = new Path2D.Double();
        for (int lane = 0; lane <= size.lanes(); lane++) {
            double y = (lane - size.lanes() / 2.0) * LANE_METRES;
            for (int side = -1; side <= 1; side += 2) {
                lanes.moveTo(side * flat, y);
                lanes.lineTo(side * (flat + taperMetres * 0.6), y * 0.75);
            }
        }
        canvas.line(pose.place(lanes), new Color(224, 224, 216, 150), 0.2 * pose.scale());
    }

    /** Draws the station itself: islands, booths and canopy are the object. */
    public void paint(Pose pose, Size size) {
        List<Shape> islands = new ArrayList<>();
        double width = Math.max(1.8, 1.4 / pose.scale());
        for (int lane = 0; lane <= size.lanes(); lane++) {
            double y = (lane - size.lanes() / 2.0) * LANE_METRES;
            islands.add(Outlines.rectangle(0, y, size.islandMetres(), width));
        }
        Shape canopy = Outlines.rectangle(0, 0, size.depthMetres(), size.widthMetres());
        Color kerb = dice.vary(new Color(206, 196, 150), 0.1);
        for (Shape island : islands) {
            canvas.fill(pose.place(island), kerb);
        }
        Shape roof = pose.place(canopy);
        canvas.hoveringShadow(roof, 7);
        Color colour = dice.vary(dice.pick(ROOFS), 0.07);
        canvas.fill(roof, colour);
        roofDetails(pose, size, colour);
        List<Shape> all = new ArrayList<>(islands);
        all.add(canopy);
        canvas.annotate(ObjectCategory.EXPRESSWAY_TOLL_STATION, pose.place(Outlines.union(all)));
    }

    private void roofDetails(Pose pose, Size size, Color roof) {
        double rim = size.depthMetres() * 0.12;
        Shape field = Outlines.rectangle(0, 0, size.depthMetres() - 2 * rim, size.widthMetres() - 2 * rim);
        canvas.fill(pose.place(field), Dice.scaled(roof, dice.chance(0.5) ? 0.86 : 1.1));
        Path2D seams = new Path2D.Double();
        for (int lane = 1; lane < size.lanes(); lane++) {
            double y = (lane - size.lanes() / 2.0) * LANE_METRES;
            seams.moveTo(-size.depthMetres() / 2, y);
            seams.lineTo(size.depthMetres() / 2, y);
        }
        canvas.line(pose.place(seams), Dice.opacity(Dice.scaled(roof, 0.6), 0.6), 0.4 * pose.scale());
    }
}
