package org.crobim.model.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;

/** Inverted dropout whose draws come from the network's own stream, so that replicas do not disturb each other. */
public final class Dropout extends Layer {
    private final double rate;
    private final RandomStream random;

    /**
     * @param rate share of values set to zero in training, [0, 1)
     * @param random the network's stream
     */
    public Dropout(double rate, RandomStream random) {
        this.rate = rate;
        this.random = random;
    }

    /** The values, thinned and scaled in training, unchanged otherwise. */
    public Tensor forward(Tensor x) {
        if (!isTraining() || rate == 0) {
            return x;
        }
        Tensor keep = random.fillBernoulli(Tensors.zeros(x.scalar_type(), Tensors.shape(x)), 1 - rate);
        return x.mul(keep.to(x.device(), x.scalar_type())).mul(new Scalar(1 / (1 - rate)));
    }
}
