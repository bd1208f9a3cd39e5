package org.crobim.model.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayerTest {
    private final RandomStream random = new RandomStream(1);
    private final Initializer init = new Initializer(random);
    private final FeedForward layer = new FeedForward(3, 4, 2, init);

    @AfterEach
    void release() {
        layer.close();
        random.close();
    }

    private static Tensor weight(Layer layer) {
        return Objects.requireNonNull(layer.namedParameters().get("expand.weight"));
    }

    private static float[] answer(FeedForward layer) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            return Tensors.toFloats(layer.forward(Tensors.full(1, 1, 3)));
        }
    }

    @Test
    void parametersHaveDottedNamesInAFixedOrder() {
        assertThat(layer.namedParameters().keySet())
                .containsExactly("expand.weight", "expand.bias", "reduce.weight", "reduce.bias");
        assertThat(layer.parameterCount()).isEqualTo(3 * 4 + 4 + 4 * 2 + 2);
        assertThat(layer.namedParameters().values()).allMatch(Tensor::requires_grad);
    }

    @Test
    void parametersOutliveTheScopeTheyWereMadeIn() {
        FeedForward made;
        try (NativeScope scope = NativeScope.open()) {
            made = new FeedForward(3, 4, 2, init);
        }
        assertThat(answer(made)).hasSize(2);
        Tensor weight = weight(made);
        made.close();
        assertThat(weight.isNull()).isTrue();
        assertThat(made.namedParameters()).isEmpty();
    }

    @Test
    void replicasShareValuesButNotGradients() {
        try (FeedForward replica = new FeedForward(3, 4, 2, init)) {
            assertThat(answer(replica)).isNotEqualTo(answer(layer));
            replica.shareValuesOf(layer);
            assertThat(answer(replica)).containsExactly(answer(layer));
            try (NativeScope scope = NativeScope.withoutGradients()) {
                weight(layer).mul_(new Scalar(2.0));
            }
            assertThat(answer(replica)).containsExactly(answer(layer));
            try (NativeScope scope = NativeScope.open()) {
                replica.forward(Tensors.full(1, 1, 3)).sum().backward();
                assertThat(weight(replica).grad().defined()).isTrue();
                assertThat(weight(layer).grad().defined()).isFalse();
            }
        }
    }

    @Test
    void aReplicaOfAnotherShapeIsRefused() {
        try (Linear other = new Linear(3, 4, init)) {
            assertThatThrownBy(() -> layer.shareValuesOf(other)).hasMessageContaining("no parameter expand.weight");
        }
    }

    @Test
    void parametersAreConvertedInPlace() {
        Tensor weight = weight(layer);
        layer.convertTo(ScalarType.Double);
        assertThat(weight.scalar_type().intern()).isEqualTo(ScalarType.Double);
        assertThat(weight.requires_grad()).isTrue();
    }

    @Test
    void namesAreGivenOnce() {
        assertThatThrownBy(Twice::new).hasMessage("parameter weight registered twice");
    }

    private static final class Twice extends Layer {
        Twice() {
            parameter("weight", Tensors.zeros(1));
            parameter("weight", Tensors.zeros(1));
        }
    }

    @Test
    void trainingReachesEveryChild() {
        try (Parent parent = new Parent(random)) {
            assertThat(parent.dropout.isTraining()).isFalse();
            parent.setTraining(true);
            assertThat(parent.dropout.isTraining()).isTrue();
            parent.setTraining(false);
            assertThat(parent.dropout.isTraining()).isFalse();
        }
    }

    private static final class Parent extends Layer {
        final Dropout dropout;

        Parent(RandomStream random) {
            dropout = child("dropout", new Dropout(0.5, random));
        }
    }

    @Test
    void dropoutThinsAndScalesInTrainingOnly() {
        Dropout dropout = new Dropout(0.25, random);
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor ones = Tensors.full(1, 4000);
            assertThat(dropout.forward(ones)).isSameAs(ones);
            dropout.setTraining(true);
            float[] thinned = Tensors.toFloats(dropout.forward(ones));
            int zeros = 0;
            for (float value : thinned) {
                assertThat(value).isIn(0f, 1 / 0.75f);
                zeros += value == 0 ? 1 : 0;
            }
            assertThat(zeros).isBetween(900, 1100);
        }
    }

    @Test
    void headsAreSplitAndMergedWithoutMixing() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor x = random.fillNormal(Tensors.zeros(2, 5, 6), 0, 1);
            Tensor split = MultiHeadAttention.split(x, 3);
            assertThat(Tensors.shape(split)).containsExactly(2, 3, 5, 2);
            assertThat(Tensors.toFloats(split.select(1, 1))).containsExactly(Tensors.toFloats(x.narrow(2, 2, 2)));
            assertThat(Tensors.toFloats(MultiHeadAttention.merge(split))).containsExactly(Tensors.toFloats(x));
        }
        assertThatThrownBy(() -> new MultiHeadAttention(6, 4, init)).hasMessage("4 heads do not divide width 6");
    }
}
