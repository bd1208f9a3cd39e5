package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Airplanes from above: fuselage, wings, tail plane, engines; local frame is the length of the plane, nose at +0.5. */
public final class AirplanePainter {
    private static final List<Color> BODIES = List.of(
            new Color(236, 238, 240),
            new Color(224, 226, 230),
            new Color(244, 244, 242),
            new Color(196, 200, 206),
            new Color(120, 128, 134));
    private static final List<Color> LIVERIES = List.of(
            new Color(32, 58, 120),
            new Color(160, 36, 36),
            new Color(210, 120, 30),
            new Color(30, 100, 80),
            new Color(90, 90, 100),
            new Color(226, 228, 232),
            new Color(226, 228, 232));

    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * Proportions of a type of plane, relative to its length.
     *
     * @param lengthMetres nose to tail
     * @param span wing span over length
     * @param sweep how far the wing tip lies behind the root
     * @param chord wing root chord
     * @param fuselage fuselage width
     * @param engines number under the wings: 0, 2 or 4
     */
    public record Type(double lengthMetres, double span, double sweep, double chord, double fuselage, int engines) {
        /** Ground a plane of this type needs, metres along and across. */
        public Plot plot(Pose pose) {
            double length = lengthMetres * pose.scale();
            return new Plot(pose.x(), pose.y(), length, length * span, pose.heading());
        }
    }

    /** A painter for one scene. */
    public AirplanePainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A type drawn at random, from single-engine planes to wide bodies. */
    public static Type drawType(Dice dice) {
        return switch (dice.weighted(4, 2.5, 2, 1.2, 0.8)) {
            case 0 -> new Type(dice.between(32, 42), dice.between(0.88, 0.98), 0.17, dice.between(0.17, 0.2), 0.105, 2);
            case 1 ->
                new Type(dice.between(56, 70), dice.between(0.88, 0.98), 0.2, 0.19, 0.095, dice.chance(0.7) ? 2 : 4);
            case 2 ->
                new Type(dice.between(22, 30), dice.between(0.82, 0.98), 0.09, 0.14, 0.1, dice.chance(0.5) ? 2 : 0);
            case 3 ->
                new Type(dice.between(9, 14), dice.between(1.1, 1.35), 0.01, 0.16, 0.11, dice.chance(0.4) ? 2 : 0);
            default -> new Type(dice.between(15, 20), dice.between(0.62, 0.75), 0.2, 0.42, 0.1, 0);
        };
    }

    /** Draws a plane with its shadow; the nose points along the pose's heading. */
    public void paint(Pose pose, Type type) {
        Pose local = new Pose(pose.x(), pose.y(), pose.heading(), pose.scale() * type.lengthMetres());
        double half = type.fuselage() / 2;
        Shape body = fuselage(half);
        Shape wings = wings(type);
        Shape tail = tailPlane(type);
        List<Shape> parts = new ArrayList<>(List.of(body, wings, tail));
        List<Shape> engines = engines(type);
        parts.addAll(engines);
        Shape outline = local.place(Outlines.union(parts));
        canvas.hoveringShadow(outline, 3 + type.lengthMetres() * 0.045);
        Color paint = dice.vary(dice.pick(BODIES), 0.05);
        Color livery = dice.pick(LIVERIES);
        canvas.fill(outline, Dice.scaled(paint, 0.93));
        for (Shape engine : engines) {
            canvas.fill(local.place(engine), Dice.scaled(paint, 0.74));
        }
        paintWingDetails(local, type, paint);
        canvas.fill(local.place(body), paint);
        paintFuselageDetails(local, half, paint, livery);
        canvas.annotate(ObjectCategory.AIRPLANE, outline);
    }

    private void paintWingDetails(Pose local, Type type, Color paint) {
        double tip = type.span() / 2;
        double chord = type.chord();
        double root = -0.32 * chord;
        double end = 0.42 * chord - type.sweep() - 0.22 * chord;
        Path2D flaps = new Path2D.Double();
        for (int side = -1; side <= 1; side += 2) {
            flaps.moveTo(root - type.sweep() * 0.2, side * type.fuselage() * 0.6);
            flaps.lineTo(root + 0.8 * (end - root), side * tip * 0.8);
        }
        canvas.line(local.place(flaps), Dice.opacity(Dice.scaled(paint, 0.6), 0.5), 0.006 * local.scale());
    }

