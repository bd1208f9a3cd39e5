/**
 * RMSIN (Liu et al., "Rotated Multi-Scale Interaction Network for Referring Remote Sensing Image Segmentation", arXiv
 * 2312.12470), built so that its published parameter names load.
 *
 * <p>Three parts are its own: {@link org.crobim.model.rmsin.VariousReceptive} lets every stage of the image weigh its
 * places (intra-scale interaction), {@link org.crobim.model.rmsin.CrossScaleInteraction} lets the four stages exchange what
 * they see, and {@link org.crobim.model.rmsin.AdaptiveRotatedConvolution} turns the kernels of the decoder to each image.
 * All else is shared with LAVT. Maps are channels-last (B, H, W, C); weights have the shapes of the published modules.
 */
@NullMarked
package org.crobim.model.rmsin;

import org.jspecify.annotations.NullMarked;
