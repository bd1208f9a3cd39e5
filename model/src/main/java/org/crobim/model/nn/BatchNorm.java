package org.crobim.model.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.Tensors;

/**
 * Batch norm over the last dimension (arXiv 1502.03167): by the mean and variance of the batch in training, which also move
 * the running ones by a tenth, and by the running ones otherwise.
 */
public final class BatchNorm extends MapLayer {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Tensor weight;
    private final Tensor bias;
    private final Tensor runningMean;
    private final Tensor runningVariance;
    private final Tensor batches;

    /**
     * @param channels size of the last dimension
     */
    public BatchNorm(long channels, Initializer init) {
        weight = parameter("weight", init.constant(1, channels));
        bias = parameter("bias", init.zeros(channels));
        runningMean = buffer("running_mean", init.zeros(channels));
        runningVariance = buffer("running_var", init.constant(1, channels));
        batches = buffer("num_batches_tracked", Tensors.zeros(ScalarType.Long));
    }

    /**
     * @param x (..., channels); statistics go over all other dimensions, so a map and a sequence are treated alike
     * @return the same shape
     */
    @Override
    public Tensor forward(Tensor x) {
        if (x.dim() != 4) {
            return normalise(x.reshape(-1, weight.size(0))).view(Tensors.shape(x));
        }
        return normalise(x.permute(0, 3, 1, 2)).permute(0, 2, 3, 1);
    }

    /** Channels in dimension 1, whatever the strides. */
    private Tensor normalise(Tensor x) {
        if (isTraining()) {
            batches.add_(new Scalar(1));
        }
        return torch.batch_norm(
                x,
                new TensorOptional(weight),
                new TensorOptional(bias),
                new TensorOptional(runningMean),
                new TensorOptional(runningVariance),
                isTraining(),
                MOMENTUM,
                EPSILON,
                false);
    }
}
