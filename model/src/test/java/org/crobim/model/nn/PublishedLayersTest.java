package org.crobim.model.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Ops.ConvolutionShape;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Layers that the published baselines brought. */
class PublishedLayersTest {
    private final RandomStream random = new RandomStream(5);
    private final Initializer init = new Initializer(random);
    private final NativeScope scope = NativeScope.withoutGradients();

    @AfterEach
    void release() {
        scope.close();
        random.close();
    }

    private Tensor normal(long... shape) {
        return random.fillNormal(Tensors.zeros(shape), 1, 2);
    }

    @Test
    void instanceNormTreatsEveryChannelOfEverySampleAlone() {
        try (InstanceNorm norm = new InstanceNorm()) {
            Tensor x = normal(2, 7, 3);
            Tensor centred = x.sub(x.mean(1).unsqueeze(1));
            Tensor deviation =
                    centred.square().mean(1).unsqueeze(1).add(new Scalar(1e-5)).sqrt();
            NaiveFormulas.assertClose(norm.forward(x), centred.div(deviation));
        }
    }

    @Test
    void instanceNormOfASingleTokenIsZero() {
        try (InstanceNorm norm = new InstanceNorm()) {
            assertThat(Tensors.toFloats(norm.forward(normal(1, 1, 3)))).containsExactly(new float[3], within(1e-5f));
        }
    }

    @Test
    void dropPathLeavesOutWholeSamplesAndScalesTheOthers() {
        try (DropPath path = new DropPath(0.25, random)) {
            Tensor ones = Tensors.full(1, 2000, 3);
            assertThat(path.forward(ones)).isSameAs(ones);
            path.setTraining(true);
            float[] values = Tensors.toFloats(path.forward(ones));
            int left = 0;
            for (int sample = 0; sample < 2000; sample++) {
                float first = values[3 * sample];
                assertThat(first).isIn(0f, 1 / 0.75f);
                assertThat(values[3 * sample + 2]).isEqualTo(first);
                left += first == 0 ? 1 : 0;
            }
            assertThat(left).isBetween(420, 580);
        }
    }

    @Test
    void aPointwiseMatrixIsAConvolutionOfOnePixel() {
        Convolution.Layout layout = new Convolution.Layout(3, 5, 1, new ConvolutionShape(1, 0, 1), true);
        try (Pointwise matrix = Pointwise.ofMaps(3, 5, init);
                Convolution convolution = Convolution.published(layout, init)) {
            convolution
                    .namedParameters()
                    .forEach((name, parameter) -> parameter.detach().copy_(NaiveFormulas.parameter(matrix, name)));
            Tensor x = normal(2, 4, 3, 3);
            NaiveFormulas.assertClose(matrix.forward(x), convolution.forward(x));
        }
    }

    @Test
    void shapesAreThoseOfPyTorch() {
        try (Pointwise sequence = Pointwise.ofSequences(3, 5, init);
                Pointwise map = Pointwise.ofMapsUnbiased(3, 5, init);
                Convolution smoothing = Convolution.smoothing(4, 6, init)) {
            assertThat(Tensors.shape(NaiveFormulas.parameter(sequence, "weight")))
                    .containsExactly(5, 3, 1);
            assertThat(Tensors.shape(NaiveFormulas.parameter(map, "weight"))).containsExactly(5, 3, 1, 1);
            assertThat(map.namedParameters()).containsOnlyKeys("weight");
            assertThat(Tensors.shape(smoothing.weight())).containsExactly(6, 4, 3, 3);
            assertThatThrownBy(smoothing::bias).hasMessage("the convolution has no offset");
        }
    }

    @Test
    void firstValuesAreUniformWithinTheInverseRootOfTheFanIn() {
        try (Convolution smoothing = Convolution.smoothing(16, 64, init)) {
            float bound = (float) (1 / Math.sqrt(16 * 9));
            float[] values = Tensors.toFloats(smoothing.weight());
            assertThat(values).doesNotContain(0);
            double squares = 0;
            for (float value : values) {
                assertThat(value).isBetween(-bound, bound);
                squares += value * value;
            }
            assertThat(squares / values.length).isCloseTo(bound * bound / 3.0, within(1e-4));
        }
    }

    @Test
    void aNetworkWithoutMemoryHasNamesAndShapesOnly() {
        Initializer shapes = new Initializer(random, true);
        try (FeedForward huge = new FeedForward(1_000_000, 1_000_000, 3, shapes)) {
            assertThat(huge.parameterCount()).isEqualTo(1_000_000L * 1_000_000 + 1_000_000 + 3_000_000 + 3);
        }
    }
}
