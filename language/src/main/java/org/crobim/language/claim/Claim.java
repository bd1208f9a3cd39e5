package org.crobim.language.claim;

import org.crobim.language.Stratum;

/** Something said about an object beside its class. */
public sealed interface Claim
        permits InRegion, Extreme, OfSize, Towards, Nearest, Has, Between, AdjacentTo, InGroup, Ordinal {
    /** Narrows the objects that the words before this claim left over. */
    Candidates narrow(Candidates before, Scene scene);

    /** What a sentence rests on when this is its last, deciding claim. */
    Stratum stratum();
}
