package org.crobim.language.claim;

import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;
import org.crobim.language.place.Side;
import org.crobim.language.rules.Frame;

/**
 * The object lies nearest to one side of the image: "the left-most ship". Centres decide.
 *
 * @param side the side
 */
public record Extreme(Side side) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        return before.best(
                object -> centre(object, scene.frame()),
                (leader, other) -> scene.rules().isFurther(side, leader, other, scene.frame()));
    }

    @Override
    public Stratum stratum() {
        return Stratum.EXTREME;
    }

    /** How far towards the side the centre lies, as a fraction of the image; grows towards the side. */
    private double centre(SceneObject object, Frame frame) {
        return switch (side) {
            case LEFT -> -frame.x(object);
            case RIGHT -> frame.x(object);
            case TOP -> -frame.y(object);
            case BOTTOM -> frame.y(object);
        };
    }
}
