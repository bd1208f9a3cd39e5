package org.crobim.language.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crobim.language.parse.DirectionWords;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Side;
import org.crobim.language.rewrite.SentencePieces.Piece;

/**
 * Changes the words for directions in a sentence, from left to right. A flip exchanges single words; a quarter turn also
 * changes the construction, because "above" has no counterpart for the sides. Used once, for one sentence.
 */
final class DirectionRules {
    private static final Map<String, Wording> SIDES = wordings(DirectionWords.SIDES);
    private static final Map<String, Wording> EXTREMES = wordings(DirectionWords.EXTREMES);
    private static final Map<String, Integer> VERTICALS = Map.of("above", -1, "below", 1);
    private static final Map<String, Integer> UP_OR_DOWN = Map.of("up", -1, "down", 1);
    private static final Map<String, Integer> HIGHER_OR_LOWER = Map.of("higher", -1, "lower", 1);
    private static final Set<String> FURTHER = Set.of("further", "farther");
    private static final Set<String> LONG_AXES = Set.of("horizontal", "horizontally", "vertical", "vertically");

    /** What may follow "right" where it means "directly". */
    private static final Set<String> AFTER_ADVERB = Set.of(
            "next",
            "beside",
            "by",
            "above",
            "below",
            "at",
            "in",
            "on",
            "near",
            "between",
            "along",
            "around",
            "across",
            "opposite",
            "adjacent",
            "where",
            "after",
            "before",
            "outside",
            "inside");

    private static final Set<String> BEFORE_NOUN =
            Set.of("the", "a", "an", "far", "from", "most", "very", "and", "s", "to");

    private final List<Piece> pieces;
    private final String ending;
    private final List<String> words;
    private final ImageTurn turn;
    private final StringBuilder text = new StringBuilder();
    private int position;

    /**
     * A word among those for its side.
     *
     * @param side the side it names
     * @param rank its place in the list of that side, the same as that of its counterpart on the opposite side
     */
    private record Wording(Side side, int rank) {}

    DirectionRules(SentencePieces sentence, ImageTurn turn) {
        this.pieces = sentence.pieces();
        this.ending = sentence.ending();
        this.words = sentence.words();
        this.turn = turn;
    }

    /** The sentence with all directions changed; empty when a direction is used in an unknown way. */
    Optional<String> rewritten() {
        while (position < words.size()) {
            if (!halfway()
                    && !aboveAndBeside()
                    && !vertical()
                    && !higherThan()
                    && !besideOf()
                    && !cell()
                    && !single()) {
                if (turn.movesVertical() && UP_OR_DOWN.containsKey(words.get(position))) {
                    return Optional.empty();
                }
                replace(1, words.get(position));
            }
        }
        return Optional.of(text + ending);
    }

    /** "Halfway up the left side" is as true after a flip; after a quarter turn it is halfway along. */
    private boolean halfway() {
        boolean fits = word(0).equals("halfway") && UP_OR_DOWN.containsKey(word(1));
        if (fits) {
            replace(2, "halfway", turn.transposed() ? "along" : word(1));
        }
        return fits;
    }

    /** "Above and to the left of": the order of the words stays. */
    private boolean aboveAndBeside() {
        Integer y = VERTICALS.get(word(0));
        int side = word(1).equals("and") ? relationSide(2) : -1;
        if (y == null || side < 0) {
            return false;
        }
        Bearing turned = turn.of(Bearing.of(x(word(side)), y));
        List<String> phrase = new ArrayList<>(words.subList(position, position + side));
        phrase.set(0, turned.y() < 0 ? "above" : "below");
        phrase.add(turned.x() < 0 ? "left" : "right");
        replace(side + 1, phrase.toArray(String[]::new));
        return true;
    }

    private boolean vertical() {
        Integer y = VERTICALS.get(word(0));
        if (y == null) {
            return false;
        }
        Bearing turned = turn.of(Bearing.of(0, y));
        replace(1, turned.x() == 0 ? words(verticalWord(turned)) : beside(turned));
        return true;
    }

    /** "Further up than", "lower down than", "higher than". */
    private boolean higherThan() {
        boolean further = FURTHER.contains(word(0)) && UP_OR_DOWN.containsKey(word(1)) && word(2).equals("than");
        boolean plain = HIGHER_OR_LOWER.containsKey(word(0)) && word(1).equals("than");
        boolean lower =
                HIGHER_OR_LOWER.containsKey(word(0)) && UP_OR_DOWN.containsKey(word(1)) && word(2).equals("than");
        if (!further && !plain && !lower) {
            return false;
        }
        int y = further ? UP_OR_DOWN.getOrDefault(word(1), 0) : HIGHER_OR_LOWER.getOrDefault(word(0), 0);
        Bearing turned = turn.of(Bearing.of(0, y));
        int count = plain ? 2 : 3;
        if (turned.x() != 0) {
            replace(count, beside(turned));
            return true;
        }
        boolean up = turned.y() < 0;
        String first = further ? word(0) : up ? "higher" : "lower";
        String[] phrase = plain ? new String[] {first, "than"} : new String[] {first, up ? "up" : "down", "than"};
        replace(count, phrase);
        return true;
    }

