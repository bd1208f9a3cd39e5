package org.crobim.language.generate;

import org.crobim.language.ObjectCategory;
import org.crobim.language.Stratum;
import org.crobim.language.claim.Description;

/**
 * A description that surely names one object of a scene.
 *
 * @param description what can be said
 * @param target id of the object
 * @param stratum what it rests on; {@link Stratum#UNIQUE} where the class word alone would do, whatever else is said
 */
public record Reference(Description description, int target, Stratum stratum) {
    ObjectCategory category() {
        return description.category();
    }

    /** Whether this is of the same kind and class as another but names another object. */
    boolean contrasts(Reference other) {
        return stratum == other.stratum && category() == other.category() && target != other.target;
    }
}
