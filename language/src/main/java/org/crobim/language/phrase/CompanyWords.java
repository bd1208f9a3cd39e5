package org.crobim.language.phrase;

import java.util.List;
import java.util.Locale;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Grouping;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/** Wordings of how an object stands to others, and of ranks among them. */
final class CompanyWords {
    static final List<String> ADJACENT = List.of("next to", "adjacent to", "beside");
    static final List<String> BETWEEN = List.of("between", "in between");
    static final List<String> NEAREST = List.of("closest to", "nearest to");

    private static final List<String> ROW = List.of("in the row of %s", "within the row of %s");
    private static final List<String> GROUP =
            List.of("in the group of %s", "within the group of %s", "in the cluster of %s");
    private static final List<String> APART =
            List.of("standing apart from the other %s", "isolated from the other %s", "away from all other %s");

    private static final List<String> RANKS = List.of("first", "second", "third", "fourth", "fifth");

    private CompanyWords() {}

    /** "to the left of"; the other object's name follows. What may be heard as a part of the other object is not said. */
    static String towards(Bearing bearing, Pick pick) {
        return pick.of(
                switch (bearing) {
                    case LEFT -> List.of("to the left of", "to the left of", "on the left of");
                    case RIGHT -> List.of("to the right of", "to the right of", "on the right of");
                    case ABOVE -> List.of("above");
                    case BELOW -> List.of("below", "below", "beneath");
                    case ABOVE_LEFT ->
                        List.of("to the upper left of", "to the top left of", "above and to the left of");
                    case ABOVE_RIGHT ->
                        List.of("to the upper right of", "to the top right of", "above and to the right of");
                    case BELOW_LEFT ->
                        List.of("to the lower left of", "to the bottom left of", "below and to the left of");
                    case BELOW_RIGHT ->
                        List.of("to the lower right of", "to the bottom right of", "below and to the right of");
                });
    }

    /** Before the noun: "left-most". "Highest" is not said: it may be heard of the height above the ground. */
    static String extreme(Side side, Pick pick) {
        return pick.of(
                switch (side) {
                    case LEFT -> List.of("left-most", "leftmost", "farthest left");
                    case RIGHT -> List.of("right-most", "rightmost", "farthest right");
                    case TOP -> List.of("top-most", "topmost", "uppermost");
                    case BOTTOM -> List.of("bottom-most", "bottommost", "lowermost");
                });
    }

    /** After the noun: "closest to the left edge of the image". */
    static String extremeBehind(Side side, Pick pick) {
        return "%s the %s %s of the %s"
                .formatted(
                        pick.of(NEAREST),
                        side.name().toLowerCase(Locale.ROOT),
                        pick.of(List.of("edge", "edge", "border")),
                        pick.of(BenchmarkPlaceWords.IMAGE));
    }

    /** "overpasses". */
    static String plural(String noun) {
        return noun + (noun.endsWith("s") ? "es" : "s");
    }

    /** "in the row of ships". */
    static String grouping(Grouping grouping, String plural, Pick pick) {
        List<String> wordings = switch (grouping) {
            case ROW -> ROW;
            case GROUP -> GROUP;
            case APART -> APART;
        };
        return pick.of(wordings).formatted(plural);
    }

    /** "second", from 1. */
    static String rank(int rank) {
        return RANKS.get(rank - 1);
    }

    /** "from the left". */
    static String countedFrom(Side side) {
        return switch (side) {
            case LEFT -> "from the left";
            case RIGHT -> "from the right";
            case TOP -> "from the top";
            case BOTTOM -> "from the bottom";
        };
    }

    /** "largest", after a rank. */
    static String sizeRank(SizeRank rank, Pick pick) {
        return pick.of(rank == SizeRank.LARGEST ? List.of("largest", "biggest") : List.of("smallest"));
    }
}
