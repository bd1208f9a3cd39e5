package org.crobim.data.render.canvas;

/**
 * How the tops of tall things lean in the picture, because the camera looks down at a slant.
 *
 * @param x horizontal shift over height, image frame
 * @param y vertical shift over height, positive is down
 */
public record Tilt(double x, double y) {
    /** The slant of a common survey picture. */
    public static Tilt draw(Dice dice, double least, double most) {
        double direction = dice.direction();
        double slant = dice.between(least, most);
        return new Tilt(slant * Math.cos(direction), slant * Math.sin(direction));
    }

    /** Where a point above the foot is seen; metres if the scale of the foot is pixels a metre. */
    public Pose raised(Pose foot, double heightMetres) {
        double pixels = heightMetres * foot.scale();
        return new Pose(foot.x() + x * pixels, foot.y() + y * pixels, foot.heading(), foot.scale());
    }

    /** Where the shadow of a point above the foot falls. */
    public static Pose shadowOf(Pose foot, double heightMetres, Sun sun) {
        double pixels = heightMetres * foot.scale() * sun.lengthPerHeight();
        return new Pose(
                foot.x() + sun.shadowX() * pixels, foot.y() + sun.shadowY() * pixels, foot.heading(), foot.scale());
    }
}
