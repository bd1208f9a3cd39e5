package org.crobim.data.render.painter.leisure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Swimming pools of gardens and baths; the object is the water. Local frame in metres, long side along x. */
public final class PoolPainter {
    private static final List<Color> WATERS = List.of(
            new Color(74, 178, 200),
            new Color(96, 194, 206),
            new Color(52, 148, 190),
            new Color(64, 164, 170),
            new Color(120, 202, 214),
            new Color(46, 112, 150));

    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public PoolPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws the pool of a garden with its deck: oblong, oval, kidney or with a bay. */
    public void paintGardenPool(Pose pose, double lengthMetres) {
        double width = lengthMetres * dice.between(0.42, 0.6);
        Shape water = switch (dice.weighted(3, 1.5, 2, 1)) {
            case 0 -> Outlines.rounded(lengthMetres, width, dice.between(0, 0.5) * width);
            case 1 -> Outlines.ellipse(0, 0, lengthMetres, width * 1.15);
            case 2 -> kidney(lengthMetres, width);
            default -> bay(lengthMetres, width);
        };
        double deck = dice.between(0.8, 2.2);
        Material floor = dice.chance(0.75) ? Material.CONCRETE : Material.SAND;
        canvas.ground(
                pose.place(grown(water, deck)), floor, dice.vary(canvas.tones().of(floor), 0.1));
        fill(pose, water);
    }

    /** Draws the pool of a bath with lanes; the deck is the composer's. */
    public void paintLanes(Pose pose, double lengthMetres, double widthMetres) {
        Shape water = Outlines.rectangle(0, 0, lengthMetres, widthMetres);
        canvas.ground(pose.place(grown(water, 3)), Material.CONCRETE, dice.vary(new Color(206, 202, 190), 0.08));
        fill(pose, water);
        int lanes = (int) Math.max(3, widthMetres / 2.5);
        Path2D lines = new Path2D.Double();
        for (int lane = 1; lane < lanes; lane++) {
            double y = widthMetres * ((double) lane / lanes - 0.5);
            lines.moveTo(-lengthMetres / 2 + 1, y);
            lines.lineTo(lengthMetres / 2 - 1, y);
        }
        canvas.line(pose.place(lines), Dice.opacity(new Color(24, 60, 110), 0.5), 0.3 * pose.scale());
    }

    /** Water that grows deeper, and a shadow of the rim. */
    private void fill(Pose pose, Shape water) {
        Shape outline = pose.place(water);
        Color shallow = dice.vary(dice.pick(WATERS), 0.1);
        canvas.ground(outline, Material.ACRYLIC, shallow);
        double reach = water.getBounds2D().getWidth();
        canvas.within(outline, () -> {
            for (int i = 0; i < 4; i++) {
                Shape deep = Outlines.rectangle(reach * (0.62 - 0.1 * i), 0, reach, reach * 2);
                canvas.fill(pose.place(deep), Dice.opacity(new Color(18, 84, 130), 0.1));
            }
            canvas.line(outline, Dice.opacity(Color.WHITE, 0.45), 0.5 * pose.scale());
        });
        canvas.annotate(ObjectCategory.SWIMMING_POOL, outline);
    }

    /** An oblong with a round bay for steps. */
    private static Shape bay(double length, double width) {
        Area bay = new Area(Outlines.rectangle(0, 0, length, width));
        bay.add(new Area(Outlines.ellipse(length * 0.2, width * 0.5, width * 0.8, width * 0.6)));
        return bay;
    }

    private static Shape kidney(double length, double width) {
        double x = length / 2;
        double y = width / 2;
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.moveTo(-x, 0);
        path.curveTo(-x, -y * 1.4, -x * 0.4, -y * 1.2, 0, -y * 0.55);
        path.curveTo(x * 0.4, -y * 1.2, x, -y * 1.4, x, 0);
        path.curveTo(x, y * 1.4, -x, y * 1.4, -x, 0);
        path.closePath();
        return path;
    }

    private static Shape grown(Shape water, double metres) {
        BasicStroke rim = new BasicStroke((float) (2 * metres), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        Path2D grown = new Path2D.Double(Path2D.WIND_NON_ZERO);
        grown.append(water, false);
        grown.append(rim.createStrokedShape(water), false);
        return grown;
    }
}
