package org.crobim.data.render;

import java.util.List;
import java.util.random.RandomGenerator;
import org.crobim.core.mask.Mask;
import org.crobim.data.Episode;
import org.crobim.data.EpisodeSource;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SentenceSource;

/** Training images that are rendered when asked for: every episode is a new scene, whatever its index. */
public final class RenderedEpisodes implements EpisodeSource {
    private static final int TRIES = 100;

    private final SceneSpec spec;
    private final int size;
    private final int questions;
    private final SentenceSource sentences;
    private final SceneRenderer renderer = new SceneRenderer();

    /**
     * An endless supply of scenes.
     *
     * @param spec size and kinds of scenes
     * @param size number of episodes called an epoch, at least 1
     * @param questions most questions an episode asks, at least 1
     * @param sentences draws the questions
     */
    public RenderedEpisodes(SceneSpec spec, int size, int questions, SentenceSource sentences) {
        if (size < 1 || questions < 1) {
            throw new IllegalArgumentException("Rendered episodes need size and questions of at least 1, got %d and %d"
                    .formatted(size, questions));
        }
        this.spec = spec;
        this.size = size;
        this.questions = questions;
        this.sentences = sentences;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Episode episode(int index, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            RenderedScene scene = renderer.render(spec, random);
            List<ReferringExpression> asked = sentences.sentences(scene.layout(), questions, random);
            if (!asked.isEmpty()) {
                return new Episode(
                        scene.image(),
                        asked.stream()
                                .map(expression -> new Episode.Question(expression, target(scene, expression)))
                                .toList(),
                        scene.categories());
            }
        }
        throw new IllegalStateException(
                "No sentence fits any of %d rendered scenes of %s: the sentence source returns none"
                        .formatted(TRIES, spec));
    }

    private static Mask target(RenderedScene scene, ReferringExpression expression) {
        return expression.target().isPresent()
                ? scene.mask(expression.target().getAsInt())
                : Mask.empty(scene.image().width(), scene.image().height());
    }
}
