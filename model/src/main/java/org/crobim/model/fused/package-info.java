/**
 * Networks whose language is fused inside the image encoder: what LAVT, RMSIN and LGCE have in common.
 *
 * <p>A {@link org.crobim.model.fused.FusedNetwork} reads the sentence, lets every stage of a Swin Transformer gather
 * words ({@link org.crobim.model.fused.StageFusion}), may let the four stages look at one another
 * ({@link org.crobim.model.fused.PyramidNeck}) and decodes a mask
 * ({@link org.crobim.model.fused.MaskDecoder}). A paper is a choice of these three parts, made in its own package.
 * Because language takes part in every stage, nothing of an image can be kept for a further sentence.
 *
 * <p>Names of parameters and buffers are those of the published checkpoints: {@code backbone.*}, {@code classifier.*} and
 * {@code text_encoder.*}. Letters: B pairs of image and sentence, T word pieces, d_t width of the text, h and w a quarter of
 * the sides of the image.
 */
@NullMarked
package org.crobim.model.fused;

import org.jspecify.annotations.NullMarked;
