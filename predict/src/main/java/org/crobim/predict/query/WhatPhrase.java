package org.crobim.predict.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Has;

/** The phrase that names an object by what can be seen of it alone: "white airplane". */
final class WhatPhrase {
    private WhatPhrase() {}

    /**
     * Attributes and class of a description, without its places and relations.
     *
     * @param furtherWords words on the object alone that no claim holds, such as "parked"
     */
    static String of(Description description, List<String> furtherWords) {
        List<String> words = new ArrayList<>(furtherWords);
        for (Claim claim : description.claims()) {
            if (claim instanceof Has has) {
                words.add(word(has.attribute()));
            }
        }
        words.add(description.category().canonicalName());
        return String.join(" ", words);
    }

    private static String word(Attribute attribute) {
        // All attributes are enumerations whose constants are the words themselves.
        return attribute.toString().toLowerCase(Locale.ROOT);
    }
}
