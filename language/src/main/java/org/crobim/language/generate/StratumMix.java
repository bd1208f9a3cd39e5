package org.crobim.language.generate;

import java.util.EnumMap;
import java.util.Map;
import org.crobim.language.Stratum;

/**
 * How often each kind of sentence is drawn.
 *
 * @param weights relative frequency of the kinds that name an object, at least 0; kinds that a scene does not offer are left out
 * @param absentShare probability, 0..1, that a drawn sentence fits nothing in the scene
 * @param contrastShare probability, 0..1, that a sentence is about the same class and of the same kind as the one before it but
 *     names another object ("leftmost", then "rightmost"), where the scene offers that
 */
public record StratumMix(Map<Stratum, Double> weights, double absentShare, double contrastShare) {
    /** Checks the ranges and copies the weights. */
    public StratumMix {
        weights = Map.copyOf(new EnumMap<>(weights));
        if (weights.containsKey(Stratum.ABSENT)) {
            throw new IllegalArgumentException("The share of ABSENT sentences is absentShare, not a weight");
        }
        if (weights.values().stream().anyMatch(weight -> !(weight >= 0))
                || weights.values().stream().noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException(
                    "Stratum weights must not be negative and one must be above 0, got " + weights);
        }
        if (!(absentShare >= 0 && absentShare <= 1 && contrastShare >= 0 && contrastShare <= 1)) {
            throw new IllegalArgumentException(
                    "Shares must lie in 0..1, got absent %s and contrast %s".formatted(absentShare, contrastShare));
        }
    }

    /** Mostly sentences that choose among several objects of a class: that skill is the hardest to learn. */
    public static StratumMix balanced() {
        return new StratumMix(
                Map.of(
                        Stratum.EXTREME, 0.30,
                        Stratum.POSITION, 0.30,
                        Stratum.UNIQUE, 0.18,
                        Stratum.RELATION, 0.12,
                        Stratum.SIZE, 0.10),
                0.2,
                0.6);
    }

    /** The same mix with another share of sentences that fit nothing. */
    public StratumMix withAbsentShare(double share) {
        return new StratumMix(weights, share, contrastShare);
    }

    /** The weight of a kind, 0 where none is given. */
    double weight(Stratum stratum) {
        return weights.getOrDefault(stratum, 0.0);
    }
}
