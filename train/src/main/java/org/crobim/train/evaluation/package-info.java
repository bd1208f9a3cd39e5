/**
 * From a data set and a model to scored samples.
 *
 * <p>{@link org.crobim.train.evaluation.Evaluator} walks over the images of a {@link org.crobim.data.ReferringDataset}, asks a
 * {@link org.crobim.train.evaluation.ReferringPredictor} every sentence under every wanted
 * {@link org.crobim.train.evaluation.TextControl} while the image is encoded once, and keeps a
 * {@link org.crobim.train.evaluation.SampleResult} of each. An {@link org.crobim.train.evaluation.EvaluationResult} sums them up
 * three ways (native size, model size, native size behind the presence gate);
 * {@link org.crobim.train.evaluation.ControlReport} says how much of the score the sentence earned.
 */
@NullMarked
package org.crobim.train.evaluation;

import org.jspecify.annotations.NullMarked;
