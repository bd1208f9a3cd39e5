package org.crobim.model.referring;

import org.bytedeco.pytorch.Tensor;

/**
 * What auxiliary heads of the language side say; in training only.
 *
 * @param mask (Q, h, w) float32, logit of the target
 * @param places (G, Q, 2) float32, 0..1: G guesses at the centre of the target as share of width and height
 */
public record Guidance(Tensor mask, Tensor places) {}
