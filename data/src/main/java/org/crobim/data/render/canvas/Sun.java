package org.crobim.data.render.canvas;

/**
 * The one light of a scene.
 *
 * @param shadowX horizontal part of the unit vector in which shadows fall, image frame
 * @param shadowY vertical part, positive is down
 * @param lengthPerHeight shadow length over object height, at least 0
 * @param darkness opacity of shadows, 0..1
 */
public record Sun(double shadowX, double shadowY, double lengthPerHeight, double darkness) {
    /** A sun straight above: no shadows. */
    public static Sun overhead() {
        return new Sun(1, 0, 0, 0);
    }

    /** A sun of a common survey hour. */
    public static Sun draw(Dice dice) {
        double azimuth = dice.direction();
        return new Sun(Math.cos(azimuth), Math.sin(azimuth), dice.between(0.35, 1.3), dice.between(0.35, 0.68));
    }

    /** Brightness factor of a face whose outward normal has this direction in the image: above 1 towards the light. */
    public double faceLight(double normalX, double normalY) {
        return 1 - 0.28 * (normalX * shadowX + normalY * shadowY) * Math.min(1, lengthPerHeight + 0.2);
    }
}
