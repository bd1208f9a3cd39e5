package org.crobim.data.render.canvas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scene in the making: the canvas, the ground in use, the dice, and what is to be drawn above the ground. */
public final class Stage {
    /** Order in which raised things are drawn. */
    public enum Layer {
        /** Piers and bridge decks. */
        DECK,
        /** Planes, ships, vehicles, tanks. */
        OBJECT,
        /** Buildings. */
        BUILDING,
        /** Trees. */
        TREE
    }

    private final SceneCanvas canvas;
    private final Site site = new Site();
    private final Dice dice;
    private final Map<Layer, List<Runnable>> raised = new EnumMap<>(Layer.class);

    /** An empty stage. */
    public Stage(SceneCanvas canvas, Dice dice) {
        this.canvas = canvas;
        this.dice = dice;
    }

    /** What is drawn on. */
    public SceneCanvas canvas() {
        return canvas;
    }

    /** Ground in use. */
    public Site site() {
        return site;
    }

    /** Chance. */
    public Dice dice() {
        return dice;
    }

    /** Metres to pixels. */
    public double pixels(double metres) {
        return metres * canvas.pixelsPerMetre();
    }

    /** Shorter side of the image, metres. */
    public double sideMetres() {
        return Math.min(canvas.width(), canvas.height()) / canvas.pixelsPerMetre();
    }

    /** A pose at a pixel with the scale of the scene. */
    public Pose pose(double x, double y, double heading) {
        return new Pose(x, y, heading, canvas.pixelsPerMetre());
    }

    /** Draws later, above the textured ground. */
    public void raise(Layer layer, Runnable drawing) {
        raised.computeIfAbsent(layer, key -> new ArrayList<>()).add(drawing);
    }

    /** Looks for free ground for a plot (pixels) whose centre lies in the image, and takes it. */
    public Optional<Plot> claimAnywhere(double length, double width, double angle, double margin, int tries) {
        for (int i = 0; i < tries; i++) {
            double x = dice.between(0.02, 0.98) * canvas.width();
            double y = dice.between(0.02, 0.98) * canvas.height();
            Plot plot = new Plot(x, y, length, width, angle);
            if (plot.insideShare(canvas.width(), canvas.height()) > 0.7 && site.claim(plot, margin)) {
                return Optional.of(plot);
            }
        }
        return Optional.empty();
    }

    /** Textures the ground and draws everything raised. */
    public void perform() {
        canvas.texture(dice);
        for (Layer layer : Layer.values()) {
            for (Runnable drawing : raised.getOrDefault(layer, List.of())) {
                drawing.run();
            }
        }
        canvas.finish();
    }
}