    /** "On the left of the bridge" becomes "above the bridge"; without a turn of the axes only the word changes, later. */
    private boolean besideOf() {
        int side = turn.transposed() ? relationSide(0) : -1;
        if (side < 0) {
            return false;
        }
        replace(side + 2, verticalWord(turn.of(Bearing.of(x(word(side)), 0))));
        return true;
    }

    /** Neighbouring grid words: "upper left"; a quarter turn exchanges rows and columns, so their order is reversed. */
    private boolean cell() {
        int count = 0;
        while (isGridWord(word(count)) && !isAdverb(count)) {
            count++;
        }
        if (count == 0) {
            return false;
        }
        List<String> cell = words.subList(position, position + count);
        int rank = cell.stream()
                .map(SIDES::get)
                .filter(wording -> wording != null && !wording.side().isHorizontal())
                .mapToInt(Wording::rank)
                .max()
                .orElse(0);
        List<String> turned = new ArrayList<>();
        for (String word : cell) {
            Wording wording = SIDES.get(word);
            turned.add(wording == null ? word : sideWord(turn.of(wording.side()), rank));
        }
        if (turn.transposed()) {
            Collections.reverse(turned);
        }
        // There is a left hand but no top hand.
        boolean hand = turn.transposed() && word(count).equals("hand");
        replace(hand ? count + 1 : count, turned.toArray(String[]::new));
        return true;
    }

    private boolean single() {
        Wording extreme = EXTREMES.get(word(0));
        if (extreme != null) {
            List<String> there = DirectionWords.EXTREMES.getOrDefault(turn.of(extreme.side()), List.of());
            replace(1, there.get(Math.min(extreme.rank(), there.size() - 1)));
            return true;
        }
        boolean axis = turn.transposed() && LONG_AXES.contains(word(0));
        if (axis) {
            boolean vertical = word(0).startsWith("vertical");
            replace(
                    1,
                    vertical ? word(0).replace("vertical", "horizontal") : word(0).replace("horizontal", "vertical"));
        }
        return axis;
    }

    /**
     * Where the side stands in "[to|on|at] [the] left of" ahead, if this is a relation to an object and not a part of the image.
     *
     * @param offset from the current word to where the phrase begins
     * @return offset of the word for left or right; -1 when there is no such phrase
     */
    private int relationSide(int offset) {
        if (isCountedFrom(offset)) {
            return -1;
        }
        int side = offset;
        side += Set.of("to", "on", "at", "in").contains(word(side)) ? 1 : 0;
        side += word(side).equals("the") ? 1 : 0;
        int after = side + 2;
        after += word(after).equals("the") ? 1 : 0;
        boolean relation =
                x(word(side)) != 0 && word(side + 1).equals("of") && !DirectionWords.IMAGE.contains(word(after));
        return relation ? side : -1;
    }

    /** "The second from the right of small size" counts from a side of the image and stands in no relation. */
    private boolean isCountedFrom(int offset) {
        int before = position + offset - 1;
        before -= before >= 0 && words.get(before).equals("the") ? 1 : 0;
        return before >= 0 && words.get(before).equals("from");
    }

    private static boolean isGridWord(String word) {
        return SIDES.containsKey(word) || DirectionWords.MIDDLE.contains(word);
    }

    /** Whether "right" means "directly" here: "right above the bridge". */
    private boolean isAdverb(int offset) {
        int before = position + offset - 1;
        boolean noun = before >= 0 && (BEFORE_NOUN.contains(words.get(before)) || isGridWord(words.get(before)));
        return word(offset).equals("right") && !noun && AFTER_ADVERB.contains(word(offset + 1));
    }

    private static String sideWord(Side side, int rank) {
        List<String> there = DirectionWords.SIDES.getOrDefault(side, List.of());
        return there.get(Math.min(rank, there.size() - 1));
    }

    private static String verticalWord(Bearing bearing) {
        return bearing.y() < 0 ? "above" : "below";
    }

    private static String[] words(String phrase) {
        return phrase.split(" ", -1);
    }

    private static int x(String word) {
        return word.equals("left") ? -1 : word.equals("right") ? 1 : 0;
    }

    private static String[] beside(Bearing bearing) {
        return words(bearing.x() < 0 ? "to the left of" : "to the right of");
    }

    /** A word ahead; none beyond the end. */
    private String word(int offset) {
        return position + offset < words.size() ? words.get(position + offset) : "";
    }

    /** Writes words in place of the next ones, with what stood between them and their capitals. */
    private void replace(int count, String... phrase) {
        for (int i = 0; i < phrase.length; i++) {
            if (i < count) {
                Piece piece = pieces.get(position + i);
                text.append(piece.gap()).append(piece.spelledLike(phrase[i]));
            } else {
                text.append(' ').append(phrase[i]);
            }
        }
        position += count;
    }

    private static Map<String, Wording> wordings(Map<Side, List<String>> words) {
        Map<String, Wording> wordings = new HashMap<>();
        words.forEach((side, names) -> {
            for (int rank = 0; rank < names.size(); rank++) {
                wordings.put(names.get(rank), new Wording(side, rank));
            }
        });
        return Map.copyOf(wordings);
    }
}
