package org.crobim.language.rules;

import java.util.List;
import org.crobim.language.SceneObject;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/** Two sets of rules at once: sure is what both are sure of, so that what names one object here names it under either. */
record JointRules(Rules one, Rules other) implements Rules {
    @Override
    public Verdict inRegion(Region region, SceneObject object, Frame frame) {
        return one.inRegion(region, object, frame).agreed(other.inRegion(region, object, frame));
    }

    @Override
    public boolean isFurther(Side side, SceneObject leader, SceneObject second, Frame frame) {
        return one.isFurther(side, leader, second, frame) && other.isFurther(side, leader, second, frame);
    }

    @Override
    public boolean isAhead(SizeRank rank, SceneObject leader, SceneObject second) {
        return one.isAhead(rank, leader, second) && other.isAhead(rank, leader, second);
    }

    @Override
    public Verdict towards(Bearing bearing, SceneObject object, SceneObject base, Frame frame) {
        return one.towards(bearing, object, base, frame).agreed(other.towards(bearing, object, base, frame));
    }

    @Override
    public boolean isNearer(SceneObject leader, SceneObject second, SceneObject base, Frame frame) {
        return one.isNearer(leader, second, base, frame) && other.isNearer(leader, second, base, frame);
    }

    @Override
    public boolean mayBeNamed(SceneObject object, List<SceneObject> sameClass, Frame frame) {
        return one.mayBeNamed(object, sameClass, frame) && other.mayBeNamed(object, sameClass, frame);
    }
}
