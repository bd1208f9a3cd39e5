package org.crobim.model.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchNormTest {
    private final RandomStream random = new RandomStream(3);
    private final Initializer init = new Initializer(random);
    private final NativeScope scope = NativeScope.open();
    private final BatchNorm norm = new BatchNorm(3, init);

    @AfterEach
    void release() {
        norm.close();
        scope.close();
        random.close();
    }

    private Tensor map() {
        return random.fillNormal(Tensors.zeros(2, 4, 5, 3), 1.5, 2);
    }

    private float[] buffer(String name) {
        return Tensors.toFloats(Objects.requireNonNull(norm.namedBuffers().get(name)));
    }

    @Test
    void inTrainingTheBatchHasMeanZeroAndVarianceOne() {
        norm.setTraining(true);
        Tensor rows = norm.forward(map()).reshape(-1, 3);
        assertThat(Tensors.toFloats(rows.mean(0))).containsExactly(new float[3], within(1e-5f));
        assertThat(Tensors.toFloats(rows.square().mean(0))).containsExactly(new float[] {1, 1, 1}, within(1e-4f));
    }

    @Test
    void runningStatisticsMoveByATenthAndTheVarianceIsUnbiased() {
        Tensor x = map();
        norm.setTraining(true);
        norm.forward(x);
        Tensor rows = x.reshape(-1, 3);
        Tensor mean = rows.mean(0);
        Tensor variance = rows.sub(mean).square().sum(0).div(new Scalar(rows.size(0) - 1));
        assertThat(buffer("running_mean")).containsExactly(Tensors.toFloats(mean.mul(new Scalar(0.1))), within(1e-5f));
        assertThat(buffer("running_var"))
                .containsExactly(Tensors.toFloats(variance.mul(new Scalar(0.1)).add(new Scalar(0.9))), within(1e-5f));
        assertThat(buffer("num_batches_tracked")).containsExactly(1);
    }

    @Test
    void inEvaluationTheRunningStatisticsCountAndDoNotMove() {
        Map<String, Tensor> state = norm.namedState();
        Objects.requireNonNull(state.get("running_mean")).fill_(new Scalar(2));
        Objects.requireNonNull(state.get("running_var")).fill_(new Scalar(4));
        Objects.requireNonNull(state.get("bias")).detach().fill_(new Scalar(1));
        Tensor x = map();
        float[] expected = Tensors.toFloats(
                x.sub(new Scalar(2)).div(new Scalar(Math.sqrt(4 + 1e-5))).add(new Scalar(1)));
        assertThat(Tensors.toFloats(norm.forward(x))).containsExactly(expected, within(1e-5f));
        assertThat(buffer("running_mean")).containsExactly(2, 2, 2);
        assertThat(buffer("num_batches_tracked")).containsExactly(0);
    }

    @Test
    void aSequenceIsTreatedAsAMapOfTheSameValues() {
        norm.setTraining(true);
        Tensor x = map();
        float[] asMap = Tensors.toFloats(norm.forward(x));
        assertThat(Tensors.toFloats(norm.forward(x.flatten(1, 2)))).containsExactly(asMap, within(1e-5f));
    }

    @Test
    void runningStatisticsAreSavedButNotTrained() {
        assertThat(norm.namedParameters().keySet()).containsExactly("weight", "bias");
        assertThat(norm.namedState().keySet())
                .containsExactly("weight", "bias", "running_mean", "running_var", "num_batches_tracked");
        assertThat(norm.namedBuffers().values()).noneMatch(Tensor::requires_grad);
    }

    @Test
    void conversionLeavesWholeNumbersAlone() {
        norm.convertTo(ScalarType.Double);
        assertThat(norm.namedBuffers().values())
                .extracting(tensor -> tensor.scalar_type().intern())
                .containsExactly(ScalarType.Double, ScalarType.Double, ScalarType.Long);
    }

    @Test
    void aReplicaKeepsRunningStatisticsOfItsOwn() {
        try (BatchNorm replica = new BatchNorm(3, init)) {
            replica.shareValuesOf(norm);
            replica.setTraining(true);
            replica.forward(map());
            assertThat(buffer("num_batches_tracked")).containsExactly(0);
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        try (BatchNorm checked = new BatchNorm(3, init)) {
            GradientCheck check = new GradientCheck(random);
            check.disturb(checked);
            checked.convertTo(ScalarType.Double);
            checked.setTraining(true);
            Tensor x = check.leaf(2, 3, 4, 3);
            Map<String, Tensor> leaves = checked.namedParameters();
            leaves.put("x", x);
            check.check(leaves, () -> GradientCheck.weightedSum(checked.forward(x)));
            NativeScope.release(x);
        }
    }
}
