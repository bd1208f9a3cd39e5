package org.crobim.language.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.crobim.core.geometry.Box;
import org.crobim.language.ObjectCategory;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.Stratum;
import org.crobim.language.phrase.ParaphraseStyle;
import org.junit.jupiter.api.Test;

class ExpressionGeneratorTest {
    private static final GeneratorOptions PLAIN = GeneratorOptions.standard()
            .withStyle(ParaphraseStyle.PLAIN)
            .withMix(StratumMix.balanced().withAbsentShare(0));

    private static final SceneLayout ROW =
            layout(ship(1, 10, 50, 1), ship(2, 40, 52, 1), ship(3, 65, 48, 1), ship(4, 90, 50, 1));

    @Test
    void theSameGeneratorStateGivesTheSameSentences() {
        ExpressionGenerator generator = new ExpressionGenerator(GeneratorOptions.standard());
        for (int seed = 0; seed < 20; seed++) {
            SceneLayout layout = RandomScenes.next(new SplittableRandom(seed));
            assertThat(generator.sentences(layout, 6, new SplittableRandom(seed)))
                    .isEqualTo(generator.sentences(layout, 6, new SplittableRandom(seed)));
        }
    }

    @Test
    void nothingIsSaidTwice() {
        List<ReferringExpression> all = new ExpressionGenerator(PLAIN).sentences(ROW, 100, new SplittableRandom(2));
        assertThat(all).extracting(ReferringExpression::text).doesNotHaveDuplicates();
        assertThat(all).hasSameSizeAs(new ExpressionGenerator(PLAIN).references(ROW));
    }

    @Test
    void objectsHardlyVisibleOrTinyAreNeverNamedButRivalOthers() {
        SceneLayout halfHidden = layout(ship(1, 10, 50, 0.3), ship(2, 50, 50, 1), ship(3, 90, 50, 1));
        assertThat(targets(halfHidden)).containsOnly(2, 3);
        assertThat(texts(halfHidden)).doesNotContain("the leftmost ship").contains("the rightmost ship");

        ExpressionGenerator onlyLarge = new ExpressionGenerator(new GeneratorOptions(
                PLAIN.mix(), PLAIN.style(), PLAIN.margins(), new TargetRules(1000, 0.4, 0.1), PLAIN.annotated()));
        assertThat(onlyLarge.references(ROW)).isEmpty();
        assertThat(onlyLarge.sentences(ROW, 3, new SplittableRandom(1))).isEmpty();
    }

    @Test
    void aContrastingSentenceNamesAnotherObjectOfTheClassInTheSameWay() {
        StratumMix contrasts = new StratumMix(Map.of(Stratum.EXTREME, 1.0, Stratum.POSITION, 1.0), 0, 1);
        ExpressionGenerator generator = new ExpressionGenerator(PLAIN.withMix(contrasts));
        SceneLayout three = layout(ship(1, 10, 50, 1), ship(2, 50, 52, 1), ship(3, 90, 50, 1));
        for (int seed = 0; seed < 50; seed++) {
            List<ReferringExpression> pair = generator.sentences(three, 2, new SplittableRandom(seed));
            assertThat(pair).hasSize(2);
            assertThat(pair.get(0).stratum()).isEqualTo(pair.get(1).stratum());
            assertThat(pair.get(0).target()).isNotEqualTo(pair.get(1).target());
        }
    }

    @Test
    void theMixDecidesHowOftenEachKindIsDrawn() {
        ExpressionGenerator generator = new ExpressionGenerator(GeneratorOptions.standard());
        Map<Stratum, Integer> drawn = new EnumMap<>(Stratum.class);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            generator.sentences(ROW, 1, random).forEach(said -> drawn.merge(said.stratum(), 1, Integer::sum));
        }
        // The row offers extremes and positions, which weigh the same; one sentence in five is absent.
        assertThat(drawn).containsOnlyKeys(Stratum.EXTREME, Stratum.POSITION, Stratum.ABSENT);
        assertThat(drawn.get(Stratum.ABSENT)).isBetween(340, 460);
        assertThat(drawn.get(Stratum.EXTREME)).isBetween(720, 880);
    }

    @Test
    void absentSentencesHaveNoTargetAndSpeakOfPresentClassesToo() {
        ExpressionGenerator generator = new ExpressionGenerator(
                GeneratorOptions.standard().withMix(StratumMix.balanced().withAbsentShare(1)));
        List<ReferringExpression> absent = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            absent.addAll(generator.sentences(ROW, 2, random));
        }
        assertThat(absent)
                .isNotEmpty()
                .allMatch(said -> said.stratum() == Stratum.ABSENT
                        && said.target().isEmpty()
                        && GeneratorOptions.standard().annotated().contains(said.category()));
        assertThat(absent)
                .extracting(ReferringExpression::category)
                .contains(ObjectCategory.SHIP, ObjectCategory.BRIDGE);
    }

    @Test
    void anEmptySceneLetsNothingBeSaidOfAnObject() {
        assertThat(new ExpressionGenerator(PLAIN).sentences(layout(), 3, new SplittableRandom(1)))
                .isEmpty();
    }

    @Test
    void theOnlyObjectOfItsClassIsUniqueWhateverElseIsSaid() {
        SceneLayout alone = layout(ship(1, 10, 50, 1));
        assertThat(texts(alone)).contains("the ship", "the ship in the middle left", "the ship on the left");
        assertThat(new ExpressionGenerator(PLAIN).references(alone))
                .extracting(Reference::stratum)
                .containsOnly(Stratum.UNIQUE);
    }

    @Test
    void aMixRefusesNegativeWeightsAndSharesOutsideTheirRange() {
        assertThatThrownBy(() -> new StratumMix(Map.of(Stratum.SIZE, -1.0), 0, 0))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new StratumMix(Map.of(Stratum.ABSENT, 1.0), 0, 0))
                .hasMessageContaining("absentShare");
        assertThatThrownBy(() -> StratumMix.balanced().withAbsentShare(1.5)).hasMessageContaining("1.5");
    }

    private static List<Integer> targets(SceneLayout layout) {
        return new ExpressionGenerator(PLAIN)
                .references(layout).stream().map(Reference::target).distinct().toList();
    }

    private static List<String> texts(SceneLayout layout) {
        return new ExpressionGenerator(PLAIN)
                .sentences(layout, 100, new SplittableRandom(1)).stream()
                        .map(ReferringExpression::text)
                        .toList();
    }

    private static SceneLayout layout(SceneObject... objects) {
        return new SceneLayout(100, 100, List.of(objects));
    }

    /** A square of 36 pixels. */
    private static SceneObject ship(int id, double x, double y, double visible) {
        return new SceneObject(id, ObjectCategory.SHIP, new Box(x - 3, y - 3, x + 3, y + 3), 36, visible);
    }
}
