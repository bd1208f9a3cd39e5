package org.crobim.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A product that several threads share is the product. */
class SharedProductTest {
    private static final int INPUTS = 24;
    private static final int OUTPUTS = 40;

    private final int threads = Engine.threads();
    private final NativeScope scope = NativeScope.open();
    private final RandomStream random = new RandomStream(3);

    @AfterEach
    void restore() {
        random.close();
        scope.close();
        Engine.setThreads(threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void valuesAndGradientsAreThoseOfAPlainProduct(int sharing) {
        Engine.setThreads(sharing);
        Tensor x = random.fillNormal(Tensors.zeros(3, 5, 7, INPUTS), 0, 1).requires_grad_(true);
        Tensor weight = random.fillNormal(Tensors.zeros(OUTPUTS, INPUTS), 0, 1).requires_grad_(true);
        Tensor bias = random.fillNormal(Tensors.zeros(OUTPUTS), 0, 1).requires_grad_(true);
        Tensor plain = torch.linear(x, weight, new TensorOptional(bias));
        Tensor shared = Ops.linear(x, weight, Optional.of(bias));
        assertThat(Tensors.shape(shared)).containsExactly(3, 5, 7, OUTPUTS);
        assertThat(difference(shared, plain)).isLessThan(1e-5);

        Tensor direction = random.fillNormal(Tensors.zeros(3, 5, 7, OUTPUTS), 0, 1);
        Tensor[] expected = gradients(plain.mul(direction).sum(), x, weight, bias);
        Tensor[] found = gradients(shared.mul(direction).sum(), x, weight, bias);
        for (int leaf = 0; leaf < expected.length; leaf++) {
            assertThat(difference(found[leaf], expected[leaf])).isLessThan(1e-4);
        }
    }

    @Test
    void aSliceOfAMapIsMultipliedAsItLies() {
        Engine.setThreads(2);
        Tensor map = random.fillNormal(Tensors.zeros(2, 9, 9, INPUTS), 0, 1);
        Tensor weight = random.fillNormal(Tensors.zeros(OUTPUTS, INPUTS), 0, 1);
        Tensor slice = map.narrow(1, 2, 5).permute(0, 2, 1, 3);
        assertThat(difference(Ops.linear(slice, weight, Optional.empty()), torch.linear(slice, weight)))
                .isLessThan(1e-5);
    }

    private static Tensor[] gradients(Tensor sum, Tensor... leaves) {
        sum.backward();
        Tensor[] gradients = new Tensor[leaves.length];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            gradients[leaf] = leaves[leaf].grad().clone();
            leaves[leaf].grad().zero_();
        }
        return gradients;
    }

    private static double difference(Tensor a, Tensor b) {
        return a.sub(b).abs().max().item_double();
    }
}
