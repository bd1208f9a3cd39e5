package org.crobim.predict;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Tensors;

/**
 * What the native library says about itself after a small calculation.
 *
 * @param version of libtorch and its binding, such as 2.10.0-1.5.13
 * @param instructionSet best instruction set in use, such as AVX512
 * @param threads that one operator may use
 * @param cudaDevices number of CUDA devices that this build can use, 0 with the CPU build
 * @param gigaflops single-precision speed of a small matrix product, 2 x multiply-adds per second / 1e9
 */
public record EngineReport(String version, String instructionSet, int threads, int cudaDevices, double gigaflops) {
    private static final int SIDE = 512;
    private static final int ROUNDS = 5;

    /**
     * Loads libtorch and multiplies matrices whose product is known.
     *
     * @throws LinkageError if the library does not load
     * @throws IllegalStateException if the product is wrong
     */
    public static EngineReport examine() {
        Engine.load();
        String set = torch.get_cpu_capability().getString().toUpperCase(Locale.ROOT);
        int devices = Engine.cudaAvailable() ? torch.cuda_device_count() : 0;
        String version = Optional.ofNullable(torch.class.getPackage().getImplementationVersion())
                .orElse("of unknown version");
        return new EngineReport(version, set, Engine.threads(), devices, measureProduct());
    }

    private static double measureProduct() {
        double bestSeconds = Double.MAX_VALUE;
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor left = Tensors.full(0.5, 1, SIDE, SIDE);
            Tensor right = Tensors.full(2, 1, SIDE, SIDE);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                Tensor product = Ops.batchedProduct(left, right);
                bestSeconds = Math.min(bestSeconds, (System.nanoTime() - start) / 1e9);
                requireProduct(product);
            }
        }
        return 2.0 * SIDE * SIDE * SIDE / bestSeconds / 1e9;
    }

    private static void requireProduct(Tensor product) {
        double least = product.min().item_double();
        double most = product.max().item_double();
        if (least != SIDE || most != SIDE) {
            throw new IllegalStateException(
                    "libtorch computes wrongly: every element of a matrix product must be %d, got %s .. %s"
                            .formatted(SIDE, least, most));
        }
    }
}
