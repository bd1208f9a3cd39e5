package org.crobim.language.parse;

import java.util.Optional;
import org.crobim.language.claim.Description;

/**
 * Something a sentence says that is understood but that no claim can judge.
 *
 * @param kind what it is about
 * @param words the words that say it, without the name of the other object
 * @param other the other object that it speaks of; empty where the object alone is meant
 */
public record Remark(Kind kind, String words, Optional<Description> other) {
    /** What a remark is about. */
    public enum Kind {
        /** A colour without a measure, or several together. */
        COLOUR,
        /** "Oval", "frustum of a cone". */
        SHAPE,
        /** "Small", "huge". */
        SIZE,
        /** "Much smaller than the bridge". */
        SIZE_COMPARISON,
        /** One lies in or on the other: "in the stadium", "driving on the bridge". */
        CONTACT,
        /** Beside or away from the other. */
        DISTANCE,
        /** A direction from several objects at once, or a place among them. */
        GROUP,
        /** What the object does: "parked". */
        STATE
    }

    /** A remark on the object alone. */
    static Remark on(Kind kind, String words) {
        return new Remark(kind, words, Optional.empty());
    }
}
