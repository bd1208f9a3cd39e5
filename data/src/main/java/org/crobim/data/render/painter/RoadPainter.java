package org.crobim.data.render.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import org.crobim.data.render.canvas.Course;
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
    public void paintPavement(Course course, double widthMetres) {
        canvas.ground(stroked(course.path(), widthMetres + 2 * dice.between(1.5, 3)), Material.CONCRETE);
    }

    /** Draws a road surface with lane marks. */
    public void paint(Course course, double widthMetres, int lanes) {
        double scale = canvas.pixelsPerMetre();
        canvas.ground(stroked(course.path(), widthMetres), Material.ASPHALT);
        wear(course, widthMetres, lanes);
        double mark = 0.16 * scale;
        Color edge = Dice.opacity(WHITE, 0.6);
        Color middle = Dice.opacity(dice.chance(0.5) ? YELLOW : WHITE, 0.7);
        for (int side = -1; side <= 1; side += 2) {
            if (scale > 0.35 && dice.chance(0.8)) {
                canvas.line(course.offset(side * (widthMetres / 2 - 0.6) * scale), edge, mark * 0.8);
            }
            if (lanes >= 4) {
                canvas.dashes(course.offset(side * widthMetres / 4 * scale), edge, mark, 3 * scale);
            }
        }
        if (lanes >= 4) {
            canvas.line(course.path(), middle, mark * 2.2);
        } else if (dice.chance(0.6)) {
            canvas.dashes(course.path(), middle, mark, 3 * scale);
        } else {
            canvas.line(course.path(), middle, mark);
        }
    }

    /** Darker or lighter wheel tracks along the lanes. */
    private void wear(Course course, double widthMetres, int lanes) {
        double scale = canvas.pixelsPerMetre();
        Color track = Dice.opacity(dice.chance(0.6) ? Color.BLACK : Color.WHITE, dice.between(0.02, 0.09));
        for (int lane = 0; lane < lanes; lane++) {
            double centre = ((lane + 0.5) / lanes - 0.5) * widthMetres * scale;
            canvas.line(course.offset(centre), track, 1.9 * scale);
        }
    }

    /** The band of ground along a line. */
    public Shape stroked(Shape centreLine, double widthMetres) {
        float width = (float) Math.max(0.5, widthMetres * canvas.pixelsPerMetre());
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND).createStrokedShape(centreLine);
    }
}
