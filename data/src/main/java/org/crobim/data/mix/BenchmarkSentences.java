package org.crobim.data.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.crobim.language.SceneLayout;
import org.crobim.language.benchmark.AttributeKind;
import org.crobim.language.benchmark.BenchmarkExpression;
import org.crobim.language.benchmark.BenchmarkExpressions;
import org.crobim.language.benchmark.BenchmarkOptions;
import org.crobim.language.claim.AdjacentTo;
import org.crobim.language.claim.Between;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.InGroup;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.Nearest;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Ordinal;
import org.crobim.language.claim.Towards;

/** Sentences of the expression engine, in RISBench's manner. */
public final class BenchmarkSentences implements PatchSentences {
    private final BenchmarkExpressions expressions;
    private final Predicate<Description> allowed;

    /** Sentences under the rules and in the manner of the options; their mix is left to the choice. */
    public BenchmarkSentences(BenchmarkOptions options) {
        this(options, description -> true);
    }

    /**
     * Only sentences with certain meanings.
     *
     * @param allowed whether something with this meaning may be said
     */
    public BenchmarkSentences(BenchmarkOptions options, Predicate<Description> allowed) {
        this.expressions = new BenchmarkExpressions(options);
        this.allowed = allowed;
    }

    @Override
    public List<Sentence> about(SceneLayout layout, Set<Integer> targets, RandomGenerator random) {
        List<Sentence> sentences = new ArrayList<>();
        for (BenchmarkExpression drawn : expressions.ofEveryKind(layout, allowed, random)) {
            int target = drawn.target().orElseThrow();
            if (targets.contains(target)) {
                sentences.add(new Sentence(drawn.text(), target, drawn.stratum(), attributes(drawn)));
            }
        }
        return sentences;
    }

    private static Map<String, String> attributes(BenchmarkExpression expression) {
        Map<String, String> attributes = new TreeMap<>();
        for (Claim claim : expression.description().claims()) {
            attributes.merge(words(AttributeKind.of(claim)), value(claim), "%s, %s"::formatted);
        }
        return attributes;
    }

    private static String value(Claim claim) {
        if (claim instanceof Has has) {
            return words(has.attribute());
        } else if (claim instanceof InRegion inRegion) {
            return words(inRegion.region());
        } else if (claim instanceof Extreme extreme) {
            return "most " + words(extreme.side());
        } else if (claim instanceof OfSize ofSize) {
            return words(ofSize.rank());
        } else if (claim instanceof Ordinal ordinal) {
            return "number %d, %s".formatted(ordinal.rank(), value(ordinal.order()));
        } else if (claim instanceof Towards towards) {
            return "%s of %s"
                    .formatted(
                            words(towards.bearing()),
                            towards.anchor().category().canonicalName());
        } else if (claim instanceof Nearest nearest) {
            return "nearest to %s".formatted(nearest.anchor().category().canonicalName());
        } else if (claim instanceof AdjacentTo adjacent) {
            return "next to %s".formatted(adjacent.anchor().category().canonicalName());
        } else if (claim instanceof Between between) {
            return "between %s and %s"
                    .formatted(
                            between.first().category().canonicalName(),
                            between.second().category().canonicalName());
        }
        return "in company: " + words(((InGroup) claim).grouping());
    }

    private static String words(Object named) {
        return named.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
