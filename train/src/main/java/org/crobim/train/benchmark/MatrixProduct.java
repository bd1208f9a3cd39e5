package org.crobim.train.benchmark;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;

/** The yardstick: how fast this machine multiplies two large square matrices. */
final class MatrixProduct {
    private static final long SEED = 1;

    private MatrixProduct() {}

    /**
     * Speed of the fastest of some runs.
     *
     * @param side rows and columns
     * @return 2 side^3 operations over the time, in 1e9 a second
     */
    static double gigaflops(int side, Precision precision, int runs, Stopwatch stopwatch) {
        ScalarType type = precision == Precision.BF16 ? ScalarType.BFloat16 : ScalarType.Float;
        try (NativeScope scope = NativeScope.withoutGradients();
                RandomStream random = new RandomStream(SEED)) {
            Tensor left = random.fillUniform(Tensors.zeros(side, side), -1, 1).to(type);
            Tensor right = random.fillUniform(Tensors.zeros(side, side), -1, 1).to(type);
            Engine.setBlasThreads(Engine.threads());
            double millis = stopwatch.bestMillis(runs, () -> {
                try (NativeScope run = NativeScope.withoutGradients()) {
                    left.matmul(right);
                }
            });
            return Gigaflops.of(2L * side * side * side, millis);
        } finally {
            Engine.setBlasThreads(1);
        }
    }
}
