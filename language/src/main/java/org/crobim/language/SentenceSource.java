package org.crobim.language;

import java.util.List;
import java.util.random.RandomGenerator;

/** Says something about the objects of a scene; stateless, so that images can be augmented or rendered in parallel. */
@FunctionalInterface
public interface SentenceSource {
    /**
     * Draws sentences.
     *
     * @param layout what stands where
     * @param count number wanted, at least 1
     * @param random the only source of chance
     * @return at most {@code count} sentences, none when nothing in the scene can be told apart
     */
    List<ReferringExpression> sentences(SceneLayout layout, int count, RandomGenerator random);
}
