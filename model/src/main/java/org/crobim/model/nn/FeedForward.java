package org.crobim.model.nn;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Ops;

/** Two-layer GELU perceptron, FFN in the notation of the specification. */
public final class FeedForward extends Layer {
    private final Linear expand;
    private final Linear reduce;

    /**
     * @param in width of the input
     * @param hidden width between the two layers
     * @param out width of the output
     */
    public FeedForward(long in, long hidden, long out, Initializer init) {
        expand = child("expand", new Linear(in, hidden, init));
        reduce = child("reduce", new Linear(hidden, out, init));
    }

    /**
     * @param x (..., in)
     * @return (..., out)
     */
    public Tensor forward(Tensor x) {
        return reduce.forward(Ops.gelu(expand.forward(x)));
    }
}
