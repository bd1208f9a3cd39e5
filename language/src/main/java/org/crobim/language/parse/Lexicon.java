package org.crobim.language.parse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.attribute.ShapeName;
import org.crobim.language.attribute.SizeName;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Grouping;
import org.crobim.language.place.Side;
import org.crobim.language.place.SizeRank;

/** All words that the grammar knows, by what they mean. */
final class Lexicon {
    /** A step of the 3 x 3 grid. */
    enum GridStep {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT,
        MIDDLE
    }

    static final Set<String> ARTICLES = words("the a an this that its");
    static final Set<String> PREPOSITIONS = words("in at on near along towards toward to within from around");
    static final Set<String> DEGREES = words("very far extreme absolute slightly quite relatively");
    static final Set<String> ADVERBS =
            words("just directly immediately right slightly located situated positioned somewhat exactly");
    static final Set<String> PARTS = words(
            "corner part side area edge half portion section region border quadrant quarter end zone position margin hand");
    static final Set<String> IMAGE = DirectionWords.IMAGE;
    static final Set<String> LINKS = words(
            "located situated positioned found visible placed lying that which is lies stands standing sits seen");
    static final Set<String> AND = words("and or");
    static final Set<String> ONLY = words("only single sole");

    static final PhraseTable<GridStep> GRID = PhraseTable.of(Map.of(
            GridStep.TOP, sides(Side.TOP),
            GridStep.BOTTOM, sides(Side.BOTTOM),
            GridStep.LEFT, with(sides(Side.LEFT), "left hand"),
            GridStep.RIGHT, with(sides(Side.RIGHT), "right hand"),
            GridStep.MIDDLE, DirectionWords.MIDDLE));

    static final PhraseTable<Side> EXTREMES =
            PhraseTable.of(Arrays.stream(Side.values()).collect(Collectors.toMap(side -> side, Lexicon::extremes)));

    static final PhraseTable<SizeRank> SIZE_RANKS = PhraseTable.of(Map.of(
            SizeRank.LARGEST, List.of("largest", "biggest", "hugest"),
            SizeRank.SMALLEST, List.of("smallest", "tiniest", "littlest")));

    /** Comparatives by which end of the order an object would have if it were so against all others. */
    static final PhraseTable<SizeRank> COMPARATIVES = PhraseTable.of(Map.of(
            SizeRank.LARGEST, List.of("larger", "bigger"), SizeRank.SMALLEST, List.of("smaller", "tinier", "littler")));

    static final Set<String> MUCH = words("much far slightly little bit somewhat clearly considerably a");
    static final Set<String> NEAREST = words("closest nearest");
    static final Set<String> FURTHEST = words("farthest furthest");

    static final PhraseTable<Integer> ORDINALS = PhraseTable.of(Map.of(
            1, List.of("first"),
            2, List.of("second", "2nd"),
            3, List.of("third", "3rd"),
            4, List.of("fourth", "4th"),
            5, List.of("fifth", "5th")));

    /** Directions that need no "of": "above the bridge". */
    static final PhraseTable<Bearing> VERTICALS = PhraseTable.of(Map.of(
            Bearing.ABOVE, List.of("above", "over", "further up than", "higher up than", "higher than"),
            Bearing.BELOW,
                    List.of(
                            "below",
                            "under",
                            "underneath",
                            "beneath",
                            "further down than",
                            "lower down than",
                            "lower than")));

    static final PhraseTable<String> BESIDE = PhraseTable.ofWords(Stream.of(
            "next to",
            "beside",
            "adjacent to",
            "alongside",
            "right by",
            "bordering",
            "close to",
            "near",
            "neighboring"));

    static final PhraseTable<Grouping> GROUPINGS = PhraseTable.of(Map.of(
            Grouping.ROW, among("row", "line"),
            Grouping.GROUP, among("group", "cluster"),
            Grouping.APART,
                    with(
                            Stream.of("standing apart", "apart", "isolated", "away", "standing away")
                                    .flatMap(apart -> Stream.of("the other", "the others", "all other", "all others")
                                            .map(others -> apart + " from " + others))
                                    .toList(),
                            "standing alone",
                            "standing apart",
                            "isolated")));

