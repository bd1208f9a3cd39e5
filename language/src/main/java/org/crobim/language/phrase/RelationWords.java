package org.crobim.language.phrase;

import java.util.List;
import java.util.stream.Stream;
import org.crobim.language.place.Bearing;

/** Wordings of directions from, and nearness to, another object; the other object's name follows. */
final class RelationWords {
    static final List<String> NEAREST_AFTER =
            List.of("closest to", "nearest to", "nearest", "at the smallest distance from");

    /** Before the noun, with {@link #NEAREST_TO} behind it: "the nearest ship to the bridge". */
    static final List<String> NEAREST_BEFORE = List.of("closest", "nearest");

    static final String NEAREST_TO = "to";

    private static final List<String> LEFT =
            List.of("left of", "to the left of", "on the left of", "on the left side of");
    private static final List<String> RIGHT =
            List.of("right of", "to the right of", "on the right of", "on the right side of");
    private static final List<String> ABOVE = List.of("above", "above", "above", "further up than", "higher up than");
    private static final List<String> BELOW =
            List.of("below", "below", "below", "further down than", "lower down than");
    private static final List<String> ABOVE_LEFT = diagonal("upper left", "top left", "above and to the left of");
    private static final List<String> ABOVE_RIGHT = diagonal("upper right", "top right", "above and to the right of");
    private static final List<String> BELOW_LEFT = diagonal("lower left", "bottom left", "below and to the left of");
    private static final List<String> BELOW_RIGHT =
            diagonal("lower right", "bottom right", "below and to the right of");

    private RelationWords() {}

    static List<String> towards(Bearing bearing) {
        return switch (bearing) {
            case LEFT -> LEFT;
            case RIGHT -> RIGHT;
            case ABOVE -> ABOVE;
            case BELOW -> BELOW;
            case ABOVE_LEFT -> ABOVE_LEFT;
            case ABOVE_RIGHT -> ABOVE_RIGHT;
            case BELOW_LEFT -> BELOW_LEFT;
            case BELOW_RIGHT -> BELOW_RIGHT;
        };
    }

    static Stream<String> all() {
        return Stream.concat(
                Stream.of(Bearing.values()).flatMap(bearing -> towards(bearing).stream()),
                Stream.of(NEAREST_AFTER, NEAREST_BEFORE, List.of(NEAREST_TO)).flatMap(List::stream));
    }

    private static List<String> diagonal(String name, String otherName, String spelledOut) {
        return List.of(
                "on the " + name + " of",
                "to the " + name + " of",
                "to the " + otherName + " of",
                "on the " + otherName + " of",
                spelledOut);
    }
}
