package org.crobim.train.loop;

import org.crobim.train.loss.LossFigures;

/**
 * What one optimizer step came to.
 *
 * @param loss mean over the passes of the step
 * @param gradientNorm before clipping
 * @param learningRate of the step
 * @param taken whether the weights were changed; not so where loss or gradient was not finite
 */
record StepFigures(LossFigures loss, double gradientNorm, double learningRate, boolean taken) {}
