package org.crobim.data.render.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.Towards;

/**
 * Which pairs of a word for an object (its class or an attribute) and a relation to another object are kept for testing:
 * whoever learnt "red" and "left of" apart should understand "the red one left of". Always the same pairs, about one in six,
 * whatever the seed of a data set, so that results on several sets can be compared.
 */
public final class HeldOutCompositions {
    private static final int ONE_IN = 6;

    private HeldOutCompositions() {}

    /**
     * A word for an object, and what is said of where it lies.
     *
     * @param word class or attribute, lower case
     * @param relation "left", "nearest", "next to", "between" ...
     */
    public record Composition(String word, String relation) implements Comparable<Composition> {
        /** Whether it is kept for testing. */
        public boolean isHeldOut() {
            CRC32 hash = new CRC32();
            hash.update((word + "|" + relation).getBytes(StandardCharsets.UTF_8));
            return hash.getValue() % ONE_IN == 0;
        }

        @Override
        public int compareTo(Composition other) {
            int words = word.compareTo(other.word);
            return words != 0 ? words : relation.compareTo(other.relation);
        }
    }

    /** Whether a sentence with this meaning may not be learnt from. */
    public static boolean isHeldOut(Description description) {
        return of(description).stream().anyMatch(Composition::isHeldOut);
    }

    /** All compositions in a description, those within the descriptions of other objects too. */
    public static Set<Composition> of(Description description) {
        Set<Composition> compositions = new TreeSet<>();
        Set<String> words = description.claims().stream()
                .filter(Has.class::isInstance)
                .map(claim -> lowerCase(((Has) claim).attribute()))
                .collect(Collectors.toCollection(TreeSet::new));
        words.add(description.category().canonicalName());
        for (Claim claim : description.claims()) {
            relation(claim)
                    .forEach(relation -> words.forEach(word -> compositions.add(new Composition(word, relation))));
            anchors(claim).forEach(anchor -> compositions.addAll(of(anchor)));
        }
        return compositions;
    }

    private static Stream<String> relation(Claim claim) {
        if (claim instanceof Towards towards) {
            return Stream.of(lowerCase(towards.bearing()));
        } else if (claim instanceof Nearest) {
            return Stream.of("nearest");
        } else if (claim instanceof AdjacentTo) {
            return Stream.of("next to");
        }
        return claim instanceof Between ? Stream.of("between") : Stream.empty();
    }

    private static Stream<Description> anchors(Claim claim) {
        if (claim instanceof Towards towards) {
            return Stream.of(towards.anchor());
        } else if (claim instanceof Nearest nearest) {
            return Stream.of(nearest.anchor());
        } else if (claim instanceof AdjacentTo adjacent) {
            return Stream.of(adjacent.anchor());
        }
        return claim instanceof Between between ? Stream.of(between.first(), between.second()) : Stream.empty();
    }

    private static String lowerCase(Object named) {
        return named.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
