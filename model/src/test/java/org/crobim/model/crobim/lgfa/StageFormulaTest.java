package org.crobim.model.crobim.lgfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crobim.model.nn.NaiveFormulas.assertClose;
import static org.crobim.model.nn.NaiveFormulas.depthwise;
import static org.crobim.model.nn.NaiveFormulas.linear;
import static org.crobim.model.nn.NaiveFormulas.norm;
import static org.crobim.model.nn.NaiveFormulas.parameter;

import java.util.HashSet;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Linear;
import org.crobim.model.nn.NaiveFormulas;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each step of a stage against its formula, written out naively from the specification. */
class StageFormulaTest {
    private static final int WIDTH = 8;

    private final NaiveFormulas naive = new NaiveFormulas(21);

    @AfterEach
    void release() {
        naive.close();
    }

    @Test
    void oneMergedConvolutionEqualsTheSumOfThree() {
        try (MergedDepthwise merged = naive.disturbed(new MergedDepthwise(WIDTH, naive.initializer()))) {
            Tensor x = naive.normal(2, 9, 5, WIDTH);
            Tensor sum = depthwise(merged, "three", x, 3)
                    .add(depthwise(merged, "five", x, 5))
                    .add(depthwise(merged, "seven", x, 7));
            assertClose(merged.forward(x), sum);
        }
    }

    @Test
    void fusionBlendsFineAndDeepByItsShare() {
        try (MultiScaleAttentionFusion fusion =
                naive.disturbed(new MultiScaleAttentionFusion(WIDTH, naive.initializer()))) {
            Tensor g = naive.normal(2, 4, 5, WIDTH);
            Tensor u = naive.normal(2, 4, 5, WIDTH);
            Tensor z = g.add(u);
            Tensor local = depthwise(fusion, "depthwise.three", z, 3)
                    .add(depthwise(fusion, "depthwise.five", z, 5))
                    .add(depthwise(fusion, "depthwise.seven", z, 7));
            Tensor s = linear(fusion, "mix", local).sigmoid();
            assertClose(
                    fusion.forward(g, u), s.mul(g).add(torch.ones_like(s).sub(s).mul(u)));
        }
    }

    @Test
    void pixelsGatherTheWordsThatDescribeThem() {
        try (PixelWordAttention attention = naive.disturbed(new PixelWordAttention(WIDTH, 6, 2, naive.initializer()))) {
            Tensor x = naive.normal(1, 5, WIDTH);
            Tensor words = naive.normal(1, 3, 6);
            Tensor mask = Ops.additiveMask(Tensors.booleans(new boolean[] {true, true, false}, 1, 3), x.scalar_type());
            Tensor q = linear(attention, "query", x);
            Tensor k = linear(attention, "key", words);
            Tensor u = linear(attention, "value", words);
            Tensor[] heads = new Tensor[2];
            for (int head = 0; head < 2; head++) {
                // Two of three words: the third is padding.
                Tensor scores = q.narrow(2, 4L * head, 4)
                        .matmul(k.narrow(1, 0, 2).narrow(2, 4L * head, 4).transpose(1, 2))
                        .div(new Scalar(Math.sqrt(4)));
                heads[head] = scores.softmax(-1).matmul(u.narrow(1, 0, 2).narrow(2, 4L * head, 4));
            }
            Tensor g = norm(attention, "norm", linear(attention, "output", Tensors.cat(2, heads)));
            Tensor m = x.mul(g);
            Tensor gate = linear(attention, "gate.reduce", Ops.gelu(linear(attention, "gate.expand", m)))
                    .tanh();
            assertClose(
                    attention.forward(x, attention.queries(x), words, mask),
                    gate.add(new Scalar(1)).mul(m));
        }
    }

