package org.crobim.language.rules;

import org.crobim.language.SceneObject;
import org.crobim.language.place.Side;

/** How far an object reaches towards a side of the image, as a fraction of the image; grows towards the side. */
final class Reach {
    private Reach() {}

    static double centre(Side side, SceneObject object, Frame frame) {
        return switch (side) {
            case LEFT -> -frame.x(object);
            case RIGHT -> frame.x(object);
            case TOP -> -frame.y(object);
            case BOTTOM -> frame.y(object);
        };
    }

    static double edge(Side side, SceneObject object, Frame frame) {
        return switch (side) {
            case LEFT -> -frame.fractions(object).xMin();
            case RIGHT -> frame.fractions(object).xMax();
            case TOP -> -frame.fractions(object).yMin();
            case BOTTOM -> frame.fractions(object).yMax();
        };
    }
}
