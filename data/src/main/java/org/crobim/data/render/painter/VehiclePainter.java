package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Cars, vans, buses and trucks; local frame in metres, front at +x. */
public final class VehiclePainter {
    /** Vehicles shorter than this are clutter, as in real annotations, pixels. */
    public static final double SMALLEST_ANNOTATED = 6;

    private static final List<Color> PAINTS = List.of(
            new Color(232, 232, 230),
            new Color(222, 224, 226),
            new Color(176, 180, 184),
            new Color(112, 116, 120),
            new Color(42, 44, 48),
            new Color(30, 32, 38),
            new Color(236, 236, 234),
            new Color(190, 194, 198),
            new Color(204, 204, 200),
            new Color(66, 70, 76),
            new Color(88, 92, 98),
            new Color(140, 34, 34),
            new Color(40, 60, 110),
            new Color(120, 108, 88),
            new Color(206, 170, 60),
            new Color(60, 84, 70));

    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * Size of a vehicle.
     *
     * @param length metres
     * @param width metres
     * @param height metres
     * @param box whether it is a bus, truck or van with a flat roof
     */
    public record Type(double length, double width, double height, boolean box) {
        /** Ground the vehicle covers, pixels. */
        public Plot plot(Pose pose) {
            return new Plot(pose.x(), pose.y(), length * pose.scale(), width * pose.scale(), pose.heading());
        }
    }

    /** A painter for one scene. */
    public VehiclePainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A car, or with the given probability something longer. */
    public static Type drawType(Dice dice, double longShare) {
        if (dice.chance(longShare)) {
            return new Type(dice.between(6.5, 13), dice.between(2.2, 2.6), dice.between(2.6, 3.6), true);
        }
        boolean van = dice.chance(0.2);
        return new Type(dice.between(4, 5.2), dice.between(1.75, 2.05), van ? 2.1 : 1.5, van);
    }

    /** Draws a vehicle with its shadow. */
    public void paint(Pose pose, Type type) {
        double length = type.length();
        double width = type.width();
        Shape outline = pose.place(Outlines.rounded(length, width, width * 0.55));
        canvas.shadow(outline, type.height());
        Color paint = dice.vary(dice.pick(PAINTS), 0.08);
        canvas.fill(outline, paint);
        if (type.box()) {
            box(pose, type, paint);
        } else {
            car(pose, type, paint);
        }
        if (length * pose.scale() >= SMALLEST_ANNOTATED) {
            canvas.annotate(ObjectCategory.VEHICLE, outline);
        } else {
            canvas.occlude(outline);
        }
    }

    private void car(Pose pose, Type type, Color paint) {
        double length = type.length();
        double width = type.width();
        Color glass = new Color(26, 32, 40);
        Shape greenhouse = pose.place(Outlines.polygon(
                length * 0.2,
                -width * 0.42,
                length * 0.2,
                width * 0.42,
                -length * 0.34,
                width * 0.38,
                -length * 0.34,
                -width * 0.38));
        canvas.fill(greenhouse, glass);
        Shape roof = pose.place(Outlines.rectangle(-length * 0.08, 0, length * 0.36, width * 0.68));
        canvas.fill(roof, Dice.scaled(paint, 1.08));
    }

    private void box(Pose pose, Type type, Color paint) {
        double length = type.length();
        double width = type.width();
        canvas.fill(
                pose.place(Outlines.rectangle(length * 0.4, 0, Math.min(0.9, length * 0.12), width * 0.8)),
                new Color(30, 36, 44));
        if (length > 6) {
            Color load = dice.chance(0.5) ? Dice.scaled(paint, 0.9) : dice.vary(new Color(206, 206, 200), 0.15);
            canvas.fill(pose.place(Outlines.rectangle(-length * 0.11, 0, length * 0.74, width * 0.9)), load);
            canvas.fill(
                    pose.place(Outlines.rectangle(length * 0.28, 0, 0.35, width * 0.9)), new Color(20, 22, 24, 150));
        }
    }
}
