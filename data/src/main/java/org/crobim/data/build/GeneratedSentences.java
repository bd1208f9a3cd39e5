package org.crobim.data.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SceneLayout;
import org.crobim.language.generate.ExpressionGenerator;
import org.crobim.language.generate.GeneratorOptions;

/** Sentences of the expression generator. */
public final class GeneratedSentences implements PatchSentences {
    /** Sentences drawn for each one wanted: some name objects that may not be named, or that were named already. */
    private static final int DRAWS_PER_SENTENCE = 8;

    private final ExpressionGenerator generator;

    /** Sentences of a generator, none that fits nothing. */
    public GeneratedSentences(GeneratorOptions options) {
        this.generator = new ExpressionGenerator(options.withMix(options.mix().withAbsentShare(0)));
    }

    @Override
    public List<Sentence> about(SceneLayout layout, Set<Integer> targets, int count, RandomGenerator random) {
        List<Sentence> sentences = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        for (ReferringExpression drawn : generator.sentences(layout, DRAWS_PER_SENTENCE * count, random)) {
            int target = drawn.target().orElseThrow();
            if (sentences.size() < count && targets.contains(target) && named.add(target)) {
                sentences.add(new Sentence(drawn.text(), target, drawn.stratum(), Map.of()));
            }
        }
        return sentences;
    }
}
