package org.crobim.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.render.RenderedScene;
import org.crobim.data.render.SceneRenderer;
import org.crobim.data.render.SceneSpec;
import org.crobim.data.render.theme.SceneTheme;
import org.crobim.language.ReferringExpression;
import org.crobim.language.generate.ExpressionGenerator;
import org.crobim.language.generate.GeneratorOptions;
import org.crobim.language.generate.StratumMix;

/**
 * A rendered scene with sentences about it, the last of which fits nothing.
 *
 * @param name theme in lower case, such as "airfield"
 * @param seed that decides every pixel and every word
 * @param image the picture
 * @param questions what is asked
 */
public record DemoScene(String name, long seed, RgbImage image, List<Question> questions) {
    private static final int SIDE_PIXELS = 640;
    private static final int PRESENT_QUESTIONS = 3;
    private static final int TRIES = 50;

    /** Copies the list. */
    public DemoScene {
        questions = List.copyOf(questions);
    }

    /**
     * A sentence and its true answer.
     *
     * @param expression the sentence
     * @param truth the object it names; empty when it fits nothing
     */
    public record Question(String expression, Optional<Mask> truth) {}

    /**
     * Renders a scene of a theme and asks about it.
     *
     * @param seed determines every pixel and every word
     */
    public static DemoScene render(SceneTheme theme, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneSpec spec = SceneSpec.square(SIDE_PIXELS).only(theme);
        SceneRenderer renderer = new SceneRenderer();
        for (int i = 0; i < TRIES; i++) {
            RenderedScene scene = renderer.render(spec, random);
            List<ReferringExpression> asked = new ArrayList<>(sentences(scene, 0, PRESENT_QUESTIONS, random));
            List<ReferringExpression> absent = sentences(scene, 1, 1, random);
            if (asked.size() == PRESENT_QUESTIONS && !absent.isEmpty()) {
                asked.addAll(absent);
                List<Question> questions = asked.stream()
                        .map(sentence -> question(scene, sentence))
                        .toList();
                return new DemoScene(theme.name().toLowerCase(Locale.ROOT), seed, scene.image(), questions);
            }
        }
        throw new IllegalStateException(
                "no scene of %s in %d tries offers %d sentences".formatted(theme, TRIES, PRESENT_QUESTIONS + 1));
    }

    private static List<ReferringExpression> sentences(
            RenderedScene scene, double absentShare, int count, SplittableRandom random) {
        GeneratorOptions options =
                GeneratorOptions.standard().withMix(StratumMix.balanced().withAbsentShare(absentShare));
        return new ExpressionGenerator(options).sentences(scene.layout(), count, random);
    }

    private static Question question(RenderedScene scene, ReferringExpression sentence) {
        Optional<Mask> truth = sentence.target().isPresent()
                ? Optional.of(scene.mask(sentence.target().getAsInt()))
                : Optional.empty();
        return new Question(sentence.text(), truth);
    }
}
