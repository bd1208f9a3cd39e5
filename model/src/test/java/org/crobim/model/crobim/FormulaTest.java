package org.crobim.model.crobim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Ops.ConvolutionShape;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each block against its formula, written out naively from the specification. */
class FormulaTest {
    private static final int WIDTH = 8;

    private final RandomStream random = new RandomStream(21);
    private final Initializer init = new Initializer(random);
    private final NativeScope scope = NativeScope.withoutGradients();

    @BeforeEach
    void oneThread() {
        Engine.useSingleBlasThread();
        Engine.setThreads(1);
    }

    @AfterEach
    void release() {
        scope.close();
        random.close();
    }

    private Tensor normal(long... shape) {
        return random.fillNormal(Tensors.zeros(shape), 0, 1);
    }

    private <L extends Layer> L disturbed(L layer) {
        new GradientCheck(random).disturb(layer);
        return layer;
    }

    private static Tensor of(Layer layer, String name) {
        return Objects.requireNonNull(layer.namedParameters().get(name), name);
    }

    private static Tensor linear(Layer layer, String name, Tensor x) {
        return x.matmul(of(layer, name + ".weight").t()).add(of(layer, name + ".bias"));
    }

    private static Tensor depthwise(Layer layer, String name, Tensor x, int side) {
        return Ops.convolution(
                x,
                of(layer, name + ".weight"),
                Optional.of(of(layer, name + ".bias")),
                new ConvolutionShape(1, side / 2, WIDTH));
    }

    private static Tensor norm(Layer layer, String name, Tensor x) {
        Tensor centred = x.sub(x.mean(new long[] {-1}, true, new ScalarTypeOptional()));
        Tensor variance = centred.square().mean(new long[] {-1}, true, new ScalarTypeOptional());
        return centred.div(variance.add(new Scalar(1e-5)).sqrt())
                .mul(of(layer, name + ".weight"))
                .add(of(layer, name + ".bias"));
    }

    private static void assertClose(Tensor got, Tensor expected) {
        assertThat(Tensors.shape(got)).containsExactly(Tensors.shape(expected));
        assertThat(Tensors.toFloats(got)).containsExactly(Tensors.toFloats(expected), within(2e-5f));
    }

    @Test
    void oneMergedConvolutionEqualsTheSumOfThree() {
        try (MergedDepthwise merged = disturbed(new MergedDepthwise(WIDTH, init))) {
            Tensor x = normal(2, 9, 5, WIDTH);
            Tensor sum = depthwise(merged, "three", x, 3)
                    .add(depthwise(merged, "five", x, 5))
                    .add(depthwise(merged, "seven", x, 7));
            assertClose(merged.forward(x), sum);
        }
    }

