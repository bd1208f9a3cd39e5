/**
 * What an evaluation leaves on disk: one HTML page that needs nothing else, the figures as JSON, every sample as a line.
 *
 * <p>{@link org.crobim.train.report.EvaluationReport} writes the folder, {@link org.crobim.train.report.ReportPage} the page,
 * {@link org.crobim.train.report.ScoreCharts} its curves, {@link org.crobim.train.report.CaseGallery} chooses the best and worst
 * cases.
 */
@NullMarked
package org.crobim.train.report;

import org.jspecify.annotations.NullMarked;
