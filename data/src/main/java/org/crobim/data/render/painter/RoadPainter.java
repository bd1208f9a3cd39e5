package org.crobim.data.render.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;

/** Roads on the ground along a centre line in pixels. */
public final class RoadPainter {
    private static final Color WHITE = new Color(220, 220, 214);
    private static final Color YELLOW = new Color(204, 172, 84);

    private final SceneCanvas canvas;
    private final Dice dice;

    /** A painter for one scene. */
    public RoadPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** Draws pavements beside a road, to be drawn before any road that crosses it. */
    public void paintPavement(Shape centreLine, double widthMetres) {
        canvas.ground(stroked(centreLine, widthMetres + 2 * dice.between(1.5, 3)), Material.CONCRETE);
    }

    /** Draws a road surface with lane marks. */
    public void paint(Shape centreLine, double widthMetres, int lanes) {
        double scale = canvas.pixelsPerMetre();
        canvas.ground(stroked(centreLine, widthMetres), Material.ASPHALT);
        double mark = 0.18 * scale;
        Color edge = Dice.opacity(WHITE, 0.6);
        Color middle = Dice.opacity(dice.chance(0.5) ? YELLOW : WHITE, 0.75);
        if (scale > 0.35) {
            canvas.within(stroked(centreLine, widthMetres - 0.3), () -> {
                double edges = widthMetres - 1;
                canvas.line(stroked(centreLine, edges), edge, mark * 0.8);
            });
        }
        if (lanes >= 4) {
            canvas.dashes(stroked(centreLine, widthMetres / 2), edge, mark, 3 * scale);
            canvas.line(centreLine, middle, mark * 2.2);
        } else if (dice.chance(0.6)) {
            canvas.dashes(centreLine, middle, mark, 3 * scale);
        } else {
            canvas.line(centreLine, middle, mark);
        }
    }

    /** A dirt track or foot path. */
    public void paintPath(Shape centreLine, double widthMetres) {
        canvas.ground(
                stroked(centreLine, widthMetres),
                dice.pick(List.of(Material.CONCRETE, Material.SOIL, Material.GRAVEL)));
    }

    /** The band of ground along a line. */
    public Shape stroked(Shape centreLine, double widthMetres) {
        float width = (float) Math.max(0.5, widthMetres * canvas.pixelsPerMetre());
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND).createStrokedShape(centreLine);
    }
}
