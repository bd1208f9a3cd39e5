package org.crobim.language.benchmark;

import java.util.List;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.InGroup;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.Ordinal;
import org.crobim.language.claim.Towards;

/** The three strata in which results on RISBench are published; every description belongs to exactly one. */
public enum BenchmarkStratum {
    /** A part of the image, or an extreme or rank towards one of its sides, and no other object. */
    IMAGE_RELATIVE,
    /** Direction from, or nearness to, other objects, whatever else is said. */
    OBJECT_RELATIVE,
    /** Nothing but class, colour, shape, size and orientation. */
    ATTRIBUTE_ONLY;

    /** The stratum of a description, by its claims about the target. */
    public static BenchmarkStratum of(Description description) {
        List<Claim> claims = description.claims();
        if (claims.stream().anyMatch(BenchmarkStratum::speaksOfOthers)) {
            return OBJECT_RELATIVE;
        }
        return claims.stream().anyMatch(BenchmarkStratum::speaksOfTheImage) ? IMAGE_RELATIVE : ATTRIBUTE_ONLY;
    }

    private static boolean speaksOfOthers(Claim claim) {
        return claim instanceof Towards
                || claim instanceof Nearest
                || claim instanceof Between
                || claim instanceof AdjacentTo
                || claim instanceof InGroup;
    }

    private static boolean speaksOfTheImage(Claim claim) {
        return claim instanceof InRegion
                || claim instanceof Extreme
                || claim instanceof Ordinal ordinal && ordinal.order() instanceof Extreme;
    }
}
