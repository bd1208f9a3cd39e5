package org.crobim.train.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.crobim.data.ReferringSample;
import org.crobim.language.PositionWords;
import org.crobim.train.metrics.SampleTags;

/** The sentences that a list of samples is asked with under each text control; immutable. */
final class ControlledSentences {
    private final List<ReferringSample> samples;
    private final int[] donors;

    /**
     * @param samples the whole list
     * @param random draws who lends whom a sentence
     */
    ControlledSentences(List<ReferringSample> samples, RandomGenerator random) {
        this.samples = samples;
        this.donors = oneCycle(samples.size(), random);
    }

    /** What sample {@code index} is asked; empty where the control does not apply to it. */
    Optional<String> sentence(int index, TextControl control) {
        ReferringSample sample = samples.get(index);
        return switch (control) {
            case FULL -> Optional.of(sample.text());
            case CLASS_ONLY -> SampleTags.categoryOf(sample).map(category -> "the " + category.canonicalName());
            case SHUFFLED -> lentSentence(index);
            case POSITION_REMOVED -> Optional.of(PositionWords.removedFrom(sample.text()));
            case NO_TEXT -> Optional.of("");
        };
    }

    /** A list of one sample has nobody to borrow from. */
    private Optional<String> lentSentence(int index) {
        int donor = donors[index];
        return donor == index
                ? Optional.empty()
                : Optional.of(samples.get(donor).text());
    }

    /** Everything that samples {@code from} to {@code to} (exclusive) are asked, each sentence once. */
    List<String> distinctSentences(int from, int to, Iterable<TextControl> controls) {
        List<String> sentences = new ArrayList<>();
        for (TextControl control : controls) {
            IntStream.range(from, to)
                    .mapToObj(index -> sentence(index, control))
                    .flatMap(Optional::stream)
                    .forEach(sentences::add);
        }
        return sentences.stream().distinct().toList();
    }

    /** Sattolo's shuffle: a permutation of a single cycle, so that nobody keeps his own place. */
    private static int[] oneCycle(int size, RandomGenerator random) {
        int[] donors = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i);
            int held = donors[i];
            donors[i] = donors[j];
            donors[j] = held;
        }
        return donors;
    }
}
