package org.crobim.language.rewrite;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Words whose truth depends on how the image lies, in a way that the text alone does not tell. */
final class UnsafeWords {
    /** Directions on the ground and turns: nobody said where north is. */
    private static final Set<String> ALWAYS = Set.of(
            ("north south east west northern southern eastern western northeast northwest southeast southwest northeastern"
                            + " northwestern southeastern southwestern northward southward eastward westward clock oclock clockwise"
                            + " counterclockwise anticlockwise mirrored reversed")
                    .split(" ", -1));

    /** "Over" may mean that the bridge spans the river or that it lies nearer to the top edge. */
    private static final Set<String> WITH_VERTICAL = Set.of(
            "over under underneath beneath behind front upward upwards downward downwards upside".split(" ", -1));

    private static final List<String> PHRASES_ALWAYS = List.of("o clock", "left behind");

    private static final List<String> PHRASES_WITH_VERTICAL =
            List.of("on top of", "top view", "top down", "from above");

    /** "In a row" may run in any direction; "the second row" is a column after a quarter turn. */
    private static final List<String> HARMLESS_ROWS = List.of("in a row", "in the row", "of a row", "of the row");

    private static final Set<String> ROWS = Set.of("row", "rows", "column", "columns");
    private static final Set<String> ORDINALS =
            Set.of("first", "second", "third", "fourth", "fifth", "last", "2nd", "3rd", "4th", "5th");

    /** With one of these it is said along what is counted. */
    private static final Set<String> ORDERS = Set.of(
            ("from leftmost rightmost topmost bottommost uppermost lowermost highest lowest most largest biggest smallest"
                            + " tiniest littlest furthest farthest closest nearest longest shortest")
                    .split(" ", -1));

    private UnsafeWords() {}

    /** Whether a sentence holds a word that forbids this turn. */
    static boolean forbid(List<String> words, ImageTurn turn) {
        if (turn.equals(ImageTurn.UPRIGHT)) {
            return false;
        }
        String joined = joined(words);
        return !Collections.disjoint(words, ALWAYS)
                || containsAny(joined, PHRASES_ALWAYS)
                || turn.movesVertical()
                        && (!Collections.disjoint(words, WITH_VERTICAL) || containsAny(joined, PHRASES_WITH_VERTICAL))
                || turn.transposed() && countsRows(words)
                || !Collections.disjoint(words, ORDINALS) && Collections.disjoint(words, ORDERS);
    }

    private static boolean countsRows(List<String> words) {
        String withoutHarmless =
                HARMLESS_ROWS.stream().reduce(joined(words), (text, phrase) -> text.replace(" " + phrase + " ", " "));
        return Stream.of(withoutHarmless.split(" ", -1)).anyMatch(ROWS::contains);
    }

    private static String joined(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }

    private static boolean containsAny(String joined, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> joined.contains(" " + phrase + " "));
    }
}
