/**
 * What a training run leaves on disk.
 *
 * <p>{@link org.crobim.train.run.RunDirectory} lays out the folder and guards earlier runs,
 * {@link org.crobim.train.run.MetricsLog} appends figures as JSON lines, {@link org.crobim.train.run.TensorBoardWriter} writes
 * the same figures for TensorBoard without needing TensorFlow.
 */
@NullMarked
package org.crobim.train.run;

import org.jspecify.annotations.NullMarked;
