package org.crobim.data.mix;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.crobim.language.SceneLayout;
import org.crobim.language.benchmark.BenchmarkStratum;

/** Says something about the objects of a patch; stateless. */
@FunctionalInterface
public interface PatchSentences {
    /**
     * A sentence proved to name one object.
     *
     * @param text one line
     * @param target id of the object
     * @param stratum what it rests on
     * @param attributes what is said beside the class: kind of attribute ("absolute position") to value ("top left")
     */
    record Sentence(String text, int target, BenchmarkStratum stratum, Map<String, String> attributes) {
        /** Copies the map. */
        public Sentence {
            attributes = Map.copyOf(attributes);
        }

        /** The kind as figures count it. */
        public SentenceKind kind() {
            return new SentenceKind(
                    stratum, SentenceKind.isSuperlative(text), SentenceKind.isCompositional(attributes.keySet()));
        }
    }

    /**
     * Draws sentences about different objects, for each object sentences of as many kinds as tell it from all others.
     *
     * @param layout everything that is seen
     * @param targets ids of the objects that may be named
     * @param random the only source of chance
     */
    List<Sentence> about(SceneLayout layout, Set<Integer> targets, RandomGenerator random);
}
