package org.crobim.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the class that a sentence speaks of, for data sets that carry none.
 *
 * <p>The first class word counts ("the ship left of the bridge" is about a ship), and where it starts the longest name
 * ("ground track field"). Singular, plural and the joined spellings of the data sets are known. A bare "court" is read as a tennis
 * court and a bare "tank" as a storage tank, the most frequent kinds.
 */
public final class CategoryMention {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]+");

    /** Names beside {@link ObjectCategory#names()}, as they occur in RISBench, RRSIS-D, DOTA and DIOR. */
    private static final Map<ObjectCategory, List<String>> FURTHER_NAMES = Map.ofEntries(
            Map.entry(ObjectCategory.AIRPLANE, List.of("aeroplane", "aircraft", "jet", "airliner")),
            Map.entry(
                    ObjectCategory.BASEBALL_DIAMOND,
                    List.of("baseball court", "baseball stadium", "ball diamond", "baseball")),
            Map.entry(ObjectCategory.BASKETBALL_COURT, List.of("basketball field", "basketball")),
            Map.entry(ObjectCategory.CONTAINER_CRANE, List.of("crane")),
            Map.entry(
                    ObjectCategory.EXPRESSWAY_SERVICE_AREA,
                    List.of("service area", "highway service area", "rest area")),
            Map.entry(
                    ObjectCategory.EXPRESSWAY_TOLL_STATION,
                    List.of("toll station", "toll gate", "toll plaza", "toll booth", "highway toll station")),
            Map.entry(
                    ObjectCategory.GROUND_TRACK_FIELD,
                    List.of("running track", "athletic field", "athletic track", "track")),
            Map.entry(ObjectCategory.HARBOR, List.of("harbour", "port", "jetty", "wharf", "quay")),
            Map.entry(ObjectCategory.HELIPAD, List.of("helicopter pad")),
            Map.entry(ObjectCategory.OVERPASS, List.of("flyover")),
            Map.entry(ObjectCategory.ROUNDABOUT, List.of("traffic circle")),
            Map.entry(ObjectCategory.SHIP, List.of("yacht", "ferry", "barge")),
            Map.entry(ObjectCategory.SOCCER_BALL_FIELD, List.of("football field", "soccer pitch", "football pitch")),
            Map.entry(ObjectCategory.STORAGE_TANK, List.of("tank", "fuel tank", "silo")),
            Map.entry(ObjectCategory.TENNIS_COURT, List.of("court", "tennis field")),
            Map.entry(ObjectCategory.TRAIN_STATION, List.of("railway station", "rail station")),
            Map.entry(
                    ObjectCategory.VEHICLE,
                    List.of("small vehicle", "large vehicle", "truck", "bus", "van", "lorry", "automobile")),
            Map.entry(ObjectCategory.WINDMILL, List.of("wind mill", "turbine")));

    private static final Map<String, ObjectCategory> BY_NAME = byName();

    private static final int LONGEST_NAME = BY_NAME.keySet().stream()
            .mapToInt(name -> name.split(" ", -1).length)
            .max()
            .orElse(1);

    private CategoryMention() {}

    /** The class of the first class word in a sentence; empty when there is none. */
    public static Optional<ObjectCategory> find(String text) {
        List<String> words = List.of(NOT_A_LETTER.split(text.toLowerCase(Locale.ROOT)));
        for (int start = 0; start < words.size(); start++) {
            for (int end = Math.min(words.size(), start + LONGEST_NAME); end > start; end--) {
                ObjectCategory category = BY_NAME.get(String.join(" ", words.subList(start, end)));
                if (category != null) {
                    return Optional.of(category);
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, ObjectCategory> byName() {
        Map<String, ObjectCategory> byName = new HashMap<>();
        for (ObjectCategory category : ObjectCategory.values()) {
            List<String> names = new ArrayList<>(category.names());
            names.addAll(FURTHER_NAMES.getOrDefault(category, List.of()));
            for (String name : names) {
                for (String spelling : List.of(name, name.replace(" ", ""))) {
                    byName.putIfAbsent(spelling, category);
                    byName.putIfAbsent(spelling + "s", category);
                }
            }
        }
        byName.put("buses", ObjectCategory.VEHICLE);
        byName.put("ferries", ObjectCategory.SHIP);
        return Map.copyOf(byName);
    }
}
