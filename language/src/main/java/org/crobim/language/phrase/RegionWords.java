package org.crobim.language.phrase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crobim.language.place.Region;

/** Wordings of the parts of an image. */
final class RegionWords {
    /** After the noun: "in the top left". May follow "is located". */
    private static final Map<Region, List<String>> PLACES = new EnumMap<>(Region.class);

    /** Before the noun: "top left ship". */
    private static final Map<Region, List<String>> ADJECTIVES = new EnumMap<>(Region.class);

    static final List<String> IMAGE = List.of("image", "image", "image", "picture", "scene", "photo", "view");

    static {
        corner(Region.TOP_LEFT, "top", "upper", "left");
        corner(Region.TOP_RIGHT, "top", "upper", "right");
        corner(Region.BOTTOM_LEFT, "bottom", "lower", "left");
        corner(Region.BOTTOM_RIGHT, "bottom", "lower", "right");
        edgeMiddleRow(Region.MIDDLE_LEFT, "left");
        edgeMiddleRow(Region.MIDDLE_RIGHT, "right");
        edgeMiddleColumn(Region.TOP_CENTER, "top", "upper");
        edgeMiddleColumn(Region.BOTTOM_CENTER, "bottom", "lower");
        column(Region.LEFT, "left");
        column(Region.RIGHT, "right");
        row(Region.TOP, "top", "upper");
        row(Region.BOTTOM, "bottom", "lower");
        PLACES.put(
                Region.CENTER,
                List.of(
                        "in the middle",
                        "in the center",
                        "at the center",
                        "in the central part",
                        "in the middle part",
                        "near the center",
                        "in the middle area",
                        "in the central area"));
        ADJECTIVES.put(Region.CENTER, List.of("center", "central", "middle"));
    }

    private RegionWords() {}

    static List<String> places(Region region) {
        return wordings(PLACES, region);
    }

    static List<String> adjectives(Region region) {
        return wordings(ADJECTIVES, region);
    }

    static Stream<String> all() {
        return Stream.of(PLACES.values().stream(), ADJECTIVES.values().stream(), Stream.of(IMAGE))
                .flatMap(lists -> lists)
                .flatMap(List::stream);
    }

    private static List<String> wordings(Map<Region, List<String>> words, Region region) {
        List<String> found = words.get(region);
        if (found == null) {
            throw new IllegalStateException("No wording for region " + region);
        }
        return found;
    }

    private static void corner(Region region, String row, String otherRow, String column) {
        List<String> places = new ArrayList<>();
        List<String> adjectives = new ArrayList<>();
        for (String name :
                List.of(row + " " + column, row + "-" + column, otherRow + " " + column, otherRow + "-" + column)) {
            adjectives.add(name);
            places.addAll(List.of(
                    "in the " + name,
                    "at the " + name,
                    "on the " + name,
                    "in the " + name + " corner",
                    "near the " + name + " corner",
                    "in the " + name + " part"));
        }
        places.add("at the " + row + " on the " + column);
        PLACES.put(region, List.copyOf(places));
        ADJECTIVES.put(region, List.copyOf(adjectives));
    }

    private static void edgeMiddleRow(Region region, String column) {
        PLACES.put(
                region,
                List.of(
                                "in the middle left",
                                "in the middle-left",
                                "on the middle left",
                                "at the middle left",
                                "in the middle left part",
                                "in the center left",
                                "at the center-left",
                                "halfway up the left side",
                                "in the middle of the left side")
                        .stream()
                        .map(place -> place.replace("left", column))
                        .toList());
        ADJECTIVES.put(region, List.of("middle " + column, "middle-" + column, "center " + column, "center-" + column));
    }

    private static void edgeMiddleColumn(Region region, String row, String otherRow) {
        PLACES.put(
                region,
                List.of(
                        "in the " + row + " center",
                        "at the " + row + " center",
                        "in the " + row + "-center",
                        "in the " + row + " middle",
                        "in the " + row + " middle part",
                        "in the " + otherRow + " middle",
                        "in the " + otherRow + " center",
                        "in the middle of the " + row + " side"));
        ADJECTIVES.put(
                region,
                List.of(row + " center", row + "-center", row + " middle", otherRow + " middle", otherRow + " center"));
    }

    private static void column(Region region, String column) {
        PLACES.put(
                region,
                List.of(
                        "on the " + column,
                        "on the " + column + " side",
                        "at the " + column,
                        "in the " + column + " part",
                        "at the " + column + " side",
                        "in the " + column + " area"));
        ADJECTIVES.put(region, List.of(column));
    }

    private static void row(Region region, String row, String otherRow) {
        PLACES.put(
                region,
                List.of(
                        "at the " + row,
                        "on the " + row,
                        "at the " + row + " side",
                        "in the " + otherRow + " part",
                        "in the " + row + " part",
                        "in the " + otherRow + " area",
                        "in the " + row + " area"));
        ADJECTIVES.put(region, List.of(row, otherRow));
    }
}
