/**
 * Several networks on several data sets with several seeds, judged alike, in the tables of the papers.
 *
 * <p>A {@link org.crobim.train.comparison.ComparisonPlan} names models, data and seeds; each combination is a {@link
 * org.crobim.train.comparison.Cell} whose answers are kept as {@link org.crobim.train.comparison.JudgedCell}. {@link
 * org.crobim.train.comparison.Comparison} sums them up; {@link org.crobim.train.comparison.ComparisonTables} puts that into
 * tables, beside {@link org.crobim.train.comparison.PublishedScores}, which are never ours and always marked. Training and
 * loading belong to the caller.
 */
@NullMarked
package org.crobim.train.comparison;

import org.jspecify.annotations.NullMarked;
