package org.crobim.data.build;

import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.mask.MaskSource;
import org.crobim.data.mix.PatchSentences;

/**
 * What a data set is built from.
 *
 * @param source the annotated images
 * @param split which of them serve which purpose
 * @param sentences says something about them
 * @param masks shows what is meant
 * @param plan how
 */
public record BuildInput(
        AnnotatedSource source, SceneSplit split, PatchSentences sentences, MaskSource masks, BuildPlan plan) {}
