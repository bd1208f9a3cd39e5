package org.crobim.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the class that a sentence speaks of, for data sets that carry none, and the class that a data file names.
 *
 * <p>The first class word counts ("the ship left of the bridge" is about a ship), and where it starts the longest name
 * ("ground track field"). Singular, plural and the joined spellings of the data sets are known. A bare "court" is read as a tennis
 * court and a bare "tank" as a storage tank, the most frequent kinds.
 */
public final class CategoryMention {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

    /**
     * Names of whole classes beside {@link ObjectCategory#names()}, as they occur in RISBench, RRSIS-D, DOTA and DIOR. DOTA
     * and iSAID divide the vehicles in two.
     */
    private static final Map<ObjectCategory, List<String>> FURTHER_NAMES = Map.ofEntries(
            Map.entry(ObjectCategory.AIRPLANE, List.of("aeroplane", "aircraft")),
            Map.entry(ObjectCategory.BASEBALL_DIAMOND, List.of("ball diamond")),
            Map.entry(
                    ObjectCategory.EXPRESSWAY_SERVICE_AREA,
                    List.of("service area", "highway service area", "rest area")),
            Map.entry(
                    ObjectCategory.EXPRESSWAY_TOLL_STATION,
                    List.of("toll station", "toll gate", "toll plaza", "toll booth", "highway toll station")),
            Map.entry(ObjectCategory.GROUND_TRACK_FIELD, List.of("running track", "athletic field", "athletic track")),
            Map.entry(ObjectCategory.HARBOR, List.of("harbour", "port")),
            Map.entry(ObjectCategory.HELIPAD, List.of("helicopter pad")),
            Map.entry(ObjectCategory.OVERPASS, List.of("flyover")),
            Map.entry(ObjectCategory.ROUNDABOUT, List.of("traffic circle")),
            Map.entry(ObjectCategory.SOCCER_BALL_FIELD, List.of("football field", "soccer pitch", "football pitch")),
            Map.entry(ObjectCategory.TRAIN_STATION, List.of("railway station", "rail station")),
            Map.entry(ObjectCategory.VEHICLE, List.of("small vehicle", "large vehicle", "automobile")),
            Map.entry(ObjectCategory.WINDMILL, List.of("wind mill")));

    /** Words for a part of a class, or short for the most frequent kind: a sentence means the class, a data file does not. */
    private static final Map<ObjectCategory, List<String>> LOOSE_WORDS = Map.ofEntries(
            Map.entry(ObjectCategory.AIRPLANE, List.of("jet", "airliner")),
            Map.entry(ObjectCategory.BASEBALL_DIAMOND, List.of("baseball court", "baseball stadium", "baseball")),
            Map.entry(ObjectCategory.BASKETBALL_COURT, List.of("basketball field", "basketball")),
            Map.entry(ObjectCategory.CONTAINER_CRANE, List.of("crane")),
            Map.entry(ObjectCategory.GROUND_TRACK_FIELD, List.of("track")),
            Map.entry(ObjectCategory.HARBOR, List.of("jetty", "wharf", "quay")),
            Map.entry(ObjectCategory.SHIP, List.of("yacht", "ferry", "ferries", "barge")),
            Map.entry(ObjectCategory.STORAGE_TANK, List.of("tank", "fuel tank", "silo")),
            Map.entry(ObjectCategory.TENNIS_COURT, List.of("court", "tennis field")),
            Map.entry(ObjectCategory.VEHICLE, List.of("truck", "bus", "buses", "van", "lorry")),
            Map.entry(ObjectCategory.WINDMILL, List.of("turbine")));

    private static final Map<String, ObjectCategory> BY_NAME = byName(FURTHER_NAMES);

    private static final Map<String, ObjectCategory> BY_WORD = byWord();

    private static final int LONGEST_NAME = BY_WORD.keySet().stream()
            .mapToInt(name -> name.split(" ", -1).length)
            .max()
            .orElse(1);

    /**
     * A class name in a sentence.
     *
     * @param category the class
     * @param wordCount number of words of the name, at least 1
     */
    public record CategoryName(ObjectCategory category, int wordCount) {}

    private CategoryMention() {}

    /** The class of the first class word in a sentence; empty when there is none. */
    public static Optional<ObjectCategory> find(String text) {
        List<String> words = List.of(NOT_A_LETTER.split(text.toLowerCase(Locale.ROOT)));
        return IntStream.range(0, words.size())
                .mapToObj(start -> startingAt(words, start))
                .flatMap(Optional::stream)
                .map(CategoryName::category)
                .findFirst();
    }

    /**
     * The longest class name that starts at a word.
     *
     * @param words lower case, without punctuation
     * @param start index of the first word of the name
     */
    public static Optional<CategoryName> startingAt(List<String> words, int start) {
        for (int end = Math.min(words.size(), start + LONGEST_NAME); end > start; end--) {
            ObjectCategory category = BY_WORD.get(String.join(" ", words.subList(start, end)));
            if (category != null) {
                return Optional.of(new CategoryName(category, end - start));
            }
        }
        return Optional.empty();
    }

    /**
     * The class that a data file calls so; empty when the text is not as a whole the name of a class. Case, plural, and what
     * stands between words (spaces, hyphens, underscores, nothing) do not matter.
     */
    public static Optional<ObjectCategory> named(String name) {
        String joined = BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return Optional.ofNullable(BY_NAME.get(joined));
    }

    private static Map<String, ObjectCategory> byName(Map<ObjectCategory, List<String>> further) {
        Map<String, ObjectCategory> byName = new HashMap<>();
        for (ObjectCategory category : ObjectCategory.values()) {
            List<String> names = new ArrayList<>(category.names());
            names.addAll(further.getOrDefault(category, List.of()));
            for (String name : names) {
                for (String spelling : List.of(name, name.replace(" ", ""))) {
                    byName.putIfAbsent(spelling, category);
                    byName.putIfAbsent(spelling + "s", category);
                    byName.putIfAbsent(spelling + "es", category);
                }
            }
        }
        return Map.copyOf(byName);
    }

    private static Map<String, ObjectCategory> byWord() {
        Map<String, ObjectCategory> byWord = new HashMap<>(byName(LOOSE_WORDS));
        byWord.putAll(BY_NAME);
        return Map.copyOf(byWord);
    }
}
