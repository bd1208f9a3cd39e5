package org.crobim.language.benchmark;

import java.util.EnumSet;
import java.util.Set;
import org.crobim.language.ObjectCategory;
import org.crobim.language.generate.TargetRules;
import org.crobim.language.phrase.SentenceStyle;
import org.crobim.language.rules.RuleSet;

/**
 * What is said and how.
 *
 * @param rules under which a sentence must be true and of one object alone
 * @param style manner of wording
 * @param mix kinds of sentences
 * @param targets which objects may be named
 * @param annotated classes of which every object is annotated; only these may be called absent
 */
public record BenchmarkOptions(
        RuleSet rules, SentenceStyle style, BenchmarkMix mix, TargetRules targets, Set<ObjectCategory> annotated) {
    /** Copies the set. */
    public BenchmarkOptions {
        annotated = Set.copyOf(annotated);
    }

    /** Both published rules at once, RISBench's wording and mix, all 26 classes. */
    public static BenchmarkOptions standard() {
        return new BenchmarkOptions(
                RuleSet.STRICT,
                SentenceStyle.RISBENCH,
                BenchmarkMix.risBench(),
                TargetRules.standard(),
                EnumSet.allOf(ObjectCategory.class));
    }

    /** The same options under other rules. */
    public BenchmarkOptions withRules(RuleSet other) {
        return new BenchmarkOptions(other, style, mix, targets, annotated);
    }

    /** The same options in another style. */
    public BenchmarkOptions withStyle(SentenceStyle other) {
        return new BenchmarkOptions(rules, other, mix, targets, annotated);
    }

    /** The same options for a source that annotates these classes only. */
    public BenchmarkOptions withAnnotated(Set<ObjectCategory> classes) {
        return new BenchmarkOptions(rules, style, mix, targets, classes);
    }
}
