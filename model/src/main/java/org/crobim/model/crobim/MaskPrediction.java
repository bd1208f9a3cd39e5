package org.crobim.model.crobim;

import org.bytedeco.pytorch.Tensor;

/**
 * What the network answers to Q questions.
 *
 * @param logits (Q, ceil(H / 4), ceil(W / 4), 2) float32; channel 0 background, channel 1 the target
 * @param presence (Q) float32, logit of "something matches"
 */
public record MaskPrediction(Tensor logits, Tensor presence) {}
