package org.crobim.data.render.canvas;

import java.awt.Shape;
import java.awt.geom.AffineTransform;

/**
 * Places a local frame in the image.
 *
 * @param x pixels, where the local origin lies
 * @param y pixels
 * @param heading radians, direction of the local x axis, clockwise on the screen
 * @param scale pixels per local unit (metres), above 0
 */
public record Pose(double x, double y, double heading, double scale) {
    /** Local units to pixels. */
    public AffineTransform transform() {
        AffineTransform transform = AffineTransform.getTranslateInstance(x, y);
        transform.rotate(heading);
        transform.scale(scale, scale);
        return transform;
    }

    /** A local shape in pixels. */
    public Shape place(Shape local) {
        return transform().createTransformedShape(local);
    }

    /** The pose whose origin is the local point (forward, right), turned by a further angle. */
    public Pose moved(double forward, double right, double turn) {
        double cos = Math.cos(heading) * scale;
        double sin = Math.sin(heading) * scale;
        return new Pose(x + forward * cos - right * sin, y + forward * sin + right * cos, heading + turn, scale);
    }
}
