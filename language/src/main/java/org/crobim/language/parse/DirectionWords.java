package org.crobim.language.parse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crobim.language.place.Side;

/** The words that name a side of the image, shared by those who read sentences and those who rewrite them. */
public final class DirectionWords {
    /** "Left", "upper"; a word and the one at its place for the opposite side belong together. */
    public static final Map<Side, List<String>> SIDES = Map.of(
            Side.LEFT, List.of("left"),
            Side.RIGHT, List.of("right"),
            Side.TOP, List.of("top", "upper"),
            Side.BOTTOM, List.of("bottom", "lower"));

    /** "Leftmost", "highest"; a word and the one at its place for the opposite side belong together. */
    public static final Map<Side, List<String>> EXTREMES = Map.of(
            Side.LEFT, List.of("leftmost"),
            Side.RIGHT, List.of("rightmost"),
            Side.TOP, List.of("topmost", "uppermost", "highest"),
            Side.BOTTOM, List.of("bottommost", "lowermost", "lowest"));

    /** Neither side. */
    public static final Set<String> MIDDLE = Set.of("middle", "center", "centre", "central");

    /** The image itself. */
    public static final Set<String> IMAGE = Set.of("image", "picture", "scene", "photo", "view", "frame", "photograph");

    private DirectionWords() {}
}
