package org.crobim.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class NativeScopeTest {
    @Test
    void tensorsEndWithTheirScope() {
        Tensor made;
        try (NativeScope scope = NativeScope.open()) {
            made = Tensors.zeros(2, 3);
            assertThat(made.isNull()).isFalse();
        }
        assertThat(made.isNull()).isTrue();
        assertThatThrownBy(made::numel).isInstanceOf(NullPointerException.class);
    }

    /** Pitfall P6: detaching from the scope would drop the last reference. */
    @Test
    void aKeptTensorOutlivesItsScopeUntilReleased() {
        Tensor kept;
        try (NativeScope scope = NativeScope.open()) {
            kept = NativeScope.keep(Tensors.floats(new float[] {1, 2}, 2));
        }
        assertThat(Tensors.toFloats(kept)).containsExactly(1, 2);
        NativeScope.release(kept);
        assertThat(kept.isNull()).isTrue();
    }

    @Test
    void aTensorBelongsToTheInnermostScope() {
        try (NativeScope outer = NativeScope.open()) {
            Tensor before = Tensors.zeros(1);
            Tensor inside;
            try (NativeScope inner = NativeScope.open()) {
                inside = Tensors.zeros(1);
            }
            assertThat(inside.isNull()).isTrue();
            assertThat(before.isNull()).isFalse();
        }
    }

    @Test
    void gradientsAreOffWithinTheScopeOnlyEvenAfterAnError() {
        assertThat(GradMode.is_enabled()).isTrue();
        try (NativeScope scope = NativeScope.withoutGradients()) {
            assertThat(GradMode.is_enabled()).isFalse();
            try (NativeScope nested = NativeScope.open()) {
                assertThat(GradMode.is_enabled()).isFalse();
            }
            assertThat(GradMode.is_enabled()).isFalse();
        }
        assertThat(GradMode.is_enabled()).isTrue();
        assertThatThrownBy(() -> {
                    try (NativeScope scope = NativeScope.withoutGradients()) {
                        throw new IllegalStateException("stop");
                    }
                })
                .hasMessage("stop");
        assertThat(GradMode.is_enabled()).isTrue();
    }

    /** Pitfall P7: the mode belongs to a thread, so every worker opens its own scope. */
    @Test
    void otherThreadsKeepTheirOwnGradientMode() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            assertThat(CompletableFuture.supplyAsync(GradMode::is_enabled).join())
                    .isTrue();
            boolean inWorker = CompletableFuture.supplyAsync(() -> {
                        try (NativeScope own = NativeScope.withoutGradients()) {
                            return GradMode.is_enabled();
                        }
                    })
                    .join();
            assertThat(inWorker).isFalse();
            assertThat(GradMode.is_enabled()).isFalse();
        }
    }
}
