package org.crobim.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pitfalls P8 and P13: the state of mixed precision is set by hand, and attention stays out of it. */
class AutocastTest {
    private final RandomStream random = new RandomStream(4);
    private final NativeScope scope = NativeScope.open();

    @AfterEach
    void release() {
        assertThat(Autocast.active()).isFalse();
        scope.close();
        random.close();
    }

    private static Autocast bf16() {
        return Autocast.of(Precision.BF16, DeviceType.CPU);
    }

    private static ScalarType typeOfAProduct() {
        return Tensors.zeros(2, 2).matmul(Tensors.zeros(2, 2)).scalar_type().intern();
    }

    @Test
    void productsRunInBfloat16WhileOpen() {
        try (Autocast mixed = bf16()) {
            assertThat(typeOfAProduct()).isEqualTo(ScalarType.BFloat16);
        }
        assertThat(typeOfAProduct()).isEqualTo(ScalarType.Float);
    }

    @Test
    void singlePrecisionSwitchesItOffWithinAnother() {
        try (Autocast mixed = bf16()) {
            try (Autocast single = Autocast.of(Precision.FP32, DeviceType.CPU)) {
                assertThat(typeOfAProduct()).isEqualTo(ScalarType.Float);
                try (Autocast again = bf16()) {
                    assertThat(typeOfAProduct()).isEqualTo(ScalarType.BFloat16);
                }
                assertThat(typeOfAProduct()).isEqualTo(ScalarType.Float);
            }
            assertThat(typeOfAProduct()).isEqualTo(ScalarType.BFloat16);
        }
    }

    @Test
    void anErrorRestoresTheState() {
        assertThatThrownBy(() -> {
                    try (Autocast mixed = bf16()) {
                        throw new IllegalStateException("stop");
                    }
                })
                .hasMessage("stop");
        assertThat(Autocast.active()).isFalse();
    }

    @Test
    void otherThreadsAreNotAffected() {
        try (Autocast mixed = bf16()) {
            assertThat(CompletableFuture.supplyAsync(Autocast::active).join()).isFalse();
        }
    }

    @Test
    void gradientsOfSinglePrecisionWeightsStaySinglePrecision() {
        Tensor weight = random.fillNormal(Tensors.zeros(3, 3), 0, 1).requires_grad_(true);
        Tensor loss;
        try (Autocast mixed = bf16()) {
            loss = Ops.linear(Tensors.full(1, 2, 3), weight, Optional.empty())
                    .to(ScalarType.Float)
                    .sum();
        }
        loss.backward();
        assertThat(weight.grad().scalar_type().intern()).isEqualTo(ScalarType.Float);
    }

    @Test
    void attentionStaysInSinglePrecision() {
        Tensor q = random.fillNormal(Tensors.zeros(1, 2, 5, 4), 0, 1);
        Tensor k = random.fillNormal(Tensors.zeros(1, 2, 3, 4), 0, 1);
        Tensor v = random.fillNormal(Tensors.zeros(1, 2, 3, 4), 0, 1);
        float[] single = Tensors.toFloats(Ops.attention(q, k, v, Optional.empty()));
        try (Autocast mixed = bf16()) {
            Tensor attended = Ops.attention(q, k, v, Optional.empty());
            assertThat(attended.scalar_type().intern()).isEqualTo(ScalarType.Float);
            assertThat(Tensors.toFloats(attended)).containsExactly(single, within(1e-6f));
            Tensor ofBfloat16 = Ops.attention(q.to(ScalarType.BFloat16), k, v, Optional.empty());
            assertThat(Tensors.toFloats(ofBfloat16)).containsExactly(single, within(2e-2f));
            assertThat(Autocast.active()).isTrue();
        }
    }

    @Test
    void layerNormsStayInSinglePrecision() {
        try (Autocast mixed = bf16()) {
            Tensor x = random.fillNormal(Tensors.zeros(2, 8), 0, 1).to(ScalarType.BFloat16);
            assertThat(Ops.layerNorm(x, Tensors.full(1, 8), Tensors.zeros(8), 1e-5)
                            .scalar_type()
                            .intern())
                    .isEqualTo(ScalarType.Float);
        }
    }
}
