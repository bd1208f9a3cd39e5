package org.crobim.language.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Scene;
import org.crobim.language.parse.ExpressionParser;
import org.crobim.language.phrase.ParaphraseStyle;
import org.crobim.language.phrase.SentenceWriter;
import org.crobim.language.rewrite.ImageTurn;
import org.crobim.language.rewrite.SentenceRewriter;

/** Whatever the writer says stays true when the image is turned and the sentence rewritten without a look at it. */
class TurnedSentencesTest {
    private static final double LEAST_VISIBLE = TargetRules.standard().leastVisibleRival();

    private final GeneratorOptions options = GeneratorOptions.standard();
    private final ExpressionGenerator generator = new ExpressionGenerator(options);
    private final SentenceWriter writer = new SentenceWriter(ParaphraseStyle.VARIED);
    private final ExpressionParser parser = new ExpressionParser();
    private final SentenceRewriter rewriter = new SentenceRewriter();

    @Property(tries = 500, seed = "50")
    void aRewrittenSentenceNamesTheSameObjectInTheTurnedScene(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneLayout layout = RandomScenes.next(random);
        for (ImageTurn turn : ImageTurn.all()) {
            Scene turned = new Scene(turned(layout, turn), LEAST_VISIBLE, options.margins());
            for (Reference reference : generator.references(layout)) {
                String sentence = writer.write(reference.description(), random);
                String rewritten = rewriter.rewrite(sentence, turn).orElse("refused");
                Optional<Description> meaning = parser.parse(rewritten).description();
                assertThat(meaning.map(read -> read.resolve(turned).target()))
                        .as("%s turned by %s is %s", sentence, turn, rewritten)
                        .contains(OptionalInt.of(reference.target()));
            }
        }
    }

    @Property(tries = 200, seed = "51")
    void twoFlipsAreNone(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Reference reference : generator.references(RandomScenes.next(random))) {
            String sentence = writer.write(reference.description(), random);
            for (ImageTurn flip : List.of(ImageTurn.FLIP_HORIZONTAL, ImageTurn.FLIP_VERTICAL, ImageTurn.HALF_TURN)) {
                assertThat(rewriter.rewrite(sentence, flip).flatMap(there -> rewriter.rewrite(there, flip)))
                        .contains(sentence);
            }
        }
    }

    /** "Left of" comes back as "to the left of", so the meaning is compared; from then on the words return too. */
    @Property(tries = 60, seed = "52")
    void fourQuarterTurnsAreNone(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Reference reference : generator.references(RandomScenes.next(random))) {
            String sentence = writer.write(reference.description(), random);
            for (ImageTurn quarter :
                    List.of(ImageTurn.QUARTER_TURN_CLOCKWISE, ImageTurn.QUARTER_TURN_COUNTERCLOCKWISE)) {
                String once = fourTimes(sentence, quarter);
                assertThat(parser.parse(once).description()).contains(reference.description());
                assertThat(fourTimes(once, quarter)).isEqualTo(once);
            }
        }
    }

    private String fourTimes(String sentence, ImageTurn quarter) {
        String turned = sentence;
        for (int i = 0; i < 4; i++) {
            turned = rewriter.rewrite(turned, quarter).orElse("refused");
        }
        return turned;
    }

    private static SceneLayout turned(SceneLayout layout, ImageTurn turn) {
        List<SceneObject> objects = layout.objects().stream()
                .map(object -> new SceneObject(
                        object.id(),
                        object.category(),
                        turn.of(object.box(), layout.width(), layout.height()),
                        object.areaPixels(),
                        object.visibleFraction()))
                .toList();
        return turn.transposed()
                ? new SceneLayout(layout.height(), layout.width(), objects)
                : new SceneLayout(layout.width(), layout.height(), objects);
    }
}
