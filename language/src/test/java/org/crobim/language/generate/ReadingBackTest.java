package org.crobim.language.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crobim.language.SceneLayout;
import org.crobim.language.claim.Scene;
import org.crobim.language.parse.ExpressionParser;
import org.crobim.language.parse.ParsedExpression;
import org.crobim.language.phrase.ParaphraseStyle;
import org.crobim.language.phrase.SentenceWriter;

/** The parser undoes the writer, whatever words the writer chooses. */
class ReadingBackTest {
    private static final double LEAST_VISIBLE = TargetRules.standard().leastVisibleRival();

    private final GeneratorOptions options = GeneratorOptions.standard();
    private final ExpressionGenerator generator = new ExpressionGenerator(options);
    private final SentenceWriter writer = new SentenceWriter(ParaphraseStyle.VARIED);
    private final ExpressionParser parser = new ExpressionParser();

    @Property(tries = 2000, seed = "50")
    void aSentenceReadBackNamesTheSameObject(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneLayout layout = RandomScenes.next(random);
        Scene scene = new Scene(layout, LEAST_VISIBLE, options.margins());
        for (Reference reference : generator.references(layout)) {
            String sentence = writer.write(reference.description(), random);
            ParsedExpression parsed = parser.parse(sentence);
            assertThat(parsed.isExpressedByClaims()).as("%s", parsed).isTrue();
            assertThat(parsed.description()).as(sentence).contains(reference.description());
            assertThat(parsed.description().orElseThrow().resolve(scene).target())
                    .as("%s read as %s, meant as %s", sentence, parsed, reference)
                    .isEqualTo(OptionalInt.of(reference.target()));
        }
    }
}
