package org.crobim.language.phrase;

import java.util.List;
import java.util.stream.Stream;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/** Wordings of extremes and sizes. */
final class SuperlativeWords {
    private static final List<String> LEFTMOST =
            List.of("leftmost", "left-most", "leftmost", "furthest left", "farthest left");
    private static final List<String> RIGHTMOST =
            List.of("rightmost", "right-most", "rightmost", "furthest right", "farthest right");
    private static final List<String> TOPMOST = List.of("topmost", "top-most", "uppermost", "highest");
    private static final List<String> BOTTOMMOST = List.of("bottommost", "bottom-most", "lowermost", "lowest");

    private static final List<String> AFTER_HORIZONTAL = List.of(
            "farthest to the left",
            "furthest to the left",
            "closest to the left edge",
            "nearest to the left edge",
            "closest to the left side",
            "nearest the left border");
    private static final List<String> AFTER_VERTICAL = List.of(
            "closest to the top edge",
            "nearest to the top edge",
            "closest to the top",
            "nearest the top border",
            "nearest the top",
            "closest to the top side");

    private static final List<String> LARGEST = List.of("largest", "biggest", "largest");
    private static final List<String> SMALLEST = List.of("smallest", "tiniest", "smallest", "littlest");
    private static final List<String> AFTER_LARGEST = List.of(
            "with the largest area",
            "of the largest size",
            "that is larger than all others",
            "that is bigger than the others");
    private static final List<String> AFTER_SMALLEST = List.of(
            "with the smallest area",
            "of the smallest size",
            "that is smaller than all others",
            "that is smaller than the others");

    private SuperlativeWords() {}

    /** Before the noun: "leftmost". */
    static List<String> before(Side side) {
        return switch (side) {
            case LEFT -> LEFTMOST;
            case RIGHT -> RIGHTMOST;
            case TOP -> TOPMOST;
            case BOTTOM -> BOTTOMMOST;
        };
    }

    /** After the noun: "closest to the left edge". */
    static String after(Side side, Pick pick) {
        return switch (side) {
            case LEFT -> pick.of(AFTER_HORIZONTAL);
            case RIGHT -> pick.of(AFTER_HORIZONTAL).replace("left", "right");
            case TOP -> pick.of(AFTER_VERTICAL);
            case BOTTOM -> pick.of(AFTER_VERTICAL).replace("top", "bottom");
        };
    }

    /** Before the noun: "largest". */
    static List<String> before(SizeRank rank) {
        return rank == SizeRank.LARGEST ? LARGEST : SMALLEST;
    }

    /** After the noun: "with the largest area". */
    static List<String> after(SizeRank rank) {
        return rank == SizeRank.LARGEST ? AFTER_LARGEST : AFTER_SMALLEST;
    }

    static Stream<String> all() {
        return Stream.of(
                        LEFTMOST,
                        RIGHTMOST,
                        TOPMOST,
                        BOTTOMMOST,
                        AFTER_HORIZONTAL,
                        AFTER_VERTICAL,
                        LARGEST,
                        SMALLEST,
                        AFTER_LARGEST,
                        AFTER_SMALLEST,
                        List.of("right", "bottom"))
                .flatMap(List::stream);
    }
}
