package org.crobim.model.nn;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;

/** Stochastic depth (arXiv 1603.09382): in training, leaves out the whole branch of some samples and scales the others. */
public final class DropPath extends Layer {
    private final double rate;
    private final RandomStream random;

    /**
     * @param rate share of samples whose branch is left out in training, [0, 1)
     * @param random the network's stream
     */
    public DropPath(double rate, RandomStream random) {
        this.rate = rate;
        this.random = random;
    }

    /**
     * @param branch (B, ...), what a residual block would add
     * @return the same shape
     */
    public Tensor forward(Tensor branch) {
        if (!isTraining() || rate == 0) {
            return branch;
        }
        long[] perSample = new long[Math.toIntExact(branch.dim())];
        Arrays.fill(perSample, 1);
        perSample[0] = branch.size(0);
        Tensor keep = random.fillBernoulli(Tensors.zeros(perSample), 1 - rate);
        return branch.mul(keep.to(branch.device(), branch.scalar_type())).mul(new Scalar(1 / (1 - rate)));
    }
}