    @Test
    void theDeficitBringsBackWhatLanguagePassedOver() {
        try (AttentionDeficitCompensation deficit =
                naive.disturbed(AttentionDeficitCompensation.of(Compensation.DEFICIT, WIDTH, naive.initializer()))) {
            Tensor x = naive.normal(2, 4, 3, WIDTH);
            Tensor m = naive.normal(2, 4, 3, WIDTH);
            Tensor s = linear(deficit, "attended", m).sigmoid();
            Tensor missed = torch.ones_like(s).sub(s).mul(x);
            Tensor recovered = linear(deficit, "mix", Ops.gelu(depthwise(deficit, "local", missed, 3)));
            Tensor sum = x.add(s.mul(m)).add(parameter(deficit, "gamma").mul(recovered));
            assertClose(deficit.forward(x, m), norm(deficit, "norm", sum));
        }
    }

    @Test
    void localCompensationAddsAConvolutionOfTheHardswish() {
        try (AttentionDeficitCompensation local =
                naive.disturbed(AttentionDeficitCompensation.of(Compensation.LOCAL, WIDTH, naive.initializer()))) {
            Tensor x = naive.normal(2, 4, 3, WIDTH);
            Tensor m = naive.normal(2, 4, 3, WIDTH).mul(new Scalar(3));
            Tensor hardswish = m.mul(m.add(new Scalar(3))
                    .div(new Scalar(6))
                    .clamp(new ScalarOptional(new Scalar(0)), new ScalarOptional(new Scalar(1))));
            Tensor sum = x.add(m).add(depthwise(local, "local", hardswish, 3));
            assertClose(local.forward(x, m), norm(local, "norm", sum));
        }
    }

    @Test
    void noCompensationAddsTheImageBack() {
        try (AttentionDeficitCompensation none =
                naive.disturbed(AttentionDeficitCompensation.of(Compensation.NONE, WIDTH, naive.initializer()))) {
            Tensor x = naive.normal(2, 4, 3, WIDTH);
            Tensor m = naive.normal(2, 4, 3, WIDTH);
            assertClose(none.forward(x, m), norm(none, "norm", x.add(m)));
        }
    }

    @Test
    void featuresAreTheSameWhereverTheirLastMatrixIsApplied() {
        try (Linear mix = naive.disturbed(new Linear(WIDTH, WIDTH, naive.initializer()));
                Linear next = naive.disturbed(new Linear(WIDTH, 3, naive.initializer()))) {
            Tensor smoothed = naive.normal(2, 5, 4, WIDTH);
            AggregatedFeatures features = new AggregatedFeatures(smoothed, mix);
            Tensor f = linear(mix, smoothed);
            assertClose(features.map(), f);
            assertClose(features.through(next), linear(next, f));
            // Five rows: the last box holds one row only.
            Tensor halved = features.halved();
            assertThat(Tensors.shape(halved)).containsExactly(2, 3, 2, WIDTH);
            assertClose(halved.select(1, 0).select(1, 0), mean(f.narrow(1, 0, 2).narrow(2, 0, 2)));
            assertClose(halved.select(1, 2).select(1, 1), mean(f.narrow(1, 4, 1).narrow(2, 2, 2)));
        }
    }

    private static Tensor mean(Tensor box) {
        return box.mean(new long[] {1, 2}, false, new ScalarTypeOptional());
    }

    @Test
    void equalPixelsDifferByTheirCoordinatesOnly() {
        assertThat(rowsOfAnEvenMap(false)).hasSize(1);
        assertThat(rowsOfAnEvenMap(true)).hasSize(6);
    }

    /** Distinct values of the first channel of X_l over a map of 2 x 3 equal pixels. */
    private static Set<Float> rowsOfAnEvenMap(boolean coordinates) {
        try (RandomStream random = new RandomStream(1);
                StageProjection projection = new StageProjection(4, 8, coordinates, new Initializer(random));
                NativeScope scope = NativeScope.withoutGradients()) {
            float[] first = Tensors.toFloats(
                    projection.forward(Tensors.full(1, 1, 2, 3, 4)).select(3, 0));
            Set<Float> distinct = new HashSet<>();
            for (float value : first) {
                distinct.add(value);
            }
            return distinct;
        }
    }
}
