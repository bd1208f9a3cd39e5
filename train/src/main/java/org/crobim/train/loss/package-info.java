/**
 * What a prediction is punished for.
 *
 * <p>{@link org.crobim.train.loss.SegmentationLoss} compares a {@link org.crobim.model.referring.MaskPrediction} with
 * {@link org.crobim.train.loss.LossTargets} and returns the differentiable total beside the plain
 * {@link org.crobim.train.loss.LossFigures}. Everything here runs in single precision, outside mixed precision.
 *
 * <p>Letters in shapes: B images, Q questions, S input side, h = w = S / 4, s = S / loss stride, K classes with the background.
 */
@NullMarked
package org.crobim.train.loss;

import org.jspecify.annotations.NullMarked;
