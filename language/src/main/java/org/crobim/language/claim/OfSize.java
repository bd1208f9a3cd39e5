package org.crobim.language.claim;

import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;

/**
 * The object is the largest or smallest by area. An object that is cut by the frame or hidden has no sure size: neither it nor
 * anything compared with it.
 *
 * @param rank the end of the order
 */
public record OfSize(SizeRank rank) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        Margins.Size margins = scene.margins().size();
        return before.best(
                object -> rank == SizeRank.LARGEST ? object.areaPixels() : -object.areaPixels(),
                (leader, other) -> leader.visibleFraction() >= margins.wholeFraction()
                        && other.visibleFraction() >= margins.wholeFraction()
                        && ratio(leader, other) >= margins.ratio());
    }

    @Override
    public Stratum stratum() {
        return Stratum.SIZE;
    }

    private double ratio(SceneObject leader, SceneObject other) {
        return rank == SizeRank.LARGEST
                ? leader.areaPixels() / other.areaPixels()
                : other.areaPixels() / leader.areaPixels();
    }
}
