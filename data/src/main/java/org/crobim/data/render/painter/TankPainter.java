package org.crobim.data.render.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Sun;
import org.crobim.language.ObjectCategory;

/** Storage tanks: fixed cone roofs and floating roofs. */
public final class TankPainter {
    private static final List<Color> ROOFS = List.of(
            new Color(238, 238, 234),
            new Color(226, 226, 220),
            new Color(244, 244, 244),
            new Color(200, 198, 188),
            new Color(150, 150, 146),
            new Color(160, 120, 96));

    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * How the tanks of one group look.
     *
     * @param roof colour of the roof
     * @param floating whether the roof lies deep inside the wall
     * @param heightMetres of the wall
     */
    public record Look(Color roof, boolean floating, double heightMetres) {}

    /** A painter for one scene. */
    public TankPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A look for a group. */
    public Look drawLook() {
        return new Look(dice.pick(ROOFS), dice.chance(0.35), dice.between(9, 18));
    }

    /** Draws a tank; the radius in pixels. */
    public void paint(double x, double y, double radius, Look look) {
        Shape outline = disc(x, y, radius);
        canvas.shadow(outline, look.heightMetres());
        Color roof = dice.vary(look.roof(), 0.06);
        canvas.fill(outline, Dice.scaled(roof, 0.86));
        if (look.floating()) {
            floatingRoof(x, y, radius, roof);
        } else {
            coneRoof(x, y, radius, roof);
        }
        stair(x, y, radius, roof);
        canvas.annotate(ObjectCategory.STORAGE_TANK, outline);
    }

    private void coneRoof(double x, double y, double radius, Color roof) {
        Sun sun = canvas.sun();
        canvas.fill(disc(x, y, radius * 0.95), Dice.scaled(roof, 0.94));
        // Two offset discs make the side towards the sun brighter.
        double lean = radius * 0.2;
        Shape inner = disc(x, y, radius * 0.95);
        canvas.within(
                inner,
                () -> canvas.fill(
                        disc(x - sun.shadowX() * lean, y - sun.shadowY() * lean, radius * 0.86),
                        Dice.scaled(roof, 1.03)));
        canvas.fill(disc(x, y, Math.max(0.5, radius * 0.07)), Dice.scaled(roof, 0.7));
    }

    private void floatingRoof(double x, double y, double radius, Color roof) {
        Sun sun = canvas.sun();
        Color deck = Dice.scaled(roof, dice.between(0.6, 0.85));
        Shape inner = disc(x, y, radius * 0.9);
        canvas.fill(inner, deck);
        double depth = radius * dice.between(0.12, 0.5);
        canvas.within(inner, () -> {
            canvas.fill(inner, Dice.opacity(Color.BLACK, 0.42));
            canvas.fill(disc(x + sun.shadowX() * depth, y + sun.shadowY() * depth, radius * 0.9), deck);
        });
        canvas.line(disc(x, y, radius * 0.72), Dice.opacity(Dice.scaled(deck, 0.7), 0.6), radius * 0.04);
    }

    private void stair(double x, double y, double radius, Color roof) {
        double angle = dice.direction();
        Shape walk = Outlines.polygon(
                x + Math.cos(angle) * radius * 0.95,
                y + Math.sin(angle) * radius * 0.95,
                x + Math.cos(angle + 0.12) * radius * 0.95,
                y + Math.sin(angle + 0.12) * radius * 0.95,
                x,
                y);
        canvas.fill(walk, Dice.opacity(Dice.scaled(roof, 0.6), 0.5));
    }

    private static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
