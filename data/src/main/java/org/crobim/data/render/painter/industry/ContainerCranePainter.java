package org.crobim.data.render.painter.industry;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.Outlines;
import org.crobim.data.render.canvas.Plot;
import org.crobim.data.render.canvas.Pose;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.Stage;
import org.crobim.language.ObjectCategory;

/** Ship-to-shore gantry cranes; local frame in metres, origin at the edge of the quay, boom along x towards the water. */
public final class ContainerCranePainter {
    private static final List<Color> PAINTS = List.of(
            new Color(46, 84, 142),
            new Color(184, 62, 44),
            new Color(214, 122, 44),
            new Color(226, 226, 220),
            new Color(206, 174, 60),
            new Color(88, 128, 140));

    private final SceneCanvas canvas;
    private final Dice dice;

    /**
     * Size and colour of the cranes of one quay.
     *
     * @param outreachMetres boom over the water
     * @param backreachMetres boom behind the quay's edge, portal included
     * @param portalMetres width of the portal along the quay
     * @param paint colour of the steel
     */
    public record Look(double outreachMetres, double backreachMetres, double portalMetres, Color paint) {
        /** The ground and air that a crane takes, pixels. */
        public Plot plot(Pose pose) {
            double length = outreachMetres + backreachMetres;
            Pose middle = pose.moved((outreachMetres - backreachMetres) / 2, 0, 0);
            return new Plot(middle.x(), middle.y(), length * pose.scale(), portalMetres * pose.scale(), pose.heading());
        }
    }

    /** A painter for one scene. */
    public ContainerCranePainter(Stage stage) {
        this.canvas = stage.canvas();
        this.dice = stage.dice();
    }

    /** A look for one quay. */
    public Look drawLook() {
        return new Look(dice.between(34, 58), dice.between(38, 50), dice.between(17, 24), dice.pick(PAINTS));
    }

    /** Draws a crane; a raised boom is seen shortened. */
    public void paint(Pose pose, Look look) {
        double reach = dice.chance(0.2) ? look.outreachMetres() * 0.25 : look.outreachMetres();
        Color paint = dice.vary(look.paint(), 0.08);
        double leg = Math.max(1.8, 1.2 / pose.scale());
        double half = look.portalMetres() / 2;
        double land = -30;
        List<Shape> portal = new ArrayList<>();
        for (double side : new double[] {-half + leg / 2, half - leg / 2}) {
            portal.add(Outlines.rectangle(land / 2 - 1, side, -land, leg));
        }
        for (double x : new double[] {-3, land + 1}) {
            portal.add(Outlines.rectangle(x, 0, leg * 1.3, look.portalMetres()));
        }
        double boomWidth = Math.max(6.5, 3.2 / pose.scale());
        Shape boom =
                Outlines.rectangle((reach - look.backreachMetres()) / 2, 0, reach + look.backreachMetres(), boomWidth);
        Shape house = Outlines.rectangle(land - 2, 0, 12, boomWidth * 1.35);
        List<Shape> all = new ArrayList<>(portal);
        all.add(boom);
        all.add(house);
        Shape outline = pose.place(Outlines.union(all));
        canvas.hoveringShadow(outline, 26);
        for (Shape part : portal) {
            canvas.fill(pose.place(part), Dice.scaled(paint, 0.78));
        }
        canvas.fill(pose.place(boom), paint);
        truss(pose, look, reach, boomWidth);
        canvas.fill(pose.place(house), dice.vary(new Color(206, 206, 202), 0.1));
        canvas.annotate(ObjectCategory.CONTAINER_CRANE, outline);
    }

    /** Between the two girders of the boom the depth is seen, with ties across and the trolley. */
    private void truss(Pose pose, Look look, double reach, double width) {
        Shape gap = Outlines.rectangle(
                (reach - look.backreachMetres()) / 2, 0, reach + look.backreachMetres() - 4, width * 0.42);
        canvas.fill(pose.place(gap), Dice.scaled(look.paint(), 0.45));
        for (double x = -look.backreachMetres() + 5; x < reach - 3; x += 7) {
            canvas.fill(pose.place(Outlines.rectangle(x, 0, 1.2, width * 0.5)), Dice.scaled(look.paint(), 0.9));
        }
        double trolley = dice.between(-look.backreachMetres() * 0.4, reach * 0.8);
        canvas.fill(pose.place(Outlines.rectangle(trolley, 0, 5, width * 0.8)), new Color(226, 224, 214));
    }
}
