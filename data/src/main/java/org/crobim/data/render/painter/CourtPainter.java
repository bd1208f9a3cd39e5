package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Tennis and basketball courts, painted on the ground; local frame in metres, long side along x. */
public final class CourtPainter {
    /** Length of a tennis court, metres. */
    public static final double TENNIS_LENGTH = 23.77;
    /** Width of a tennis court with doubles alleys, metres. */
    public static final double TENNIS_WIDTH = 10.97;
    /** Length of a basketball court, metres. */
    public static final double BASKETBALL_LENGTH = 28.65;
    /** Width of a basketball court, metres. */
    public static final double BASKETBALL_WIDTH = 15.24;

    private static final List<Color> TENNIS = List.of(
            new Color(58, 74, 120),
            new Color(66, 90, 150),
            new Color(74, 110, 82),
            new Color(84, 124, 92),
            new Color(158, 82, 64),
            new Color(96, 104, 106),
            new Color(170, 104, 72));
    private static final List<Color> SURROUNDS = List.of(
            new Color(74, 104, 76),
            new Color(94, 122, 90),
            new Color(140, 72, 60),
            new Color(110, 112, 112),
            new Color(136, 134, 126),
            new Color(86, 100, 124));
    private static final List<Color> BASKETBALL = List.of(
            new Color(110, 112, 114),
            new Color(134, 132, 128),
            new Color(150, 82, 66),
            new Color(82, 116, 86),
            new Color(70, 92, 138),
            new Color(176, 144, 104),
            new Color(90, 92, 96));
    private static final Color LINES = new Color(232, 234, 232);

    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * Paint of the courts of one block.
     *
     * @param inner the court itself
     * @param surround around it
     * @param accent key areas of basketball courts
     */
    public record Look(Color inner, Color surround, Color accent) {}

    /** A painter for one scene. */
    public CourtPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A look for a block of tennis courts. */
    public Look drawTennisLook() {
        Color inner = dice.vary(dice.pick(TENNIS), 0.1);
        Color surround = dice.chance(0.2) ? Dice.scaled(inner, 0.9) : dice.vary(dice.pick(SURROUNDS), 0.1);
        return new Look(inner, surround, inner);
    }

    /** A look for a block of basketball courts. */
    public Look drawBasketballLook() {
        Color inner = dice.vary(dice.pick(BASKETBALL), 0.1);
        Color surround = dice.chance(0.5) ? inner : dice.vary(dice.pick(SURROUNDS), 0.1);
        Color accent = dice.chance(0.4) ? inner : dice.vary(dice.pick(BASKETBALL), 0.1);
        return new Look(inner, surround, accent);
    }

    /** The fenced ground around courts. */
    public void paintSurround(Plot plot, Look look) {
        canvas.ground(plot.shape(), Material.ACRYLIC, look.surround());
        canvas.line(plot.shape(), new Color(40, 44, 40, 110), 0.25 * canvas.pixelsPerMetre());
    }

    /** A tennis court with all its lines. */
    public void paintTennis(Pose pose, Look look) {
        double half = TENNIS_LENGTH / 2;
        double alley = TENNIS_WIDTH / 2;
        double single = 8.23 / 2;
        Shape outline = pose.place(Outlines.rectangle(0, 0, TENNIS_LENGTH, TENNIS_WIDTH));
        canvas.ground(outline, Material.ACRYLIC, dice.vary(look.inner(), 0.03));
        Path2D lines = new Path2D.Double();
        rectangle(lines, half, alley);
        segment(lines, -half, -single, half, -single);
        segment(lines, -half, single, half, single);
        segment(lines, -6.4, -single, -6.4, single);
        segment(lines, 6.4, -single, 6.4, single);
        segment(lines, -6.4, 0, 6.4, 0);
        mark(pose, lines, outline);
        Path2D net = new Path2D.Double();
        segment(net, 0, -alley - 0.6, 0, alley + 0.6);
        canvas.line(pose.place(net), new Color(30, 32, 34, 150), 0.35 * pose.scale());
        canvas.annotate(ObjectCategory.TENNIS_COURT, outline);
    }

    /** A basketball court with keys, arcs and centre circle. */
    public void paintBasketball(Pose pose, Look look) {
        double half = BASKETBALL_LENGTH / 2;
        double side = BASKETBALL_WIDTH / 2;
        Shape outline = pose.place(Outlines.rectangle(0, 0, BASKETBALL_LENGTH, BASKETBALL_WIDTH));
        canvas.ground(outline, Material.ACRYLIC, dice.vary(look.inner(), 0.03));
        Path2D lines = new Path2D.Double();
        rectangle(lines, half - 0.1, side - 0.1);
        segment(lines, 0, -side, 0, side);
        lines.append(new Ellipse2D.Double(-1.8, -1.8, 3.6, 3.6), false);
        for (int end = -1; end <= 1; end += 2) {
            Shape key = Outlines.rectangle(end * (half - 2.9), 0, 5.8, 4.9);
            canvas.fill(pose.place(key), look.accent());
            lines.append(key, false);
            lines.append(new Ellipse2D.Double(end * (half - 5.8) - 1.8, -1.8, 3.6, 3.6), false);
            double basket = end * (half - 1.6);
            int start = end > 0 ? 90 : -90;
            lines.append(new Arc2D.Double(basket - 6.7, -6.7, 13.4, 13.4, start, 180, Arc2D.OPEN), false);
        }
        mark(pose, lines, outline);
        for (int end = -1; end <= 1; end += 2) {
            Shape board = pose.place(Outlines.rectangle(end * (half - 0.9), 0, 0.5, 1.8));
            canvas.shadow(board, 3);
            canvas.fill(board, LINES);
        }
        canvas.annotate(ObjectCategory.BASKETBALL_COURT, outline);
    }

    private void mark(Pose pose, Path2D lines, Shape outline) {
        // Real lines are 5 to 10 cm wide; they look wider in imagery because they are the brightest thing around.
        double width = Math.max(0.42, 0.16 * pose.scale());
        canvas.within(outline, () -> canvas.line(pose.place(lines), Dice.opacity(LINES, 0.85), width));
    }

    private static void rectangle(Path2D lines, double halfLength, double halfWidth) {
        lines.append(Outlines.rectangle(0, 0, 2 * halfLength, 2 * halfWidth), false);
    }

    private static void segment(Path2D lines, double x0, double y0, double x1, double y1) {
        lines.moveTo(x0, y0);
        lines.lineTo(x1, y1);
    }
}
