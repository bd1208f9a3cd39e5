package org.crobim.language.benchmark;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.crobim.language.ObjectCategory;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Ordinal;

/**
 * A sentence of a benchmark with what it means.
 *
 * @param text the sentence
 * @param description its meaning, which names the target alone, or surely nothing
 * @param target id of the object; empty for an untruth
 * @param untruth why nothing fits; empty where there is a target
 */
public record BenchmarkExpression(String text, Description description, OptionalInt target, Optional<Untruth> untruth) {
    /** Checks that there is either a target or an untruth. */
    public BenchmarkExpression {
        if (target.isPresent() == untruth.isPresent()) {
            throw new IllegalArgumentException(
                    "A sentence has a target or is untrue, got %s and %s for: %s".formatted(target, untruth, text));
        }
    }

    /** Class that the sentence speaks of. */
    public ObjectCategory category() {
        return description.category();
    }

    /** Stratum in the sense of RISBench's published results. */
    public BenchmarkStratum stratum() {
        return BenchmarkStratum.of(description);
    }

    /** Which of the eight attributes it uses. */
    public Set<AttributeKind> attributes() {
        return AttributeKind.of(description);
    }

    /** Whether it says "left-most" or "largest" of its target. */
    public boolean isSuperlative() {
        return description.claims().stream().anyMatch(claim -> claim instanceof Extreme || claim instanceof OfSize);
    }

    /** Whether it makes two claims or more beside the class. */
    public boolean isCompositional() {
        return description.claims().size() > 1;
    }

    /** Whether it counts: "the second from the left". */
    public boolean isOrdinal() {
        return description.claims().stream().anyMatch(claim -> claim instanceof Ordinal);
    }
}
