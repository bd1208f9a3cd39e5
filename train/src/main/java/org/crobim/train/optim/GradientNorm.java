package org.crobim.train.optim;

import org.bytedeco.pytorch.Scalar;
import org.crobim.model.tensor.NativeScope;

/** Measures and limits the length of a gradient. */
public final class GradientNorm {
    private static final double GUARD = 1e-6;

    private GradientNorm() {}

    /**
     * Shortens a gradient that is longer than allowed, as PyTorch's clip_grad_norm_ does.
     *
     * @param gradients all of them
     * @param mostNorm length allowed, 0 for any
     * @return Euclidean length before; not finite if a gradient is not, and the gradients are then left alone
     */
    public static double clip(FlatBuffer gradients, double mostNorm) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            double norm = gradients.vector().norm().item_double();
            if (mostNorm > 0 && Double.isFinite(norm) && norm > mostNorm) {
                gradients.vector().mul_(new Scalar(mostNorm / (norm + GUARD)));
            }
            return norm;
        }
    }
}
