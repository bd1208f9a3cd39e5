package org.crobim.language.rules;

import java.util.List;
import org.crobim.language.SceneObject;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/** Decides whether a place, a direction or a rank may be claimed. Stateless. */
public interface Rules {
    /** Whether an object lies in a part of the image. */
    Verdict inRegion(Region region, SceneObject object, Frame frame);

    /** Whether an object surely lies nearer to a side of the image than another. */
    boolean isFurther(Side side, SceneObject leader, SceneObject other, Frame frame);

    /** Whether an object is surely larger, or smaller, than another. */
    boolean isAhead(SizeRank rank, SceneObject leader, SceneObject other);

    /** Whether an object lies in a direction from another one, the base. */
    Verdict towards(Bearing bearing, SceneObject object, SceneObject base, Frame frame);

    /** Whether an object surely lies nearer to the base than another. */
    boolean isNearer(SceneObject leader, SceneObject other, SceneObject base, Frame frame);

    /**
     * Whether a sentence may name an object at all.
     *
     * @param sameClass all objects of its class, itself among them
     */
    default boolean mayBeNamed(SceneObject object, List<SceneObject> sameClass, Frame frame) {
        return true;
    }
}
