package org.crobim.train.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * The truth of one pass.
 *
 * @param masks (Q, S, S) uint8, 1 on the target
 * @param present (Q) float32, 1 where the question has a target, else 0
 * @param categories (B, S, S) uint8: 0 background, c + 1 for class c, {@link #UNKNOWN_CATEGORY} where nobody annotated
 * @param categoriesKnown whether any pixel of {@code categories} is annotated
 */
public record LossTargets(Tensor masks, Tensor present, Tensor categories, boolean categoriesKnown) {
    /** Category of a pixel that counts for nothing: -1 as an unsigned byte. */
    public static final int UNKNOWN_CATEGORY = 255;
}
