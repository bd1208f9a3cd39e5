package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Ships from above; local frame is the length of the ship, bow at +0.5. */
public final class ShipPainter {
    private static final List<Color> HULLS = List.of(
            new Color(126, 58, 46),
            new Color(150, 74, 50),
            new Color(96, 100, 104),
            new Color(70, 82, 98),
            new Color(140, 144, 144),
            new Color(60, 92, 84),
            new Color(176, 170, 156));
    private static final List<Color> CONTAINERS = List.of(
            new Color(160, 60, 48),
            new Color(54, 88, 140),
            new Color(196, 196, 192),
            new Color(190, 140, 60),
            new Color(70, 110, 80),
            new Color(120, 70, 60));

    private final SceneCanvas canvas;
    private final Dice dice;

    /** Kinds of ships. */
    public enum Kind {
        /** Bulk carrier with hatches. */
        BULK,
        /** Container ship. */
        CONTAINER,
        /** Tanker with deck pipes. */
        TANKER,
        /** Ferry or passenger ship. */
        FERRY,
        /** Motor yacht or fishing boat. */
        BOAT,
        /** Barge without a pointed bow. */
        BARGE
    }

    /** A painter for one scene. */
    public ShipPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A kind that fits a length in metres. */
    public static Kind drawKind(Dice dice, double lengthMetres) {
        if (lengthMetres < 32) {
            return dice.chance(0.85) ? Kind.BOAT : Kind.BARGE;
        }
        return switch (dice.weighted(3, 2, 2, 1, 0.7)) {
            case 0 -> Kind.BULK;
            case 1 -> Kind.CONTAINER;
            case 2 -> Kind.TANKER;
            case 3 -> Kind.FERRY;
            default -> Kind.BARGE;
        };
    }

    /** Beam over length of a kind. */
    public static double beam(Kind kind) {
        return switch (kind) {
            case BOAT -> 0.3;
            case BARGE -> 0.22;
            case FERRY -> 0.19;
            default -> 0.165;
        };
    }

    /** Water a ship needs, pixels. */
    public static Plot plot(Pose pose, double lengthMetres, Kind kind) {
        double length = lengthMetres * pose.scale();
        return new Plot(pose.x(), pose.y(), length, length * beam(kind), pose.heading());
    }

    /** Draws a ship with its shadow, and its wake when under way; the bow points along the heading. */
    public void paint(Pose pose, double lengthMetres, Kind kind, boolean underWay) {
        Pose local = new Pose(pose.x(), pose.y(), pose.heading(), pose.scale() * lengthMetres);
        double half = beam(kind) / 2;
        if (underWay) {
            wake(local, half);
        }
        Shape outline = local.place(hull(half, kind));
        canvas.shadow(outline, Math.min(9, 1 + lengthMetres * 0.05));
        Color hull = kind == Kind.BOAT || kind == Kind.FERRY
                ? dice.vary(new Color(226, 226, 222), 0.1)
                : dice.vary(dice.pick(HULLS), 0.15);
        canvas.fill(outline, hull);
        canvas.within(outline, () -> deck(local, half, kind, hull));
        canvas.annotate(ObjectCategory.SHIP, outline);
    }

    private static Shape hull(double half, Kind kind) {
        Path2D hull = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double bow = kind == Kind.BARGE ? 0.46 : kind == Kind.BOAT ? 0.05 : 0.32;
        double bluntness = kind == Kind.BARGE ? 0.8 : 0.1;
        hull.moveTo(0.5, -half * bluntness);
        hull.lineTo(0.5, half * bluntness);
        hull.quadTo((0.5 + bow) / 2 + 0.06, half * 0.85, bow, half);
        hull.lineTo(-0.44, half);
        hull.lineTo(-0.5, half * 0.78);
        hull.lineTo(-0.5, -half * 0.78);
        hull.lineTo(-0.44, -half);
        hull.lineTo(bow, -half);
        hull.quadTo((0.5 + bow) / 2 + 0.06, -half * 0.85, 0.5, -half * bluntness);
        hull.closePath();
        return hull;
    }

