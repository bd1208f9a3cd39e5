package org.crobim.model.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Rows looked up by number. */
public final class Embedding extends Layer {
    private final Tensor weight;

    /**
     * @param rows number of entries
     * @param width size of each
     */
    public Embedding(long rows, long width, Initializer init) {
        weight = parameter("weight", init.normal(0.02, rows, width));
    }

    /**
     * @param ids (...) int64, 0 .. rows - 1
     * @return (..., width)
     */
    public Tensor forward(Tensor ids) {
        return torch.embedding(weight, ids);
    }

    /** The table (rows, width), live. */
    public Tensor weight() {
        return weight;
    }
}
