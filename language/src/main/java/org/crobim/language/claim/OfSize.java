package org.crobim.language.claim;

import org.crobim.language.Stratum;
import org.crobim.language.place.SizeRank;

/**
 * The object is the largest or smallest by area.
 *
 * @param rank the end of the order
 */
public record OfSize(SizeRank rank) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        return before.best(
                object -> rank == SizeRank.LARGEST ? object.areaPixels() : -object.areaPixels(),
                (leader, other) -> scene.rules().isAhead(rank, leader, other));
    }

    @Override
    public Stratum stratum() {
        return Stratum.SIZE;
    }
}
