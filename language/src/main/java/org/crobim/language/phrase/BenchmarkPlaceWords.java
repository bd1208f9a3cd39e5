package org.crobim.language.phrase;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crobim.language.place.Region;

/** Wordings of the parts of an image in full sentences; "of the image" follows. */
final class BenchmarkPlaceWords {
    static final List<String> IMAGE = List.of("image", "image", "image", "image", "scene", "picture");

    private static final List<String> PREPOSITIONS = List.of("in", "at", "within", "in");
    private static final List<String> PARTS = List.of("part", "portion", "section", "area", "region", "side");
    private static final List<String> CORNERS = List.of("corner", "corner", "part", "area", "section", "portion");
    private static final List<String> MIDDLES = List.of("part", "area", "section", "region", "portion");

    private static final Map<Region, List<String>> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(Region.TOP_LEFT, List.of("top-left", "top left", "upper left", "upper-left")),
            Map.entry(Region.TOP_RIGHT, List.of("top-right", "top right", "upper right", "upper-right")),
            Map.entry(Region.BOTTOM_LEFT, List.of("bottom-left", "bottom left", "lower left", "lower-left")),
            Map.entry(Region.BOTTOM_RIGHT, List.of("bottom-right", "bottom right", "lower right", "lower-right")),
            Map.entry(Region.MIDDLE_LEFT, List.of("middle-left", "middle left", "center-left")),
            Map.entry(Region.MIDDLE_RIGHT, List.of("middle-right", "middle right", "center-right")),
            Map.entry(Region.TOP_CENTER, List.of("top-center", "top center", "top middle", "upper middle")),
            Map.entry(Region.BOTTOM_CENTER, List.of("bottom-center", "bottom center", "bottom middle", "lower middle")),
            Map.entry(Region.CENTER, List.of("central", "middle", "center")),
            Map.entry(Region.LEFT, List.of("left", "left-hand")),
            Map.entry(Region.RIGHT, List.of("right", "right-hand")),
            Map.entry(Region.TOP, List.of("top", "upper")),
            Map.entry(Region.BOTTOM, List.of("bottom", "lower"))));

    /** After "is": "more to the left" is not said, that would compare. */
    private static final Map<Region, List<String>> BARE = new EnumMap<>(Map.of(
            Region.CENTER, List.of("at the center", "in the middle", "near the center", "in the center"),
            Region.LEFT, List.of("on the left side", "on the left"),
            Region.RIGHT, List.of("on the right side", "on the right"),
            Region.TOP, List.of("at the top", "near the top"),
            Region.BOTTOM, List.of("at the bottom", "near the bottom")));

    private static final double BARE_SHARE = 0.4;
    private static final double NAME_ALONE_SHARE = 0.3;
    private static final double NEAR_SHARE = 0.3;

    private BenchmarkPlaceWords() {}

    /** "near the top-left corner", "in the lower middle". */
    static String place(Region region, Pick pick) {
        List<String> bare = BARE.getOrDefault(region, List.of());
        if (!bare.isEmpty() && pick.sometimes(BARE_SHARE)) {
            return pick.of(bare);
        }
        String name = pick.of(names(region));
        if (bare.isEmpty() && pick.sometimes(NAME_ALONE_SHARE)) {
            return "%s the %s".formatted(pick.sometimes(NEAR_SHARE) ? "at" : "in", name);
        }
        String part = pick.of(parts(region));
        String preposition = part.equals("corner") && pick.sometimes(NEAR_SHARE) ? "near" : pick.of(PREPOSITIONS);
        return "%s the %s %s".formatted(part.equals("side") ? "on" : preposition, name, part);
    }

    /** Before the noun: "top-left". */
    static String adjective(Region region, Pick pick) {
        return pick.of(names(region));
    }

    static Stream<String> all() {
        return Stream.of(
                        NAMES.values().stream().flatMap(List::stream),
                        BARE.values().stream().flatMap(List::stream),
                        PREPOSITIONS.stream(),
                        PARTS.stream(),
                        CORNERS.stream(),
                        IMAGE.stream())
                .flatMap(words -> words);
    }

    private static List<String> names(Region region) {
        return NAMES.getOrDefault(region, List.of());
    }

    private static List<String> parts(Region region) {
        return switch (region) {
            case TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT -> CORNERS;
            case LEFT, RIGHT, TOP, BOTTOM -> PARTS;
            default -> MIDDLES;
        };
    }
}
