package org.crobim.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.data.sentence.KnownScene;
import org.crobim.data.sentence.SentenceLimit;
import org.crobim.data.sentence.TokenCounter;
import org.crobim.data.sentence.UniquenessProof;

/**
 * Says what is wrong with sentences. Thread-safe.
 *
 * @param limit what the model can read; empty: sentences are not measured
 * @param uniqueness judges sentences about scenes of which all objects are known
 */
record SentenceInspection(Optional<SentenceLimit> limit, UniquenessProof uniqueness) {
    List<Finding> inspect(ListedSample sample, Optional<KnownScene> scene) {
        List<Finding> findings = new ArrayList<>();
        scene.flatMap(known -> uniqueness.objection(sample.sentence(), known))
                .ifPresent(objection -> findings.add(found(
                        sample, FindingKind.AMBIGUOUS_SENTENCE, "\"%s\" %s".formatted(sample.sentence(), objection))));
        limit.ifPresent(known -> measure(sample, known, findings));
        return findings;
    }

    private static void measure(ListedSample sample, SentenceLimit limit, List<Finding> findings) {
        TokenCounter.Reading reading = limit.counter().read(sample.sentence());
        if (reading.tokens() > limit.mostTokens()) {
            findings.add(found(
                    sample,
                    FindingKind.TRUNCATED_SENTENCE,
                    "\"%s\" has %d tokens, the model reads %d"
                            .formatted(sample.sentence(), reading.tokens(), limit.mostTokens())));
        }
        if (!reading.unknownWords().isEmpty()) {
            findings.add(found(
                    sample,
                    FindingKind.UNKNOWN_WORD,
                    "the vocabulary lacks %s".formatted(String.join(", ", reading.unknownWords()))));
        }
    }

    private static Finding found(ListedSample sample, FindingKind kind, String message) {
        return Finding.about(sample, kind, sample.place(), message);
    }
}
