package org.crobim.model.lavt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.NaiveFormulas;
import org.crobim.model.tensor.Autocast;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LavtTest {
    private static final int[] LONG = {1, 7, 8, 9, 2};
    private static final int[] SHORT = {1, 5, 2};
    /** Thousands of large values: without this the rounding of their sum hides slopes that are zero. */
    private static final double SMALL = 1e-3;

    private final RandomStream random = new RandomStream(7);
    private final Lavt network = disturbed(TinyLavt.configuration());

    @AfterEach
    void release() {
        network.close();
        random.close();
    }

    private Lavt disturbed(LavtConfiguration configuration) {
        Lavt made = Lavt.create(configuration, TinyLavt.WORDS, new Initializer(random));
        new GradientCheck(random).disturb(made);
        return made;
    }

    /** Relative to the largest value: disturbed weights give logits of hundreds. */
    private static void assertEqualButForRounding(Tensor got, Tensor expected) {
        assertThat(Tensors.shape(got)).containsExactly(Tensors.shape(expected));
        assertThat(got.sub(expected).abs().max().item_double())
                .isLessThan(1e-5 * expected.abs().max().item_double());
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "50, 70", "4, 4", "1, 33", "97, 31"})
    void imagesOfAnySizeGetLogitsForEveryPixel(long height, long width) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = TinyLavt.images(2, height, width);
            TokenBatch tokens = TinyLavt.sentences(LONG, SHORT);
            Tensor coarse = network.coarseLogits(images, tokens);
            assertThat(Tensors.shape(coarse)).containsExactly(2, (height + 3) / 4, (width + 3) / 4, 2);
            Tensor logits = network.forward(images, tokens);
            assertThat(Tensors.shape(logits)).containsExactly(2, height, width, 2);
            assertThat(Tensors.toFloats(logits)).doesNotContain(Float.NaN);
        }
    }

    @Test
    void cornersOfTheResizedLogitsAreThoseOfTheCoarseOnes() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = TinyLavt.images(1, 40, 52);
            TokenBatch tokens = TinyLavt.sentences(SHORT);
            Tensor coarse = network.coarseLogits(images, tokens);
            Tensor fine = network.forward(images, tokens);
            NaiveFormulas.assertClose(
                    fine.select(1, 39).select(1, 51), coarse.select(1, 9).select(1, 12));
            NaiveFormulas.assertClose(
                    fine.select(1, 0).select(1, 0), coarse.select(1, 0).select(1, 0));
        }
    }

    @Test
    void paddingOfASentenceChangesNothing() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = TinyLavt.images(2, 36, 44);
            Tensor padded = network.forward(images, TinyLavt.sentences(LONG, SHORT));
            Tensor alone = network.forward(images.narrow(0, 1, 1), TinyLavt.sentences(SHORT));
            assertEqualButForRounding(alone, padded.narrow(0, 1, 1));
        }
    }

    @Test
    void everyStageHearsTheSentence() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = TinyLavt.images(1, 64, 64);
            var one = network.stages(images, network.read(TinyLavt.sentences(LONG)));
            var other = network.stages(images, network.read(TinyLavt.sentences(SHORT)));
            for (int stage = 0; stage < 4; stage++) {
                assertThat(one.get(stage).sub(other.get(stage)).abs().max().item_float())
                        .isGreaterThan(1e-3f);
            }
        }
    }

    @Test
    void questionsAboutOneImageAreAnsweredOneByOne() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = TinyLavt.images(2, 32, 32);
            TokenBatch tokens = TinyLavt.sentences(LONG, SHORT, LONG);
            Tensor answers = network.locate(network.encode(images), tokens, new int[] {1, 1, 0})
                    .logits();
            Tensor second = network.forward(images.narrow(0, 1, 1), TinyLavt.sentences(SHORT));
            assertEqualButForRounding(answers.narrow(0, 1, 1), second);
            assertThat(network.encodesImageOnce()).isFalse();
        }
    }

    @Test
    void imagesWithoutASentenceEachAreRefused() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            assertThatThrownBy(() -> network.forward(TinyLavt.images(2, 32, 32), TinyLavt.sentences(SHORT)))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageContaining("[2, 32, 32, 3] with 1 sentences");
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferencesAndOnlyTheLastGateHasNone() {
        network.convertTo(ScalarType.Double);
        network.setTraining(true);
        try (NativeScope outer = NativeScope.open()) {
            Tensor images = NativeScope.keep(TinyLavt.images(2, 36, 44).to(ScalarType.Double));
            TokenBatch tokens = TinyLavt.sentences(LONG, SHORT);
            Map<String, Tensor> leaves = network.namedParameters();
            assertThat(leaves.keySet()).contains("backbone.layers.3.res_gate.0.weight");
            leaves.keySet().removeIf(name -> name.startsWith("backbone.layers.3.res_gate."));
            GradientCheck.acrossCorners(random)
                    .check(
                            leaves,
                            () -> GradientCheck.weightedSum(network.forward(images, tokens))
                                    .mul(new Scalar(SMALL)));
            NativeScope.release(images);
        }
        assertThat(network.namedParameters().get("backbone.layers.3.res_gate.0.weight"))
                .satisfies(gate -> assertThat(gate.grad().defined()).isFalse());
    }

    @Test
    void bfloat16StaysCloseToSinglePrecision() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = TinyLavt.images(1, 64, 48);
            TokenBatch tokens = TinyLavt.sentences(SHORT);
            Tensor exact = network.forward(images, tokens);
            try (Autocast autocast = Autocast.of(Precision.BF16, DeviceType.CPU)) {
                Tensor rough = network.forward(images, tokens);
                assertThat(rough.scalar_type().intern()).isEqualTo(ScalarType.Float);
                float scale = exact.abs().mean().item_float();
                assertThat(rough.sub(exact).abs().mean().item_float())
                        .isPositive()
                        .isLessThan(0.1f * scale);
            }
        }
    }

    @Test
    void noiseIsDrawnInTrainingOnly() {
        LavtConfiguration noisy = TinyLavt.configuration().with(new LavtConfiguration.Noise(0.5, 0.5, 0.5));
        try (Lavt dropping = disturbed(noisy);
                NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = TinyLavt.images(1, 32, 32);
            TokenBatch tokens = TinyLavt.sentences(LONG);
            Tensor calm = dropping.forward(images, tokens);
            assertThat(Tensors.toFloats(dropping.forward(images, tokens))).containsExactly(Tensors.toFloats(calm));
            dropping.setTraining(true);
            Tensor first = dropping.forward(images, tokens);
            assertThat(dropping.forward(images, tokens).sub(first).abs().max().item_float())
                    .isPositive();
        }
    }

    @Test
    void matricesOfTheBackboneStartAsPublished() {
        LavtConfiguration configuration = LavtConfiguration.preset("lavt-nano");
        try (FusedNetwork fresh = configuration.create(100, new Initializer(random));
                NativeScope scope = NativeScope.withoutGradients()) {
            for (String name : new String[] {
                "layers.2.blocks.0.mlp.fc1.weight",
                "layers.0.res_gate.2.weight",
                "layers.3.blocks.1.attn.relative_position_bias_table"
            }) {
                Tensor matrix = NaiveFormulas.parameter(fresh, "backbone." + name);
                assertThat(matrix.std().item_double()).as(name).isCloseTo(0.02, within(0.002));
            }
            Tensor patches = NaiveFormulas.parameter(fresh, "backbone.patch_embed.proj.weight");
            assertThat(patches.abs().max().item_double()).isCloseTo(1 / Math.sqrt(48), within(0.01));
            Tensor attention = NaiveFormulas.parameter(fresh, "backbone.layers.1.fusion.project_mm.0.weight");
            assertThat(attention.abs().max().item_double()).isCloseTo(1 / Math.sqrt(48), within(0.01));
        }
    }
}