    private void deck(Pose local, double half, Kind kind, Color hull) {
        switch (kind) {
            case BULK -> hatches(local, half, hull);
            case CONTAINER -> containers(local, half);
            case TANKER -> pipes(local, half, hull);
            case FERRY -> {
                block(local, 0, 0.78, half * 1.5, new Color(238, 238, 236));
                block(local, -0.1, 0.4, half * 1.0, new Color(200, 204, 208));
            }
            case BOAT -> {
                block(local, -0.08, 0.42, half * 1.1, new Color(240, 240, 238));
                block(local, 0.06, 0.1, half * 0.9, new Color(60, 74, 88));
                block(local, -0.38, 0.16, half * 1.2, dice.vary(new Color(170, 140, 104), 0.15));
            }
            case BARGE -> block(local, 0, 0.86, half * 1.5, dice.vary(new Color(92, 84, 74), 0.3));
        }
        if (kind == Kind.BULK || kind == Kind.CONTAINER || kind == Kind.TANKER) {
            block(local, -0.4, 0.09, half * 1.7, new Color(234, 234, 230));
            block(local, -0.45, 0.03, half * 0.5, dice.pick(HULLS));
        }
    }

    private void hatches(Pose local, double half, Color hull) {
        int count = dice.count(4, 8);
        Color cover = dice.vary(dice.chance(0.5) ? new Color(168, 164, 150) : Dice.scaled(hull, 1.35), 0.1);
        double step = 0.68 / count;
        for (int i = 0; i < count; i++) {
            block(local, -0.3 + (i + 0.5) * step, step * 0.68, half * 1.25, cover);
        }
    }

    private void containers(Pose local, double half) {
        int bays = dice.count(8, 12);
        double step = 0.7 / bays;
        for (int bay = 0; bay < bays; bay++) {
            for (int row = -2; row <= 2; row++) {
                if (dice.chance(0.9)) {
                    Shape stack =
                            Outlines.rectangle(-0.32 + (bay + 0.5) * step, row * half * 0.36, step * 0.88, half * 0.34);
                    canvas.fill(local.place(stack), dice.vary(dice.pick(CONTAINERS), 0.15));
                }
            }
        }
    }

    private void pipes(Pose local, double half, Color hull) {
        canvas.fill(local.place(Outlines.rectangle(0.02, 0, 0.72, half * 1.6)), Dice.scaled(hull, 1.15));
        for (int i = -1; i <= 1; i++) {
            Shape pipe = Outlines.rectangle(0.03, i * half * 0.22, 0.68, half * 0.08);
            canvas.fill(local.place(pipe), Dice.scaled(hull, 1.6));
        }
        canvas.fill(local.place(Outlines.rectangle(0.03, 0, 0.03, half * 1.6)), Dice.scaled(hull, 1.6));
    }

    private void block(Pose local, double at, double length, double width, Color colour) {
        Shape block = local.place(Outlines.rectangle(at, 0, length, width));
        double reach = 0.012 * local.scale() * canvas.sun().lengthPerHeight();
        canvas.fill(
                Outlines.sweep(
                        block, canvas.sun().shadowX() * reach, canvas.sun().shadowY() * reach),
                new Color(8, 10, 18, 110));
        canvas.fill(block, colour);
    }

    private void wake(Pose local, double half) {
        double length = dice.between(0.5, 1.6);
        Color foam = new Color(214, 226, 228);
        Shape trail = Outlines.polygon(0, -half, 0, half, -0.5 - length, half * 2.2, -0.5 - length, -half * 2.2);
        canvas.fill(local.place(trail), Dice.opacity(foam, 0.1));
        Shape core = Outlines.polygon(
                -0.4, -half * 0.7, -0.4, half * 0.7, -0.5 - length * 0.6, half * 0.5, -0.5 - length * 0.6, -half * 0.5);
        canvas.fill(local.place(core), Dice.opacity(foam, 0.3));
        Path2D arms = new Path2D.Double();
        for (int side = -1; side <= 1; side += 2) {
            arms.moveTo(0.46, side * half * 0.4);
            arms.lineTo(-0.5 - length * 0.4, side * (half * 2 + length * 0.12));
        }
        canvas.line(local.place(arms), Dice.opacity(foam, 0.22), 0.025 * local.scale());
    }
}
