package org.crobim.data.mix;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.crobim.language.benchmark.BenchmarkStratum;

/**
 * Which kinds of sentences a data set is to hold, and how often.
 *
 * @param strata shares of the strata, 0..1, together 1
 * @param superlative share of sentences with a superlative, 0..1
 * @param compositional share of sentences that say at least two kinds of attributes beside the class, 0..1
 * @param everyObject whether every object is described, even where no sentence about it brings the shares nearer
 */
public record SentenceShares(
        Map<BenchmarkStratum, Double> strata, double superlative, double compositional, boolean everyObject) {
    private static final double ROUNDING = 1e-9;

    /** Copies the map, in the order of the strata, and checks the ranges. */
    public SentenceShares {
        // In a fixed order, since the journal of a build compares this record as text.
        strata = Collections.unmodifiableMap(new EnumMap<>(strata));
        double total = strata.values().stream().mapToDouble(share -> share).sum();
        boolean inRange = strata.values().stream().allMatch(SentenceShares::isShare);
        if (!inRange || Math.abs(total - 1) > ROUNDING || !isShare(superlative) || !isShare(compositional)) {
            throw new IllegalArgumentException(
                    "Shares lie in 0..1 and those of the strata add up to 1, got %s, superlative %s and compositional %s"
                            .formatted(strata, superlative, compositional));
        }
    }

    /** RISBench's test split, after GeoSelect's summary: 71.1, 24.4 and 4.5 %, 15 % superlatives, 24.7 % compositional. */
    public static SentenceShares risBench() {
        return new SentenceShares(
                Map.of(
                        BenchmarkStratum.IMAGE_RELATIVE, 0.711,
                        BenchmarkStratum.OBJECT_RELATIVE, 0.244,
                        BenchmarkStratum.ATTRIBUTE_ONLY, 0.045),
                0.15,
                0.247,
                false);
    }

    /** The same with other strata. */
    public SentenceShares withStrata(Map<BenchmarkStratum, Double> others) {
        return new SentenceShares(others, superlative, compositional, everyObject);
    }

    /** The same for all objects. */
    public SentenceShares forEveryObject() {
        return new SentenceShares(strata, superlative, compositional, true);
    }

    /** The share of a stratum, 0 where none is given. */
    double of(BenchmarkStratum stratum) {
        return strata.getOrDefault(stratum, 0.0);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
