package org.crobim.model.nn;

import org.bytedeco.pytorch.Tensor;

/** A layer from one feature map to another: what a decoder may be given in the place of a convolution. */
public abstract class MapLayer extends Layer {
    /**
     * @param x (B, H, W, in)
     * @return (B, H', W', out), owned by the innermost scope
     */
    public abstract Tensor forward(Tensor x);
}
