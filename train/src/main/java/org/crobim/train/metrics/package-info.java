/**
 * Scores of referring segmentation: from two masks to the numbers of the report.
 *
 * <p>{@link org.crobim.train.metrics.MaskOverlap} counts pixels, {@link org.crobim.train.metrics.SegmentationScores} collects
 * samples and sums them up as {@link org.crobim.train.metrics.ScoreSummary} (overall, by class, by size, by stratum),
 * {@link org.crobim.train.metrics.PresenceScores} judges the answer "nothing matches" and
 * {@link org.crobim.train.metrics.PresenceCalibration} finds its threshold. All percentages lie in 0..100.
 */
@NullMarked
package org.crobim.train.metrics;

import org.jspecify.annotations.NullMarked;
