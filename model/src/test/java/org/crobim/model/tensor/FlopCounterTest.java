package org.crobim.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.crobim.model.tensor.Ops.ConvolutionShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlopCounterTest {
    private final NativeScope scope = NativeScope.withoutGradients();

    @AfterEach
    void release() {
        scope.close();
    }

    private static long flopsOf(Runnable work) {
        try (FlopCounter counter = FlopCounter.start()) {
            work.run();
            return counter.flops();
        }
    }

    @Test
    void aMatrixProductCostsTwoOperationsPerMultiplyAdd() {
        assertThat(flopsOf(() -> Ops.linear(Tensors.zeros(2, 5, 3), Tensors.zeros(7, 3), Optional.empty())))
                .isEqualTo(2 * 2 * 5 * 3 * 7);
        assertThat(flopsOf(() -> Ops.batchedProduct(Tensors.zeros(2, 5, 3), Tensors.zeros(2, 3, 4))))
                .isEqualTo(2 * 2 * 5 * 3 * 4);
    }

    @Test
    void aConvolutionCostsItsKernelAtEachPixelAndOutput() {
        assertThat(flopsOf(() -> Ops.convolution(
                        Tensors.zeros(1, 8, 8, 3),
                        Tensors.zeros(16, 3, 4, 4),
                        Optional.empty(),
                        new ConvolutionShape(4, 0, 1))))
                .isEqualTo(2 * 2 * 2 * 16 * 3 * 4 * 4);
    }

    @Test
    void aDepthwiseConvolutionCostsOneKernelForEachChannelPaddingIncluded() {
        assertThat(flopsOf(() -> Ops.convolution(
                        Tensors.zeros(1, 5, 6, 8),
                        Tensors.zeros(8, 1, 3, 3),
                        Optional.empty(),
                        new ConvolutionShape(1, 1, 8))))
                .isEqualTo(2 * 5 * 6 * 8 * 9);
    }

    @Test
    void attentionCostsTwoProducts() {
        assertThat(flopsOf(() -> Ops.attention(
                        Tensors.zeros(2, 3, 5, 4),
                        Tensors.zeros(2, 3, 7, 4),
                        Tensors.zeros(2, 3, 7, 4),
                        Optional.empty())))
                .isEqualTo(2 * 2 * (2 * 3 * 5 * 7 * 4));
    }

    @Test
    void elementwiseWorkIsNotCounted() {
        assertThat(flopsOf(() -> Ops.gelu(Tensors.zeros(9)))).isZero();
    }

    @Test
    void onlyTheThreadThatStartedIsCounted() {
        assertThat(flopsOf(() ->
                        CompletableFuture.runAsync(FlopCounterTest::someProduct).join()))
                .isZero();
    }

    private static void someProduct() {
        try (NativeScope own = NativeScope.withoutGradients()) {
            Ops.linear(Tensors.zeros(1, 2), Tensors.zeros(3, 2), Optional.empty());
        }
    }

    @Test
    void anInnerCounterGoesOnWithTheOuterOneAfterwards() {
        try (FlopCounter outer = FlopCounter.start()) {
            someProduct();
            assertThat(flopsOf(FlopCounterTest::someProduct)).isEqualTo(12);
            someProduct();
            assertThat(outer.flops()).isEqualTo(3 * 12);
        }
    }

    @Test
    void nothingIsCountedAfterwards() {
        FlopCounter counter = FlopCounter.start();
        counter.close();
        someProduct();
        assertThat(counter.flops()).isZero();
    }
}
