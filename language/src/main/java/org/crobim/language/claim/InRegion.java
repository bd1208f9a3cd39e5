package org.crobim.language.claim;

import org.crobim.language.Stratum;

/**
 * The centre of the object lies in a named part of the image.
 *
 * @param region the part
 */
public record InRegion(Region region) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        return before.filter(object -> region.judge(scene.x(object), scene.y(object), scene.margins()));
    }

    @Override
    public Stratum stratum() {
        return Stratum.POSITION;
    }
}
