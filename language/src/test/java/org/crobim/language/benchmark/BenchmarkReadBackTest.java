package org.crobim.language.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crobim.language.SceneLayout;
import org.crobim.language.claim.Description;
import org.crobim.language.parse.ExpressionParser;
import org.crobim.language.parse.ParsedExpression;
import org.crobim.language.phrase.SentenceStyle;
import org.crobim.language.rewrite.ImageTurn;
import org.crobim.language.rewrite.SentenceRewriter;
import org.crobim.language.rewrite.TurnedMeaning;
import org.crobim.language.rules.RuleSet;

/** Sentences in the manner of the published benchmarks, read back and turned. */
class BenchmarkReadBackTest {
    private final ExpressionParser parser = new ExpressionParser();
    private final SentenceRewriter rewriter = new SentenceRewriter();

    @Property(tries = 300, seed = "50")
    void aSentenceReadBackNamesTheSameObjectAndAnUntruthNone(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneLayout layout = BenchmarkScenes.next(random);
        forEachSentence(layout, random, (said, expressions) -> {
            ParsedExpression parsed = parser.parse(said.text());
            assertThat(parsed.isExpressedByClaims()).as("%s", parsed).isTrue();
            Description read = parsed.description().orElseThrow();
            assertThat(read.category()).isEqualTo(said.category());
            assertThat(new HashSet<>(read.claims()))
                    .as(said.text())
                    .isEqualTo(new HashSet<>(said.description().claims()));
            assertThat(expressions.target(read, layout))
                    .as("%s read as %s", said, read)
                    .isEqualTo(said.target());
        });
    }

    @Property(tries = 100, seed = "51")
    void aTurnedSentenceSaysTheSameOfTheTurnedScene(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneLayout layout = BenchmarkScenes.next(random);
        forEachSentence(layout, random, (said, expressions) -> {
            for (ImageTurn turn : ImageTurn.all()) {
                Optional<String> turned = rewriter.rewrite(said.text(), turn);
                // "Beneath" may mean under the deck of the bridge.
                assertThat(turned.isPresent())
                        .as("%s by %s", said, turn)
                        .isEqualTo(!(turn.movesVertical() && said.text().contains(" beneath ")));
                turned.ifPresent(text -> {
                    Description read = parser.parse(text).description().orElseThrow();
                    Description expected = TurnedMeaning.of(said.description(), turn);
                    assertThat(new HashSet<>(read.claims()))
                            .as("%s by %s became %s", said, turn, text)
                            .isEqualTo(new HashSet<>(expected.claims()));
                });
            }
        });
    }

    private static void forEachSentence(
            SceneLayout layout, RandomGenerator random, BiConsumer<BenchmarkExpression, BenchmarkExpressions> check) {
        for (RuleSet rules : RuleSet.values()) {
            for (SentenceStyle style : SentenceStyle.values()) {
                BenchmarkExpressions expressions = new BenchmarkExpressions(
                        BenchmarkOptions.standard().withRules(rules).withStyle(style));
                List<BenchmarkExpression> all = new ArrayList<>(expressions.expressions(layout, 10, random));
                all.addAll(expressions.untruths(layout, 6, random));
                all.forEach(said -> check.accept(said, expressions));
            }
        }
    }
}
