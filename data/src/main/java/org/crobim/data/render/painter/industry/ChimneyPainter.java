package org.crobim.data.render.painter.industry;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Tilt;
import org.crobim.language.ObjectCategory;

/** Chimneys seen at a slant: a tapered shaft from the foot to the mouth, and a long shadow. */
public final class ChimneyPainter {
    private static final List<Color> SHAFTS = List.of(
            new Color(196, 190, 180),
            new Color(214, 212, 206),
            new Color(168, 160, 150),
            new Color(158, 98, 76),
            new Color(134, 84, 66));
    private static final Color RED = new Color(178, 52, 44);

    private final SceneCanvas canvas;
    private final Dice dice;
    private final Tilt tilt;

    /**
     * Size of a chimney.
     *
     * @param heightMetres foot to mouth
     * @param footMetres radius at the ground
     * @param mouthMetres radius at the top
     */
    public record Size(double heightMetres, double footMetres, double mouthMetres) {
        /** A chimney of a plant, from boiler house to power station. */
        public static Size draw(Dice dice) {
            double height = dice.between(45, 150);
            double foot = height * dice.between(0.045, 0.07) + 1;
            return new Size(height, foot, foot * dice.between(0.5, 0.78));
        }
    }

    /** A painter for one scene: all chimneys lean alike. */
    public ChimneyPainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
        this.tilt = Tilt.draw(dice, 0.06, 0.38);
    }

    /** Draws a chimney that stands at the pose. */
    public void paint(Pose foot, Size size) {
        Pose mouth = tilt.raised(foot, size.heightMetres());
        canvas.shade(shaft(foot, Tilt.shadowOf(foot, size.heightMetres(), canvas.sun()), size));
        Shape outline = shaft(foot, mouth, size);
        Color colour = dice.vary(dice.pick(SHAFTS), 0.1);
        canvas.fill(outline, colour);
        canvas.within(outline, () -> {
            if (dice.chance(0.45)) {
                bands(foot, mouth, size);
            }
            shadedSide(foot, mouth, size);
        });
        mouth(mouth, size, colour);
        canvas.annotate(ObjectCategory.CHIMNEY, outline);
    }

    private static Shape shaft(Pose foot, Pose top, Size size) {
        return Outlines.taper(
                foot.x(),
                foot.y(),
                size.footMetres() * foot.scale(),
                top.x(),
                top.y(),
                size.mouthMetres() * foot.scale());
    }

    /** Warning paint: rings of red and white towards the top. */
    private void bands(Pose foot, Pose mouth, Size size) {
        int bands = dice.count(3, 7);
        double from = dice.between(0.1, 0.5);
        Color white = new Color(226, 224, 218);
        for (int i = 0; i <= bands; i++) {
            double at = from + (1 - from) * i / bands;
            double radius = (size.footMetres() + (size.mouthMetres() - size.footMetres()) * at) * 1.1 * foot.scale();
            double x = foot.x() + at * (mouth.x() - foot.x());
            double y = foot.y() + at * (mouth.y() - foot.y());
            // Each ring covers all of the shaft above it; the next one takes that back.
            Shape above = Outlines.taper(x, y, radius, mouth.x(), mouth.y(), radius);
            canvas.fill(above, dice.vary(i % 2 == 0 ? RED : white, 0.04));
        }
    }

    private void shadedSide(Pose foot, Pose mouth, Size size) {
        double shift = size.footMetres() * foot.scale() * 0.9;
        double x = canvas.sun().shadowX() * shift;
        double y = canvas.sun().shadowY() * shift;
        Shape side = Outlines.taper(
                foot.x() + x,
                foot.y() + y,
                size.footMetres() * foot.scale(),
                mouth.x() + x,
                mouth.y() + y,
                size.mouthMetres() * foot.scale());
        canvas.fill(side, Dice.opacity(Color.BLACK, 0.3));
    }

    private void mouth(Pose mouth, Size size, Color colour) {
        Color rim = Dice.scaled(colour, 1.15);
        canvas.fill(mouth.place(disc(size.mouthMetres())), rim);
        canvas.fill(mouth.place(disc(size.mouthMetres() * 0.72)), dice.vary(new Color(44, 42, 40), 0.3));
    }

    private static Shape disc(double radius) {
        return Outlines.ellipse(0, 0, 2 * radius, 2 * radius);
    }
}
