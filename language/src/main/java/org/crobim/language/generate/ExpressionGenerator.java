package org.crobim.language.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SceneLayout;
import org.crobim.language.SentenceSource;
import org.crobim.language.Stratum;
import org.crobim.language.claim.Description;
import org.crobim.language.phrase.SentenceWriter;

/**
 * Says what can truly and unmistakably be said about the objects of a scene.
 *
 * <p>All descriptions of the grammar are evaluated against all objects; those that surely name exactly one are drawn by the mix
 * of the options and put into words. Rules after VRSBench and Aerial-D, margins and mix are ours. Thread-safe.
 */
public final class ExpressionGenerator implements SentenceSource {
    private final GeneratorOptions options;
    private final SentenceWriter writer;

    /** A generator with the given options. */
    public ExpressionGenerator(GeneratorOptions options) {
        this.options = options;
        this.writer = new SentenceWriter(options.style());
    }

    /** Everything that can be said about single objects of a scene, in a fixed order. */
    public List<Reference> references(SceneLayout layout) {
        return List.copyOf(ReferenceSearch.allOf(layout, options.targets(), options.margins()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>No meaning occurs twice. Each sentence fits nothing with the probability of the mix, whatever the scene offers.
     */
    @Override
    public List<ReferringExpression> sentences(SceneLayout layout, int count, RandomGenerator random) {
        ReferenceDraw references = new ReferenceDraw(references(layout), options.mix());
        AbsenceDraw absences = new AbsenceDraw(layout, options);
        Set<Description> said = new HashSet<>();
        List<ReferringExpression> sentences = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (random.nextDouble() < options.mix().absentShare()) {
                absences.next(random).filter(said::add).ifPresent(none -> sentences.add(absent(none, random)));
            } else {
                Optional<Reference> next = references.next(random);
                next.ifPresent(reference -> sentences.add(present(reference, random)));
            }
        }
        return sentences;
    }

    private ReferringExpression present(Reference reference, RandomGenerator random) {
        return new ReferringExpression(
                writer.write(reference.description(), random),
                OptionalInt.of(reference.target()),
                reference.category(),
                reference.stratum());
    }

    private ReferringExpression absent(Description none, RandomGenerator random) {
        return new ReferringExpression(
                writer.write(none, random), OptionalInt.empty(), none.category(), Stratum.ABSENT);
    }
}
