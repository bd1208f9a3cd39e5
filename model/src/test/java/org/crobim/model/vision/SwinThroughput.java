package org.crobim.model.vision;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.Autocast;
import org.crobim.model.tensor.FlopCounter;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;

/**
 * Measures Swin-B, window 12, at 480 x 480 against the machine's own matrix product; no test, run it on a quiet machine
 * with OMP_WAIT_POLICY=passive.
 */
final class SwinThroughput {
    private static final int ROUNDS = 6;

    private SwinThroughput() {}

    public static void main(String[] arguments) {
        try (RandomStream random = new RandomStream(1);
                NativeScope scope = NativeScope.withoutGradients();
                SwinTransformer swin = new SwinTransformer(
                        List.of(128, 256, 512, 1024),
                        List.of(2, 2, 18, 2),
                        List.of(4, 8, 16, 32),
                        12,
                        new Initializer(random))) {
            Tensor square = random.fillNormal(Tensors.zeros(4096, 4096), 0, 1);
            Tensor image = random.fillNormal(Tensors.zeros(1, 480, 480, 3), 0, 1);
            double flops = flops(swin, image);
            double product = seconds(() -> square.mm(square));
            double single = seconds(() -> swin.forward(image).stage(4));
            double product2 = seconds(() -> square.mm(square));
            double peak = 2 * Math.pow(4096, 3) / Math.min(product, product2) / 1e9;
            print(
                    "matrix product 4096^3: %.0f GFLOP/s (%.0f before, %.0f after)",
                    peak, 2 * Math.pow(4096, 3) / product / 1e9, 2 * Math.pow(4096, 3) / product2 / 1e9);
            print(
                    "Swin-B fp32: %.3f s for %.1f GFLOP, %.0f GFLOP/s, %.2f of the product",
                    single, flops / 1e9, flops / single / 1e9, flops / single / 1e9 / peak);
            try (Autocast autocast = Autocast.of(Precision.BF16, DeviceType.CPU)) {
                double half = seconds(() -> swin.forward(image).stage(4));
                print("Swin-B bf16: %.3f s, %.2f times as fast", half, single / half);
            }
        }
    }

    private static double flops(SwinTransformer swin, Tensor image) {
        try (NativeScope scope = NativeScope.withoutGradients();
                FlopCounter counter = FlopCounter.start()) {
            swin.forward(image);
            return counter.flops();
        }
    }

    /** The fastest of some rounds: everything slower was disturbed by other work. */
    private static double seconds(Supplier<Tensor> work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            try (NativeScope scope = NativeScope.withoutGradients()) {
                long start = System.nanoTime();
                Tensor unused = work.get();
                best = Math.min(best, System.nanoTime() - start);
            }
        }
        return best / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