    private void paintFuselageDetails(Pose local, double half, Color paint, Color livery) {
        double lightAcross = canvas.sun().shadowX() * -Math.sin(local.heading())
                + canvas.sun().shadowY() * Math.cos(local.heading());
        double shaded = Math.signum(lightAcross) * half * 0.6;
        Shape side = Outlines.rectangle(0.02, shaded, 0.72, half * 0.7);
        canvas.fill(local.place(side), Dice.opacity(Dice.scaled(paint, 0.62), 0.55));
        Shape fin = Outlines.polygon(-0.49, -half * 0.16, -0.33, -half * 0.1, -0.33, half * 0.1, -0.49, half * 0.16);
        canvas.fill(local.place(fin), livery);
        Shape cockpit = Outlines.rectangle(0.445, 0, 0.02, half * 0.9);
        canvas.fill(local.place(cockpit), new Color(48, 54, 62));
    }

    private static Shape fuselage(double half) {
        Path2D body = new Path2D.Double(Path2D.WIND_NON_ZERO);
        body.moveTo(0.5, 0);
        body.curveTo(0.49, half * 0.8, 0.44, half, 0.38, half);
        body.lineTo(-0.2, half);
        body.curveTo(-0.34, half * 0.9, -0.44, half * 0.4, -0.5, half * 0.15);
        body.lineTo(-0.5, -half * 0.15);
        body.curveTo(-0.44, -half * 0.4, -0.34, -half * 0.9, -0.2, -half);
        body.lineTo(0.38, -half);
        body.curveTo(0.44, -half, 0.49, -half * 0.8, 0.5, 0);
        body.closePath();
        return body;
    }

    private static Shape wings(Type type) {
        double tip = type.span() / 2;
        double front = type.chord() * 0.75;
        double back = -type.chord() * 0.4;
        double tipFront = front - type.sweep() - type.chord() * 0.35;
        double tipBack = tipFront - type.chord() * 0.32;
        return Outlines.polygon(
                front,
                0,
                tipFront,
                tip,
                tipBack,
                tip,
                back - type.sweep() * 0.25,
                tip * 0.36,
                back,
                0,
                back - type.sweep() * 0.25,
                -tip * 0.36,
                tipBack,
                -tip,
                tipFront,
                -tip);
    }

    private static Shape tailPlane(Type type) {
        double tip = type.span() * 0.185;
        double sweep = type.sweep() * 0.45;
        return Outlines.polygon(
                -0.36,
                0,
                -0.4 - sweep,
                tip,
                -0.46 - sweep * 0.8,
                tip,
                -0.48,
                0,
                -0.46 - sweep * 0.8,
                -tip,
                -0.4 - sweep,
                -tip);
    }

    private static List<Shape> engines(Type type) {
        List<Shape> engines = new ArrayList<>();
        double tip = type.span() / 2;
        for (int k = 0; k < type.engines() / 2; k++) {
            double share = k == 0 ? 0.34 : 0.62;
            double lead = type.chord() * 0.75 - (type.sweep() + type.chord() * 0.35) * share;
            double length = Math.max(0.07, type.fuselage() * 0.95);
            for (int side = -1; side <= 1; side += 2) {
                Shape nacelle = Outlines.rectangle(lead + 0.005, side * tip * share, length, type.fuselage() * 0.46);
                engines.add(Outlines.sweep(nacelle, 0, 0));
            }
        }
        return engines;
    }

    /** Small service vehicles and equipment around a stand: clutter, never annotated. */
    public void paintServiceClutter(Pose pose, int count) {
        for (int i = 0; i < count; i++) {
            Pose spot = pose.moved(dice.between(-30, 30), dice.between(-30, 30), dice.direction());
            Shape box = spot.place(Outlines.rectangle(0, 0, dice.between(2, 6), dice.between(1.5, 2.5)));
            canvas.shadow(box, 2);
            canvas.fill(box, dice.vary(dice.chance(0.5) ? Color.WHITE : new Color(150, 130, 60), 0.3));
        }
        if (dice.chance(0.3)) {
            Pose spot = pose.moved(dice.between(-30, 30), dice.between(-30, 30), 0);
            canvas.fill(spot.place(new Ellipse2D.Double(-2, -2, 4, 4)), Dice.opacity(Color.BLACK, 0.25));
        }
    }
}
