package org.crobim.language.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.crobim.language.SceneLayout;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Scene;
import org.crobim.language.phrase.BenchmarkWriter;

/**
 * Says of the objects of a scene what a benchmark may ask for: true, and of one object alone, under named rules; and what surely
 * fits nothing. Equal scenes, options and seeds give equal sentences. Thread-safe.
 */
public final class BenchmarkExpressions {
    private final BenchmarkOptions options;
    private final BenchmarkWriter writer;

    /** Sentences with the given options. */
    public BenchmarkExpressions(BenchmarkOptions options) {
        this.options = options;
        this.writer = new BenchmarkWriter(options.style());
    }

    /**
     * Draws sentences about the objects of a scene, one for each object before any has two, no meaning twice.
     *
     * @param layout all annotated objects, difficult ones too
     * @param count number wanted, at least 1; the mix is met best when it is well below the number of objects
     * @param random the only source of chance
     * @return at most {@code count} sentences; fewer when the rules leave fewer
     */
    public List<BenchmarkExpression> expressions(SceneLayout layout, int count, RandomGenerator random) {
        Draw draw = new Draw(random);
        SceneTruths truths = new SceneTruths(layout, options);
        List<BenchmarkExpression> expressions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            truths.next(draw).ifPresent(naming -> expressions.add(positive(naming, random)));
        }
        return expressions;
    }

    /**
     * Draws for every object that may be named a sentence of each kind (stratum; superlative or not; one claim or more) that tells it
     * from all others: what a data set can be put together from by shares.
     *
     * @param layout all annotated objects, difficult ones too
     * @param allowed whether something with this meaning may be said
     * @param random the only source of chance
     * @return grouped by object, no meaning twice
     */
    public List<BenchmarkExpression> ofEveryKind(
            SceneLayout layout, Predicate<Description> allowed, RandomGenerator random) {
        return new SceneTruths(layout, options)
                .ofEveryKind(allowed, new Draw(random)).stream()
                        .map(naming -> positive(naming, random))
                        .toList();
    }

    /**
     * One sentence about one object.
     *
     * @param target id of the object
     * @return empty when the rules do not let it be named, or nothing tells it from all others
     */
    public Optional<BenchmarkExpression> about(SceneLayout layout, int target, RandomGenerator random) {
        return new SceneTruths(layout, options).about(target, new Draw(random)).map(naming -> positive(naming, random));
    }

    /**
     * Draws sentences that fit nothing, kinds in turn, no meaning twice.
     *
     * @param count number wanted, at least 1
     * @return at most {@code count} sentences
     */
    public List<BenchmarkExpression> untruths(SceneLayout layout, int count, RandomGenerator random) {
        Draw draw = new Draw(random);
        SceneUntruths untruths = new SceneUntruths(layout, options);
        List<BenchmarkExpression> expressions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Untruth untruth = Untruth.values()[i % Untruth.values().length];
            untruths.next(untruth, draw)
                    .ifPresent(description -> expressions.add(new BenchmarkExpression(
                            writer.write(description, random),
                            description,
                            OptionalInt.empty(),
                            Optional.of(untruth))));
        }
        return expressions;
    }

    /** What a description means in a scene under the rules in force, to check a sentence again. */
    public OptionalInt target(Description description, SceneLayout layout) {
        return description.resolve(scene(layout)).target();
    }

    /** The scene as the rules in force see it. */
    public Scene scene(SceneLayout layout) {
        return new Scene(
                layout, options.targets().leastVisibleRival(), options.rules().rules());
    }

    private BenchmarkExpression positive(SceneTruths.Naming naming, RandomGenerator random) {
        Description description = naming.description();
        return new BenchmarkExpression(
                writer.write(description, random), description, OptionalInt.of(naming.target()), Optional.empty());
    }
}
