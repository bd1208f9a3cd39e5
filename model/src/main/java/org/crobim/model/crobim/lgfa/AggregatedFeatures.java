package org.crobim.model.crobim.lgfa;

import java.util.Optional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.Ops;

/**
 * F = mix(smoothed), the result of LGFA, kept as the two: at stride 4 the matrix of the mix costs less when it is moved
 * behind a mean or merged with the next matrix, and the values are the same.
 *
 * @param smoothed what goes into the last 1 x 1 convolution (Q, h, w, d)
 * @param mix that convolution
 */
public record AggregatedFeatures(Tensor smoothed, Linear mix) {
    /** F (Q, h, w, d). */
    public Tensor map() {
        return mix.forward(smoothed);
    }

    /** Means of F over boxes of 2 x 2, (Q, ceil(h / 2), ceil(w / 2), d). */
    public Tensor halved() {
        Tensor means = torch.avg_pool2d(
                smoothed.permute(0, 3, 1, 2),
                new long[] {2, 2},
                new long[] {2, 2},
                new long[] {0, 0},
                true,
                false,
                new LongOptional());
        return mix.forward(means.permute(0, 2, 3, 1));
    }

    /** next(F), by the product of both matrices. */
    public Tensor through(Linear next) {
        Tensor weight =
                Ops.linear(mix.weight().t(), next.weight(), Optional.empty()).t();
        Tensor bias = Ops.linear(mix.bias().unsqueeze(0), next.weight(), Optional.of(next.bias()))
                .squeeze(0);
        return Ops.linear(smoothed, weight, Optional.of(bias));
    }
}
