package org.crobim.language.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.crobim.language.SceneLayout;
import org.crobim.language.parse.ExpressionParser;
import org.crobim.language.phrase.SentenceStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchmarkParsingTest {
    private static final int SCENES = 1000;

    @ParameterizedTest
    @EnumSource(SentenceStyle.class)
    void whatIsSaidReadsBackAsTheSameTarget(SentenceStyle style) {
        BenchmarkExpressions expressions =
                new BenchmarkExpressions(BenchmarkOptions.standard().withStyle(style));
        ExpressionParser parser = new ExpressionParser();
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < SCENES; i++) {
            SceneLayout layout = BenchmarkScenes.next(random);
            for (BenchmarkExpression said : expressions.expressions(layout, 4, random)) {
                Optional<OptionalInt> read =
                        parser.parse(said.text()).description().map(meaning -> expressions.target(meaning, layout));
                assertThat(read).as("%s", said).hasValue(said.target());
            }
        }
    }
}
