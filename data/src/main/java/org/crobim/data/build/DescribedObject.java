package org.crobim.data.build;

import java.util.List;
import org.crobim.data.mix.PatchSentences.Sentence;
import org.crobim.data.mix.SentenceKind;

/**
 * An object with its mask, and what can be said of it.
 *
 * @param facts what is known about it, with the first sentence
 * @param sentences at least one
 */
record DescribedObject(SampleFacts facts, List<Sentence> sentences) {
    /** Kinds of the sentences, in their order. */
    List<SentenceKind> kinds() {
        return sentences.stream().map(Sentence::kind).toList();
    }

    /** The sample with one of the sentences. */
    SampleFacts saying(int sentence) {
        return facts.saying(sentences.get(sentence));
    }
}
