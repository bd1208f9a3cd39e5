package org.crobim.language.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.crobim.language.SceneLayout;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Ordinal;
import org.crobim.language.claim.Towards;
import org.crobim.language.phrase.SentenceStyle;
import org.crobim.language.place.Bearing;
import org.crobim.language.rules.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Published figures: datasets.md 2.1 and 2.2 (GeoSelect's summary of RISBench's test split; RRSIS-D's mean length). */
class BenchmarkStatisticsTest {
    private static final int SENTENCES = 3000;
    private static final int PER_SCENE = 4;

    @Test
    void longSentencesApproachTheFiguresOfRisBench() {
        List<BenchmarkExpression> said = sentences(BenchmarkOptions.standard());

        assertThat(percent(said, one -> one.stratum() == BenchmarkStratum.IMAGE_RELATIVE))
                .isCloseTo(71.1, within(4.0));
        assertThat(percent(said, one -> one.stratum() == BenchmarkStratum.OBJECT_RELATIVE))
                .isCloseTo(24.4, within(4.0));
        assertThat(percent(said, one -> one.stratum() == BenchmarkStratum.ATTRIBUTE_ONLY))
                .isCloseTo(4.5, within(4.0));
        assertThat(percent(said, BenchmarkExpression::isSuperlative)).isCloseTo(15, within(4.0));
        assertThat(percent(said, BenchmarkExpression::isCompositional)).isCloseTo(25, within(4.0));
        assertThat(percent(said, BenchmarkExpression::isOrdinal)).isBetween(0.1, 3.0);
        assertThat(meanWords(said)).isCloseTo(14, within(2.0));
        int vocabulary = vocabulary(said).size();
        System.out.printf("Vocabulary of %d long sentences: %d words%n", said.size(), vocabulary);
        assertThat(vocabulary).isGreaterThan(200);
    }

    @Test
    void shortSentencesAreAboutAsLongAsThoseOfRrsisD() {
        List<BenchmarkExpression> said = sentences(BenchmarkOptions.standard().withStyle(SentenceStyle.RRSIS_D));

        assertThat(meanWords(said)).isCloseTo(6.8, within(1.0));
        assertThat(said).noneMatch(one -> one.text().endsWith("."));
        System.out.printf(
                "Vocabulary of %d short sentences: %d words%n",
                said.size(), vocabulary(said).size());
    }

    @ParameterizedTest
    @EnumSource(RuleSet.class)
    void everyDirectionIsSaidUnderEveryRuleSet(RuleSet rules) {
        List<Claim> claims = sentences(BenchmarkOptions.standard().withRules(rules)).stream()
                .flatMap(one -> one.description().claims().stream())
                .toList();

        for (Bearing bearing : Bearing.values()) {
            assertThat(claims)
                    .as("%s under %s", bearing, rules)
                    .anyMatch(claim -> claim instanceof Towards towards && towards.bearing() == bearing);
        }
    }

    @Test
    void everyKindOfClaimAndAttributeIsUsed() {
        List<BenchmarkExpression> said = sentences(BenchmarkOptions.standard());

        Set<AttributeKind> attributes = new TreeSet<>();
        Set<String> claims = new TreeSet<>();
        for (BenchmarkExpression one : said) {
            attributes.addAll(one.attributes());
            one.description()
                    .claims()
                    .forEach(claim -> claims.add(claim.getClass().getSimpleName()));
        }
        assertThat(attributes).containsExactly(AttributeKind.values());
        assertThat(claims)
                .containsExactlyInAnyOrder(
                        "AdjacentTo",
                        "Between",
                        "Extreme",
                        "Has",
                        "InGroup",
                        "InRegion",
                        "Nearest",
                        "OfSize",
                        "Ordinal",
                        "Towards");
        assertThat(said)
                .anyMatch(one -> one.description().claims().stream()
                        .anyMatch(claim -> claim instanceof Ordinal ordinal && ordinal.rank() == 3));
    }

    @Test
    void mostSentencesChooseAmongAtLeastThreeOfAClass() {
        BenchmarkExpressions expressions = new BenchmarkExpressions(BenchmarkOptions.standard());
        SplittableRandom random = new SplittableRandom(5);
        int crowded = 0;
        int all = 0;
        while (all < SENTENCES) {
            SceneLayout layout = BenchmarkScenes.next(random);
            for (BenchmarkExpression one : expressions.expressions(layout, PER_SCENE, random)) {
                all++;
                crowded += layout.objects().stream()
                                        .filter(object -> object.category() == one.category())
                                        .count()
                                > 2
                        ? 1
                        : 0;
            }
        }
        assertThat(100.0 * crowded / all).isGreaterThan(70);
    }

    private static List<BenchmarkExpression> sentences(BenchmarkOptions options) {
        BenchmarkExpressions expressions = new BenchmarkExpressions(options);
        SplittableRandom random = new SplittableRandom(5);
        List<BenchmarkExpression> said = new ArrayList<>();
        while (said.size() < SENTENCES) {
            said.addAll(expressions.expressions(BenchmarkScenes.next(random), PER_SCENE, random));
        }
        return said;
    }

    private static double percent(List<BenchmarkExpression> said, Predicate<BenchmarkExpression> wanted) {
        return 100.0 * said.stream().filter(wanted).count() / said.size();
    }

    private static double meanWords(List<BenchmarkExpression> said) {
        return said.stream()
                .mapToInt(one -> one.text().split(" ", -1).length)
                .average()
                .orElse(0);
    }

    private static Set<String> vocabulary(List<BenchmarkExpression> said) {
        Set<String> words = new TreeSet<>();
        for (BenchmarkExpression one : said) {
            for (String word : one.text().toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
                words.add(word);
            }
        }
        words.remove("");
        return words;
    }
}
