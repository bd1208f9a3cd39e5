package org.crobim.language.phrase;

import java.util.List;
import java.util.Locale;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.attribute.ShapeName;
import org.crobim.language.attribute.SizeName;

/** Wordings of what an object looks like. */
final class AttributeWords {
    private static final List<String> COLOUR_BEHIND =
            List.of("with a predominantly %s color", "of a predominantly %s color", "of mostly %s color");
    private static final List<String> COLOUR_PREDICATES = List.of(
            "is predominantly %s in color",
            "exhibits a predominantly %s hue", "has a %s color", "appears mostly %s", "is colored %s");
    private static final List<String> SHAPE_BEHIND =
            List.of("with a clearly %s shape", "of clearly %s shape", "with a clearly %s outline");
    private static final List<String> SHAPE_PREDICATES =
            List.of("has a clearly %s shape", "is %s in shape", "has a %s outline", "appears %s in shape");
    private static final List<String> SIZE_BEHIND =
            List.of("of rather %s size", "of relatively %s size", "with a rather %s size");
    private static final List<String> SIZE_PREDICATES =
            List.of("is %s in size", "appears rather %s in size", "is relatively %s in size");

    private static final List<String> HORIZONTAL_BEHIND = List.of(
            "oriented horizontally",
            "aligned parallel to the top edge of the image",
            "aligned parallel to the bottom edge of the image",
            "extending horizontally");
    private static final List<String> VERTICAL_BEHIND = List.of(
            "oriented vertically",
            "aligned parallel to the left edge of the image",
            "aligned parallel to the right edge of the image",
            "extending vertically");
    private static final List<String> DIAGONAL_BEHIND =
            List.of("oriented diagonally", "lying diagonally", "extending diagonally");

    private AttributeWords() {}

    /** Before the noun: "white", "round", "large", "horizontal". */
    static String before(Attribute attribute, Pick pick) {
        return pick.of(words(attribute));
    }

    /** After the noun: "with a rectangular shape". */
    static String behind(Attribute attribute, Pick pick) {
        if (attribute instanceof OrientationName orientation) {
            return pick.of(behind(orientation));
        }
        return pick.of(pattern(attribute, COLOUR_BEHIND, SHAPE_BEHIND, SIZE_BEHIND))
                .formatted(words(attribute).get(0));
    }

    /** A predicate with its verb: "has a rectangular shape". */
    static String predicate(Attribute attribute, Pick pick) {
        if (attribute instanceof OrientationName orientation) {
            return "is " + pick.of(behind(orientation));
        }
        return pick.of(pattern(attribute, COLOUR_PREDICATES, SHAPE_PREDICATES, SIZE_PREDICATES))
                .formatted(words(attribute).get(0));
    }

    private static List<String> pattern(
            Attribute attribute, List<String> colour, List<String> shape, List<String> size) {
        if (attribute instanceof ColourName) {
            return colour;
        }
        return attribute instanceof ShapeName ? shape : size;
    }

    private static List<String> behind(OrientationName orientation) {
        return switch (orientation) {
            case HORIZONTAL -> HORIZONTAL_BEHIND;
            case VERTICAL -> VERTICAL_BEHIND;
            case DIAGONAL -> DIAGONAL_BEHIND;
        };
    }

    private static List<String> words(Attribute attribute) {
        if (attribute instanceof SizeName size) {
            return size == SizeName.SMALL ? List.of("small", "small", "little") : List.of("large", "large", "big");
        }
        if (attribute instanceof ShapeName shape) {
            return switch (shape) {
                case ROUND -> List.of("round", "circular");
                case SQUARE -> List.of("square");
                case RECTANGULAR -> List.of("rectangular");
                case ELONGATED -> List.of("elongated", "long");
            };
        }
        if (attribute == ColourName.GRAY) {
            return List.of("gray", "gray", "grey");
        }
        return List.of(((Enum<?>) attribute).name().toLowerCase(Locale.ROOT));
    }
}
