package org.crobim.model.fused;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Layer;

/** Lets the four stage outputs look at one another before they are decoded. */
public abstract class PyramidNeck extends Layer {
    /** What its parameters are called inside the backbone, for example {@code cim}. */
    public abstract String name();

    /**
     * @param stages four normalised maps (B, H_i, W_i, C_i), finest first
     * @param words B sentences, for a neck that listens to them
     * @return four maps of the same shapes, owned by the innermost scope
     */
    public abstract List<Tensor> forward(List<Tensor> stages, Words words);
}
