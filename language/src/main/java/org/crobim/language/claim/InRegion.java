package org.crobim.language.claim;

import org.crobim.language.Stratum;
import org.crobim.language.place.Region;

/**
 * The object lies in a named part of the image.
 *
 * @param region the part
 */
public record InRegion(Region region) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        return before.filter(object -> scene.rules().inRegion(region, object, scene.frame()));
    }

    @Override
    public Stratum stratum() {
        return Stratum.POSITION;
    }
}
