package org.crobim.model.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Instance norm without gain, offset or running statistics: every channel of every sample by its own mean and variance. */
public final class InstanceNorm extends Layer {
    private static final double EPSILON = 1e-5;
    private static final double UNUSED_MOMENTUM = 0;

    /**
     * @param x (B, N, C)
     * @return the same shape; mean 0 and variance 1 over N
     */
    public Tensor forward(Tensor x) {
        long batch = x.size(0);
        long tokens = x.size(1);
        // Batch norm over N of all samples' channels side by side is the same, and for one image no value moves.
        Tensor columns = x.transpose(0, 1).reshape(tokens, batch * x.size(2));
        Tensor normal = torch.batch_norm(
                columns,
                new TensorOptional(),
                new TensorOptional(),
                new TensorOptional(),
                new TensorOptional(),
                true,
                UNUSED_MOMENTUM,
                EPSILON,
                false);
        return normal.view(tokens, batch, x.size(2)).transpose(0, 1);
    }
}
