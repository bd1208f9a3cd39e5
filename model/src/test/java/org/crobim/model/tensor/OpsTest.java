package org.crobim.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.Ops.ConvolutionShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpsTest {
    private final NativeScope scope = NativeScope.withoutGradients();
    private final RandomStream random = new RandomStream(8);

    @AfterEach
    void release() {
        scope.close();
        random.close();
    }

    private static Tensor row(float... values) {
        return Tensors.floats(values, 1, values.length);
    }

    /** Pitfall P3: a stride or padding given as a single number silently yields another shape. */
    @Test
    void stridePaddingAndGroupsOfConvolutionsAreHonoured() {
        Tensor x = Tensors.full(1, 1, 8, 12, 4);
        assertThat(Tensors.shape(convolve(x, Tensors.full(1, 6, 4, 4, 4), new ConvolutionShape(4, 0, 1))))
                .containsExactly(1, 2, 3, 6);
        assertThat(Tensors.shape(convolve(x, Tensors.full(1, 4, 1, 3, 3), new ConvolutionShape(1, 1, 4))))
                .containsExactly(1, 8, 12, 4);
        Tensor sums = convolve(x, Tensors.full(1, 4, 1, 3, 3), new ConvolutionShape(1, 1, 4));
        assertThat(Tensors.toFloats(sums.narrow(1, 0, 2).narrow(2, 0, 2).select(3, 0)))
                .as("a corner sees 4 of 9 cells, an edge 6")
                .containsExactly(4, 6, 6, 9);
    }

    private static Tensor convolve(Tensor x, Tensor weight, ConvolutionShape shape) {
        return Ops.convolution(x, weight, Optional.empty(), shape);
    }

    @Test
    void convolutionsReadChannelsLast() {
        Tensor x = Tensors.floats(new float[] {1, 10, 2, 20}, 1, 1, 2, 2);
        Tensor weight = Tensors.floats(new float[] {1, 1, 0, 1}, 2, 2, 1, 1);
        Tensor y = Ops.convolution(
                x, weight, Optional.of(Tensors.floats(new float[] {0, 5}, 2)), new ConvolutionShape(1, 0, 1));
        assertThat(Tensors.toFloats(y)).containsExactly(11, 15, 22, 25);
    }

    /** Pitfall P9: corners are not aligned, as in every modern network. */
    @Test
    void bilinearResizingDoesNotAlignCorners() {
        Tensor x = Tensors.floats(new float[] {0, 4}, 1, 1, 2, 1);
        Tensor y = Ops.resizeBilinear(x, 1, 4);
        assertThat(Tensors.shape(y)).containsExactly(1, 1, 4, 1);
        assertThat(Tensors.toFloats(y)).containsExactly(0, 1, 3, 4);
        assertThat(Ops.resizeBilinear(x, 1, 2)).isSameAs(x);
    }

    @Test
    void maskedKeysAreNeverSeen() {
        Tensor q = random.fillNormal(Tensors.zeros(1, 2, 3, 4), 0, 1);
        Tensor k = random.fillNormal(Tensors.zeros(1, 2, 5, 4), 0, 1);
        Tensor v = random.fillNormal(Tensors.zeros(1, 2, 5, 4), 0, 1);
        Tensor keep = Tensors.booleans(new boolean[] {true, true, true, false, false}, 1, 5);
        Tensor masked = Ops.attention(q, k, v, Optional.of(Ops.additiveMask(keep, ScalarType.Float)));
        Tensor cut = Ops.attention(q, k.narrow(2, 0, 3), v.narrow(2, 0, 3), Optional.empty());
        assertThat(Tensors.toFloats(masked)).containsExactly(Tensors.toFloats(cut), within(1e-6f));
    }

    @Test
    void attentionIsASoftmaxOverScaledProducts() {
        // Scores 2 / sqrt(4) = 1 and 0: weights e / (e + 1) and 1 / (e + 1).
        Tensor q = Tensors.floats(new float[] {2, 0, 0, 0}, 1, 1, 1, 4);
        Tensor k = Tensors.floats(new float[] {1, 0, 0, 0, 0, 1, 0, 0}, 1, 1, 2, 4);
        Tensor v = Tensors.floats(new float[] {1, 0, 0, 0, 0, 1, 0, 0}, 1, 1, 2, 4);
        float share = (float) (Math.E / (Math.E + 1));
        assertThat(Tensors.toFloats(Ops.attention(q, k, v, Optional.empty())))
                .containsExactly(new float[] {share, 1 - share, 0, 0}, within(1e-6f));
    }

    @Test
    void layerNormsCentreAndScaleEachRow() {
        Tensor y = Ops.layerNorm(row(1, 3), Tensors.floats(new float[] {2, 2}, 2), Tensors.full(1, 2), 0);
        assertThat(Tensors.toFloats(y)).containsExactly(new float[] {-1, 3}, within(1e-5f));
    }

    @Test
    void productsAndSums() {
        Tensor weight = Tensors.floats(new float[] {1, 0, 1, 1, 1, 1}, 3, 2);
        Tensor bias = Tensors.floats(new float[] {0, 0, 10}, 3);
        assertThat(Tensors.toFloats(Ops.linear(row(2, 5), weight, Optional.of(bias))))
                .containsExactly(2, 7, 17);
        assertThat(Tensors.toFloats(Ops.linear(row(2, 5), weight, Optional.empty())))
                .containsExactly(2, 7, 7);
        assertThat(Tensors.toFloats(Ops.addScaled(row(1, 1), row(2, 3), row(10, 100))))
                .containsExactly(21, 301);
        Tensor a = Tensors.floats(new float[] {1, 2}, 1, 1, 2);
        Tensor b = Tensors.floats(new float[] {3, 4}, 1, 2, 1);
        assertThat(Tensors.toFloats(Ops.batchedProduct(a, b))).containsExactly(11);
    }

    @Test
    void geluIsTheExactOne() {
        // x times the normal distribution function, not the tanh approximation (0.8412 at 1).
        assertThat(Tensors.toFloats(Ops.gelu(row(1, -1, 0))))
                .containsExactly(new float[] {0.841345f, -0.158655f, 0}, within(2e-6f));
    }
}
