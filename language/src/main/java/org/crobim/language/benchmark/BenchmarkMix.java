package org.crobim.language.benchmark;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often each kind of sentence is aimed at. Where an object cannot be described so, the next best kind is taken.
 *
 * @param strata shares of the strata, together 1
 * @param distractorShare share of sentences about objects with at least two others of their class, where a scene offers both
 */
public record BenchmarkMix(Map<BenchmarkStratum, Kinds> strata, double distractorShare) {
    private static final double ROUNDING = 1e-9;

    /**
     * What is aimed at within a stratum; probabilities, 0..1.
     *
     * @param share of the stratum among all sentences
     * @param superlative that a sentence says "left-most" or "largest"
     * @param compositional that it makes two claims or more
     */
    public record Kinds(double share, double superlative, double compositional) {
        /** Checks the ranges. */
        public Kinds {
            if (!(isShare(share) && isShare(superlative) && isShare(compositional))) {
                throw new IllegalArgumentException(
                        "Shares must lie in 0..1, got %s, %s and %s".formatted(share, superlative, compositional));
            }
        }

        private static boolean isShare(double value) {
            return value >= 0 && value <= 1;
        }
    }

    /** Copies the map and checks the sum. */
    public BenchmarkMix {
        strata = Map.copyOf(new EnumMap<>(strata));
        double total = strata.values().stream().mapToDouble(Kinds::share).sum();
        if (Math.abs(total - 1) > ROUNDING || !(distractorShare >= 0 && distractorShare <= 1)) {
            throw new IllegalArgumentException(
                    "Shares of strata must add up to 1 and the share with distractors lie in 0..1, got %s and %s"
                            .formatted(total, distractorShare));
        }
    }

    /**
     * RISBench's test split: 71.1, 24.4 and 4.5 %, with 15 % superlatives and 25 % compositional in all. Less is aimed at of the last
     * two, because objects that cannot be told apart by one place alone fall back to them.
     */
    public static BenchmarkMix risBench() {
        return new BenchmarkMix(
                Map.of(
                        BenchmarkStratum.IMAGE_RELATIVE, new Kinds(0.711, 0.12, 0.13),
                        BenchmarkStratum.OBJECT_RELATIVE, new Kinds(0.244, 0.05, 0.24),
                        BenchmarkStratum.ATTRIBUTE_ONLY, new Kinds(0.045, 0.2, 0.2)),
                0.95);
    }

    Kinds kinds(BenchmarkStratum stratum) {
        return strata.getOrDefault(stratum, new Kinds(0, 0, 0));
    }
}