    static final PhraseTable<Attribute> ATTRIBUTES = PhraseTable.of(Map.<Attribute, List<String>>ofEntries(
            Map.entry(ColourName.WHITE, List.of("white")),
            Map.entry(ColourName.GRAY, List.of("gray", "grey", "silver")),
            Map.entry(ColourName.BLACK, List.of("black")),
            Map.entry(ColourName.RED, List.of("red")),
            Map.entry(ColourName.ORANGE, List.of("orange")),
            Map.entry(ColourName.YELLOW, List.of("yellow")),
            Map.entry(ColourName.GREEN, List.of("green")),
            Map.entry(ColourName.BLUE, List.of("blue")),
            Map.entry(ColourName.PURPLE, List.of("purple", "violet")),
            Map.entry(ColourName.BROWN, List.of("brown")),
            Map.entry(ShapeName.ROUND, List.of("round", "rounded", "circular")),
            Map.entry(ShapeName.SQUARE, List.of("square")),
            Map.entry(ShapeName.RECTANGULAR, List.of("rectangular")),
            Map.entry(ShapeName.ELONGATED, List.of("elongated", "slender", "long", "narrow")),
            Map.entry(SizeName.SMALL, List.of("small", "tiny", "little")),
            Map.entry(SizeName.LARGE, List.of("large", "big", "huge", "massive")),
            Map.entry(
                    OrientationName.HORIZONTAL,
                    List.of(
                            "horizontal",
                            "horizontally",
                            "parallel to the top edge of the image",
                            "parallel to the bottom edge of the image")),
            Map.entry(
                    OrientationName.VERTICAL,
                    List.of(
                            "vertical",
                            "vertically",
                            "parallel to the left edge of the image",
                            "parallel to the right edge of the image")),
            Map.entry(OrientationName.DIAGONAL, List.of("diagonal", "diagonally"))));

    /** Properties for which there is no measure. */
    static final PhraseTable<Remark.Kind> UNMEASURED = PhraseTable.of(Map.of(
            Remark.Kind.COLOUR,
            List.of("cyan", "pink", "tan", "beige", "dark", "light", "bright", "pale", "colorful"),
            Remark.Kind.SHAPE,
            List.of("oval", "frustum of a cone", "triangular", "curved", "straight", "wide", "short", "cylindrical"),
            Remark.Kind.SIZE,
            List.of("medium", "medium sized"),
            Remark.Kind.STATE,
            words("driving parked lying going running anchored moored docked moving sailing standing crossing").stream()
                    .toList()));

    /** Shades, which say little beside the colour that follows. */
    static final Set<String> SHADES = words("dark light bright pale");

    static final Set<String> LOOKS_PREPOSITIONS = words("with of in has have having exhibits exhibiting shows showing");
    static final Set<String> LOOKS_VERBS = words("is are was appears looks seems colored coloured painted");
    static final Set<String> LOOKS_ADVERBS =
            words("predominantly mostly mainly clearly rather relatively very quite fairly colored coloured");
    static final Set<String> LOOKS_NOUNS = words("color colour hue tone tint shade shape outline form size dimension");
    static final Set<String> ALIGNED = words("oriented aligned extending lying running stretching arranged is");
    static final Set<String> NUMBERS = words("two three four five six seven eight nine ten");

    static final Set<String> INSIDE = words("in on at inside within into through across along with by of");
    static final Set<String> HOLDS = words("has have having with containing contains");

    /** Words that carry no claim of their own: where no rule takes them, nothing is lost. */
    static final Set<String> FUNCTION_WORDS = union(
            ARTICLES,
            AND,
            ONLY,
            IMAGE,
            words("is are was be it these those which who there here in at on to of as by for with from can you i we"),
            words("located situated positioned found visible placed lies seen shown appears"),
            words("find segment show me highlight select mark locate outline extract where see please identify"),
            words("shaped sized whole entire object one target aerial satellite present exhibits just directly"),
            LOOKS_NOUNS,
            LOOKS_VERBS,
            LOOKS_ADVERBS,
            words("exactly primarily oriented aligned"));

    private Lexicon() {}

    /** Every word with a place in the grammar. */
    static Set<String> words() {
        return Stream.of(
                        Stream.of(GRID, EXTREMES, SIZE_RANKS, COMPARATIVES, ORDINALS, VERTICALS, BESIDE)
                                .flatMap(table -> table.words().stream()),
                        Stream.of(GROUPINGS, ATTRIBUTES, UNMEASURED).flatMap(table -> table.words().stream()),
                        Stream.of(PREPOSITIONS, DEGREES, ADVERBS, PARTS, LINKS, MUCH, NEAREST, FURTHEST)
                                .flatMap(Set::stream),
                        Stream.of(
                                        INSIDE,
                                        HOLDS,
                                        ALIGNED,
                                        FUNCTION_WORDS,
                                        words("between distance similar others counting"))
                                .flatMap(Set::stream))
                .flatMap(words -> words)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> sides(Side side) {
        return DirectionWords.SIDES.getOrDefault(side, List.of());
    }

    /** "Leftmost", "left-most", "furthest left". */
    private static List<String> extremes(Side side) {
        Stream<String> composed = sides(side).stream()
                .flatMap(word -> Stream.of(word + " most", "furthest " + word, "farthest " + word, "most " + word));
        return Stream.concat(DirectionWords.EXTREMES.getOrDefault(side, List.of()).stream(), composed)
                .toList();
    }

    private static List<String> among(String... companies) {
        return Arrays.stream(companies)
                .flatMap(company -> Stream.of("in a ", "in the ", "within a ", "within the ", "of a ", "of the ")
                        .map(preposition -> preposition + company))
                .toList();
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Arrays.stream(more)).toList();
    }

    private static Set<String> words(String separatedByBlanks) {
        return Set.of(separatedByBlanks.split(" ", -1));
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> union = new HashSet<>();
        for (Set<String> set : sets) {
            union.addAll(set);
        }
        return Set.copyOf(union);
    }
}
