package org.crobim.language.claim;

import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;

/**
 * The object lies nearest to one side of the image: "the left-most ship".
 *
 * <p>Centres decide; the lead is sure when the edge that faces the side does not lie behind the other object's.
 *
 * @param side the side
 */
public record Extreme(Side side) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        return before.best(
                object -> centre(object, scene),
                (leader, other) -> centre(leader, scene) - centre(other, scene)
                                >= scene.margins().gap()
                        && edge(leader, scene) >= edge(other, scene));
    }

    @Override
    public Stratum stratum() {
        return Stratum.EXTREME;
    }

    /** How far towards the side the centre lies, as a fraction of the image; grows towards the side. */
    private double centre(SceneObject object, Scene scene) {
        return switch (side) {
            case LEFT -> -scene.x(object);
            case RIGHT -> scene.x(object);
            case TOP -> -scene.y(object);
            case BOTTOM -> scene.y(object);
        };
    }

    private double edge(SceneObject object, Scene scene) {
        return switch (side) {
            case LEFT -> -scene.fractions(object).xMin();
            case RIGHT -> scene.fractions(object).xMax();
            case TOP -> -scene.fractions(object).yMin();
            case BOTTOM -> scene.fractions(object).yMax();
        };
    }
}
