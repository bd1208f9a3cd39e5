package org.crobim.language.phrase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crobim.language.ObjectCategory;

/** The words from which a tokenizer's own vocabulary is built. */
public final class GrammarWords {
    private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^a-z0-9]+");

    /** English words usual in sentences about aerial images, beside those that the grammar itself can say. */
    private static final List<String> USUAL = List.of(
            // colours
            "white black gray grey silver red orange yellow green blue cyan purple violet pink brown beige tan dark light bright",
            "pale colored coloured color colour hue shade predominantly mostly partly striped",
            // shapes and sizes
            "small large big little tiny huge long short wide narrow slender thin thick tall compact medium massive extensive",
            "smaller larger bigger longer longest shorter shortest wider widest taller rectangular square round rounded circular oval curved straight shaped",
            "shape elongated triangular frustum cone cylindrical area size similar same much than to",
            // numbers and order
            "one two three four five six seven eight nine ten first second third fourth fifth last next other another single both",
            "pair group row column line cluster several many number",
            // places and directions
            "left right top bottom upper lower middle center centre central corner edge side border half quarter part end front back",
            "leftmost rightmost topmost bottommost north south east west northern southern eastern western vertical horizontal",
            "vertically horizontally diagonal diagonally slightly far further close closer near nearest nearby adjacent next beside",
            "between through above below under over behind around along across inside outside within opposite parallel perpendicular towards",
            "toward from by with without at on in into of off up down away apart facing aligned oriented angled pointing just directly",
            "immediately very almost halfway approximately extending stretching running surrounded connected attached docked anchored",
            "moored parked driving moving going lying standing crossing leading containing featuring appears appearing visible seen",
            // surroundings and materials
            "road street highway expressway intersection lane parking lot runway taxiway apron terminal building buildings house roof",
            "rooftop water river lake sea ocean shore coast beach land grass trees tree forest field fields bare soil sand concrete",
            "asphalt metal wooden paved ground vegetation residential industrial urban rural background shadow clay court courts",
            "tennis van truck bus trailer train railway track ships planes vehicles cars boats tanks bridges marking bikeway sidewalk",
            "low impervious surface crane tower turbine wheel wing wings tail deck hull pier jetty dock port marina yacht ferry cargo",
            "aircraft jet helicopter sports sport soccer football basketball baseball stadium pool oil fuel storage station",
            // small words
            "the a an and or is are was be it its this that these those which who there has have having all each any no not only as",
            "more most less least but while where what show find segment image picture photo scene view object objects target region");

    private GrammarWords() {}

    /**
     * Every word that the templates, class names and synonyms can produce, then usual words of the field.
     *
     * @return lower-case words of letters and digits without duplicates, always in the same order; a compound such as
     *     "left-most" is given by its parts, as a WordPiece tokenizer splits it
     */
    public static List<String> all() {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(
                        ofCategories(),
                        RegionWords.all(),
                        SuperlativeWords.all(),
                        RelationWords.all(),
                        FrameWords.all(),
                        USUAL.stream())
                .flatMap(phrases -> phrases)
                .flatMap(GrammarWords::split)
                .forEach(words::add);
        return List.copyOf(words);
    }

    private static Stream<String> ofCategories() {
        return Stream.of(ObjectCategory.values())
                .flatMap(category -> category.names().stream())
                .flatMap(name -> Stream.of(name, name + "s"));
    }

    private static Stream<String> split(String phrase) {
        return NOT_A_LETTER_OR_DIGIT
                .splitAsStream(phrase.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty());
    }
}
