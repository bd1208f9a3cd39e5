package org.crobim.language.generate;

import java.util.EnumSet;
import java.util.Set;
import org.crobim.language.ObjectCategory;
import org.crobim.language.phrase.ParaphraseStyle;
import org.crobim.language.rules.Margins;

/**
 * What the generator says and how.
 *
 * @param mix how often each kind of sentence is drawn
 * @param style how freely it is worded
 * @param margins how clearly a sentence must be true
 * @param targets which objects may be named
 * @param annotated classes of which every object is annotated; only these may be called absent
 */
public record GeneratorOptions(
        StratumMix mix, ParaphraseStyle style, Margins margins, TargetRules targets, Set<ObjectCategory> annotated) {
    /** Copies the set. */
    public GeneratorOptions {
        annotated = Set.copyOf(annotated);
    }

    /** Varied sentences about the ten classes of NWPU VHR-10. */
    public static GeneratorOptions standard() {
        return new GeneratorOptions(
                StratumMix.balanced(),
                ParaphraseStyle.VARIED,
                Margins.SAFE,
                TargetRules.standard(),
                EnumSet.of(
                        ObjectCategory.AIRPLANE,
                        ObjectCategory.SHIP,
                        ObjectCategory.STORAGE_TANK,
                        ObjectCategory.BASEBALL_DIAMOND,
                        ObjectCategory.TENNIS_COURT,
                        ObjectCategory.BASKETBALL_COURT,
                        ObjectCategory.GROUND_TRACK_FIELD,
                        ObjectCategory.HARBOR,
                        ObjectCategory.BRIDGE,
                        ObjectCategory.VEHICLE));
    }

    /** The same options with another mix. */
    public GeneratorOptions withMix(StratumMix other) {
        return new GeneratorOptions(other, style, margins, targets, annotated);
    }

    /** The same options with another wording. */
    public GeneratorOptions withStyle(ParaphraseStyle other) {
        return new GeneratorOptions(mix, other, margins, targets, annotated);
    }
}