    @Test
    void fusionBlendsFineAndDeepByItsShare() {
        try (MultiScaleAttentionFusion fusion = disturbed(new MultiScaleAttentionFusion(WIDTH, init))) {
            Tensor g = normal(2, 4, 5, WIDTH);
            Tensor u = normal(2, 4, 5, WIDTH);
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
        try (PixelWordAttention attention = disturbed(new PixelWordAttention(WIDTH, 6, 2, init))) {
            Tensor x = normal(1, 5, WIDTH);
            Tensor words = normal(1, 3, 6);
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
                disturbed(AttentionDeficitCompensation.of(Compensation.DEFICIT, WIDTH, init))) {
            Tensor x = normal(2, 4, 3, WIDTH);
            Tensor m = normal(2, 4, 3, WIDTH);
            Tensor s = linear(deficit, "attended", m).sigmoid();
            Tensor missed = torch.ones_like(s).sub(s).mul(x);
            Tensor recovered = linear(deficit, "mix", Ops.gelu(depthwise(deficit, "local", missed, 3)));
            Tensor sum = x.add(s.mul(m)).add(of(deficit, "gamma").mul(recovered));
            assertClose(deficit.forward(x, m), norm(deficit, "norm", sum));
        }
    }

    @Test
    void localCompensationAddsAConvolutionOfTheHardswish() {
        try (AttentionDeficitCompensation local =
                disturbed(AttentionDeficitCompensation.of(Compensation.LOCAL, WIDTH, init))) {
            Tensor x = normal(2, 4, 3, WIDTH);
            Tensor m = normal(2, 4, 3, WIDTH).mul(new Scalar(3));
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
                disturbed(AttentionDeficitCompensation.of(Compensation.NONE, WIDTH, init))) {
            Tensor x = normal(2, 4, 3, WIDTH);
            Tensor m = normal(2, 4, 3, WIDTH);
            assertClose(none.forward(x, m), norm(none, "norm", x.add(m)));
        }
    }

    @Test
    void coordinatesNameTheCentresOfPixels() {
        Tensor like = Tensors.zeros(1);
        assertThat(Tensors.toFloats(PixelCoordinates.of(1, 2, like)))
                .containsExactly(
                        new float[] {
                            0.25f, 0.5f, 0.75f, 0.5f, -0.5f, 0, 0.5f, 1, //
                            0.75f, 0.5f, 0.25f, 0.5f, 0.5f, 0, 0.5f, 1
                        },
                        within(1e-6f));
    }

    @Test
    void noTwoPlacesShareASineCode() {
        float[] codes = Tensors.toFloats(PixelCoordinates.sines(7, 9, 16, Tensors.zeros(1)));
        Set<String> distinct = new HashSet<>();
        for (int place = 0; place < 63; place++) {
            distinct.add(Arrays.toString(Arrays.copyOfRange(codes, place * 16, place * 16 + 16)));
        }
        assertThat(distinct).hasSize(63);
    }

    @Test
    void theMaskIsTheProductOfKernelsAndPixels() {
        try (MaskHead head = disturbed(new MaskHead(new MaskHead.Shape(WIDTH, 6, WIDTH), init))) {
            Tensor decoded = normal(2, 2, 3, WIDTH);
            Tensor map = normal(2, 4, 6, 6);
            Tensor sentence = normal(2, WIDTH);
            Tensor prompts = normal(2, WIDTH);
            Tensor up = linear(head, "coarse", Ops.resizeBilinear(decoded, 4, 6));
            Tensor hidden = Ops.gelu(up.add(linear(head, "detail", map)));
            Tensor pixels =
                    linear(head, "pixels", depthwise(head, "local", hidden, 3)).add(hidden);
            Tensor background = product(pixels, kernel(head, "background", prompts))
                    .add(of(head, "bias").select(0, 0));
            Tensor foreground = product(pixels, kernel(head, "foreground", sentence))
                    .add(of(head, "bias").select(0, 1));
            Tensor got = head.forward(
                    decoded, head.projectDetail(map), new MaskHead.Kernels(sentence, Optional.of(prompts)));
            assertClose(got, Tensors.stack(3, background, foreground));
        }
    }

    @Test
    void featuresAreTheSameWhereverTheirLastMatrixIsApplied() {
        try (Linear mix = disturbed(new Linear(WIDTH, WIDTH, init));
                Linear next = disturbed(new Linear(WIDTH, 3, init))) {
            Tensor smoothed = normal(2, 5, 4, WIDTH);
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

    private static Tensor linear(Layer layer, Tensor x) {
        return x.matmul(of(layer, "weight").t()).add(of(layer, "bias"));
    }

    private static Tensor mean(Tensor box) {
        return box.mean(new long[] {1, 2}, false, new ScalarTypeOptional());
    }

    private static Tensor kernel(MaskHead head, String which, Tensor row) {
        Tensor first = Ops.gelu(linear(head, which + ".0", row));
        return linear(head, which + ".2", Ops.gelu(linear(head, which + ".1", first)));
    }

    private static Tensor product(Tensor pixels, Tensor kernel) {
        return pixels.mul(kernel.unsqueeze(1).unsqueeze(1))
                .sum(new long[] {3}, false, new ScalarTypeOptional())
                .div(new Scalar(Math.sqrt(WIDTH)));
    }
}
