package org.crobim.train.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * The loss of one forward pass.
 *
 * @param total scalar float32 with its graph, owned by the innermost scope of the pass
 * @param figures the same and its parts as plain numbers
 */
public record PassLoss(Tensor total, LossFigures figures) {}
