package org.crobim.language.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crobim.core.geometry.Box;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Scene;
import org.crobim.language.rules.RuleSet;
import org.junit.jupiter.api.Test;

class BenchmarkExpressionsTest {
    private static final BenchmarkOptions STRICT = BenchmarkOptions.standard();

    @Property(tries = 300, seed = "50")
    void whatIsSaidUnderStrictRulesNamesItsTargetAloneUnderEitherPublishedSet(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneLayout layout = BenchmarkScenes.next(random);
        for (BenchmarkExpression said : new BenchmarkExpressions(STRICT).expressions(layout, 12, random)) {
            for (RuleSet rules : RuleSet.values()) {
                assertThat(new BenchmarkExpressions(STRICT.withRules(rules)).target(said.description(), layout))
                        .as("%s under %s in %s", said, rules, layout)
                        .isEqualTo(said.target());
            }
        }
    }

    @Property(tries = 100, seed = "50")
    void sentencesOfEveryKindNameTheirTargetsAndAreOnlyThoseAllowed(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneLayout layout = BenchmarkScenes.next(random);
        BenchmarkExpressions expressions = new BenchmarkExpressions(STRICT);
        List<BenchmarkExpression> said =
                expressions.ofEveryKind(layout, meant -> meant.category() != ObjectCategory.SHIP, random);

        assertThat(said).extracting(BenchmarkExpression::description).doesNotHaveDuplicates();
        assertThat(said)
                .noneMatch(one -> one.category() == ObjectCategory.SHIP)
                .allSatisfy(one -> assertThat(expressions.target(one.description(), layout))
                        .isEqualTo(one.target()));
    }

    @Test
    void everyKindOfSentenceThatThereIsIsDrawnForSomeObject() {
        SplittableRandom random = new SplittableRandom(3);
        Set<List<Object>> kinds = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            for (BenchmarkExpression one :
                    new BenchmarkExpressions(STRICT).ofEveryKind(BenchmarkScenes.next(random), meant -> true, random)) {
                kinds.add(List.of(one.stratum(), one.isSuperlative(), one.isCompositional()));
            }
        }
        // "The largest ship left of the bridge" makes two claims already.
        assertThat(kinds)
                .hasSize(BenchmarkStratum.values().length * 2 * 2 - 1)
                .doesNotContain(List.of(BenchmarkStratum.OBJECT_RELATIVE, true, false));
    }

    @Property(tries = 300, seed = "50")
    void whatIsUntrueFitsNothingUnderAnyRules(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneLayout layout = BenchmarkScenes.next(random);
        for (BenchmarkExpression said : new BenchmarkExpressions(STRICT).untruths(layout, 9, random)) {
            assertThat(said.target()).isEmpty();
            for (RuleSet rules : RuleSet.values()) {
                assertThat(said.description().resolve(new Scene(layout, 0, rules.rules())))
                        .as("%s under %s in %s", said, rules, layout)
                        .matches(candidates -> candidates.isNone());
            }
        }
    }

    @Property(tries = 100, seed = "50")
    void equalSeedsSayTheSameAndNoMeaningIsSaidTwice(@ForAll long seed) {
        SceneLayout layout = BenchmarkScenes.next(new SplittableRandom(seed));
        BenchmarkExpressions expressions = new BenchmarkExpressions(STRICT);
        List<BenchmarkExpression> said = expressions.expressions(layout, 20, new SplittableRandom(seed));

        assertThat(said).isEqualTo(expressions.expressions(layout, 20, new SplittableRandom(seed)));
        assertThat(said).extracting(BenchmarkExpression::description).doesNotHaveDuplicates();
    }

    @Test
    void untruthsAreOfAllThreeKindsAndSpeakOfTheClassAsTheyShould() {
        SceneLayout layout = BenchmarkScenes.next(new SplittableRandom(8));
        Set<ObjectCategory> present = EnumSet.noneOf(ObjectCategory.class);
        layout.objects().forEach(object -> present.add(object.category()));
        List<BenchmarkExpression> said = new BenchmarkExpressions(STRICT).untruths(layout, 12, new SplittableRandom(1));

        assertThat(said).extracting(one -> one.untruth().orElseThrow()).contains(Untruth.values());
        assertThat(said)
                .allMatch(one ->
                        present.contains(one.category()) == (one.untruth().orElseThrow() != Untruth.ABSENT_CLASS));
    }

    @Test
    void anAbsentClassMustBeOneOfTheAnnotatedClasses() {
        SceneLayout ships = new SceneLayout(512, 512, List.of(ship(0, 60, 60)));
        BenchmarkOptions options = STRICT.withAnnotated(EnumSet.of(ObjectCategory.SHIP, ObjectCategory.HARBOR));

        assertThat(new BenchmarkExpressions(options).untruths(ships, 9, new SplittableRandom(2)))
                .filteredOn(one -> one.untruth().equals(Optional.of(Untruth.ABSENT_CLASS)))
                .isNotEmpty()
                .allMatch(one -> one.category() == ObjectCategory.HARBOR);
    }

    @Test
    void aShipInACrowdIsNotNamedUnlessItLeadsTowardsASide() {
        SceneLayout crowd = new SceneLayout(512, 512, List.of(ship(0, 60, 200), ship(1, 120, 200), ship(2, 180, 200)));
        BenchmarkExpressions expressions = new BenchmarkExpressions(STRICT);

        assertThat(expressions.about(crowd, 1, new SplittableRandom(3))).isEmpty();
        assertThat(expressions.about(crowd, 0, new SplittableRandom(3))).isPresent();
        assertThat(new BenchmarkExpressions(STRICT.withRules(RuleSet.AERIAL_D))
                        .about(crowd, 1, new SplittableRandom(3)))
                .hasValueSatisfying(said -> assertThat(said.target()).hasValue(1));
    }

    @Test
    void aSentenceHasATargetOrIsUntrue() {
        assertThatThrownBy(() -> new BenchmarkExpression(
                        "the ship", Description.of(ObjectCategory.SHIP), OptionalInt.empty(), Optional.empty()))
                .hasMessageContaining("the ship");
    }

    private static SceneObject ship(int id, double x, double y) {
        return new SceneObject(id, ObjectCategory.SHIP, new Box(x - 12, y - 12, x + 12, y + 12), 500, 1);
    }
}
