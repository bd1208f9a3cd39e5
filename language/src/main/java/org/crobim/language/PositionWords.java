package org.crobim.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that say where, how big compared with others, or next to what; class, colour and plain size words are none.
 *
 * <p>A model that understands them must lose when they are taken away.
 */
public final class PositionWords {
    private static final Set<String> CLAIMS = Set.of(
            ("left right top bottom upper lower middle center centre central leftmost rightmost topmost bottommost uppermost"
                            + " lowermost most highest lowest higher farthest furthest further far halfway up down above below under beneath"
                            + " beside largest biggest smallest tiniest littlest larger bigger smaller closest nearest near close"
                            + " next north south east west northern southern eastern western only sole single")
                    .split(" ", -1));

    /** Words that mean nothing once the position before them is gone. */
    private static final Set<String> PARTS = Set.of(
            "corner",
            "part",
            "side",
            "edge",
            "border",
            "area",
            "half",
            "portion",
            "section",
            "row",
            "column",
            "distance");

    private static final Set<String> IMAGE = Set.of("image", "picture", "scene", "photo", "view");

    private static final Set<String> PREPOSITIONS =
            Set.of("in", "at", "on", "to", "near", "along", "towards", "toward", "from", "with", "of");

    private PositionWords() {}

    /**
     * Takes the position words out of a sentence, together with the preposition that governs them and "of the image" behind them.
     *
     * @return the other words in their order and spelling, separated by single blanks
     */
    public static String removedFrom(String text) {
        List<String> words = Arrays.asList(text.strip().split("\\s+", -1));
        boolean[] removed = new boolean[words.size()];
        for (int i = 0; i < words.size(); i++) {
            if (isClaim(words.get(i))) {
                removed[i] = true;
                removeGoverning(words, removed, i);
                removeDependent(words, removed, i);
            }
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!removed[i]) {
                kept.add(words.get(i));
            }
        }
        return String.join(" ", kept);
    }

    /** Takes "in the" away before a position. */
    private static void removeGoverning(List<String> words, boolean[] removed, int position) {
        int i = position - 1;
        boolean article = i >= 0 && bare(words.get(i)).equals("the");
        int preposition = article ? i - 1 : i;
        if (preposition >= 0 && PREPOSITIONS.contains(bare(words.get(preposition)))) {
            Arrays.fill(removed, preposition, position, true);
        }
    }

    /** Takes "corner of the image" away behind a position. */
    private static void removeDependent(List<String> words, boolean[] removed, int position) {
        int i = position + 1;
        while (i < words.size() && PARTS.contains(bare(words.get(i)))) {
            removed[i++] = true;
        }
        if (i + 2 < words.size()
                && bare(words.get(i)).equals("of")
                && bare(words.get(i + 1)).equals("the")
                && IMAGE.contains(bare(words.get(i + 2)))) {
            Arrays.fill(removed, i, i + 3, true);
        }
    }

    private static boolean isClaim(String word) {
        return Arrays.stream(bare(word).split("-", -1)).allMatch(CLAIMS::contains);
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z-]", "");
    }
}
