package org.crobim.language.claim;

import java.util.List;
import org.crobim.language.ObjectCategory;
import org.crobim.language.Stratum;

/**
 * The meaning of a sentence: a class word and claims, each about what the words before it left over. "The largest ship on the
 * left" is ship, then left, then largest: the largest among the ships on the left.
 *
 * @param category class
 * @param claims from the first to the deciding one; none when the class word is enough
 */
public record Description(ObjectCategory category, List<Claim> claims) {
    /** Copies the list. */
    public Description {
        claims = List.copyOf(claims);
    }

    /** A class word with its claims, from the first to the deciding one. */
    public static Description of(ObjectCategory category, Claim... claims) {
        return new Description(category, List.of(claims));
    }

    /** The objects of a scene that this may mean. */
    public Candidates resolve(Scene scene) {
        Candidates candidates = new Candidates(scene.ofCategory(category), List.of());
        for (Claim claim : claims) {
            candidates = claim.narrow(candidates, scene);
        }
        return candidates;
    }

    /** What the deciding claim rests on; {@link Stratum#UNIQUE} without claims. */
    public Stratum stratum() {
        return claims.isEmpty() ? Stratum.UNIQUE : claims.get(claims.size() - 1).stratum();
    }
}
