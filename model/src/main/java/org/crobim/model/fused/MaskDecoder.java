package org.crobim.model.fused;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Layer;

/** Turns four stage outputs into a mask. */
public abstract class MaskDecoder extends Layer {
    /**
     * @param stages four maps (B, H_i, W_i, C_i), finest first
     * @return (B, H_1, W_1, 2), logits of background and target, owned by the innermost scope
     */
    public abstract Tensor forward(List<Tensor> stages);
}
