package org.crobim.data.render.painter;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Material;
import org.crobim.data.render.canvas.NoiseTile;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Sprite;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Sun;
import org.crobim.data.render.canvas.Tones;

/** Single trees and bushes, drawn from a few sprites made for the scene. */
public final class TreePainter {
    private static final int VARIANTS = 8;

    private final SceneCanvas canvas;
    private final Dice dice;
    private final List<Sprite> sprites = new ArrayList<>();
    private final List<Double> radii = new ArrayList<>();

    /** Grows the trees of one scene. */
    public TreePainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
        Color leaves =
                Tones.mix(canvas.tones().of(Material.FOREST), canvas.tones().of(Material.GRASS), dice.between(0, 0.5));
        for (int i = 0; i < VARIANTS; i++) {
            double radius = dice.between(1.8, 5.5);
            radii.add(radius);
            sprites.add(grow(Math.max(0.8, radius * canvas.pixelsPerMetre()), dice.vary(leaves, 0.2)));
        }
    }

    /** Crown radius of the largest tree, metres. */
    public double largestRadius() {
        return radii.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Draws a tree with its shadow at a pixel. */
    public void paint(double x, double y) {
        int variant = dice.count(0, VARIANTS - 1);
        Sprite sprite = sprites.get(variant);
        canvas.stampShadow(sprite, x, y, radii.get(variant) * 1.1);
        canvas.stamp(sprite, x, y);
    }

    private Sprite grow(double radius, Color leaves) {
        Sun sun = canvas.sun();
        int side = (int) Math.ceil(2 * radius * 1.2) + 1;
        float u = (float) dice.between(0, 256);
        float v = (float) dice.between(0, 256);
        int[] argb = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double dx = (x + 0.5 - side / 2.0) / radius;
                double dy = (y + 0.5 - side / 2.0) / radius;
                double distance = Math.hypot(dx, dy);
                double turn = 11 / Math.max(0.01, distance);
                double rim = 0.9 + 0.13 * NoiseTile.CLOUDS.at(u + (float) (dx * turn), v + (float) (dy * turn));
                double alpha = Math.max(0, Math.min(1, (rim - distance) * radius * 0.8 + 0.5));
                // Boughs are small crowns of their own.
                float bx = u + (float) dx * 26;
                float by = v + (float) dy * 26;
                double bough = NoiseTile.CROWNS.at(bx, by);
                double lit =
                        bough - NoiseTile.CROWNS.at(bx - (float) sun.shadowX() * 3, by - (float) sun.shadowY() * 3);
                double slope = -(dx * sun.shadowX() + dy * sun.shadowY());
                double light = 0.82 + 0.24 * slope + 0.12 * bough + 0.22 * lit + dice.between(-0.06, 0.06);
                Color colour = Dice.scaled(leaves, Math.max(0.25, light));
                argb[y * side + x] = (int) (alpha * 255) << 24 | colour.getRGB() & 0xffffff;
            }
        }
        return new Sprite(side, argb);
    }
}
