package org.crobim.model.lgce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.fused.Words;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.lavt.PixelWordAttentionModule;
import org.crobim.model.lavt.TinyLavt;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.NaiveFormulas;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.zoo.Networks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LgceTest {
    private static final int[] LONG = {1, 7, 8, 9, 2};
    private static final int[] SHORT = {1, 5, 2};
    /** Thousands of large values: without this the rounding of their sum hides slopes that are zero. */
    private static final double SMALL = 1e-3;

    private final RandomStream random = new RandomStream(9);
    private final Lgce network =
            new LgceConfiguration(TinyLavt.configuration()).create(TinyLavt.WORDS, new Initializer(random));

    @AfterEach
    void release() {
        network.close();
        random.close();
    }

    @Test
    void itsWeightsAreThoseOfLavtAndTheEnhancement() {
        try (Layer lavt = TinyLavt.configuration().create(TinyLavt.WORDS, new Initializer(random, true))) {
            assertThat(network.namedState().keySet())
                    .containsAll(lavt.namedState().keySet());
            assertThat(network.namedState().keySet())
                    .filteredOn(name -> !lavt.namedState().containsKey(name))
                    .hasSize(3 * (2 + 2 * 12 + 2))
                    .allMatch(name -> name.startsWith("backbone.lgce.pairs."));
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "50, 70", "4, 4", "97, 31"})
    void imagesOfAnySizeGetLogitsForEveryPixel(long height, long width) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor logits = network.forward(TinyLavt.images(2, height, width), TinyLavt.sentences(LONG, SHORT));
            assertThat(Tensors.shape(logits)).containsExactly(2, height, width, 2);
        }
    }

    @Test
    void aPairAddsWhatTheDeepMapFoundAndAGatedShareOfTheShallowOne() {
        PixelWordAttentionModule.Shape shape = new PixelWordAttentionModule.Shape(4, 8, 1, 0);
        try (NaiveFormulas naive = new NaiveFormulas(3);
                ScalePair pair = naive.disturbed(new ScalePair(shape, 6, naive.initializer()));
                PixelWordAttentionModule deepWords = copy("deep.", pair, shape, naive);
                PixelWordAttentionModule shallowWords = copy("shallow.", pair, shape, naive)) {
            Tensor shallow = naive.normal(1, 4, 6, 4);
            // As fine as the shallow one, so that resizing does not matter.
            Tensor deep = naive.normal(1, 4, 6, 6);
            Words words = new Words(naive.normal(1, 3, 8), Tensors.booleans(new boolean[] {true, true, false}, 1, 3));
            Tensor found = deepWords.forward(matrix(pair, "projection", deep), words);
            Tensor gated = matrix(pair, "gate", found).sigmoid().mul(shallowWords.forward(shallow, words));
            NaiveFormulas.assertClose(
                    pair.forward(shallow, deep, words), shallow.add(found).add(gated));
        }
    }

    private static PixelWordAttentionModule copy(
            String prefix, Layer from, PixelWordAttentionModule.Shape shape, NaiveFormulas naive) {
        PixelWordAttentionModule copy = new PixelWordAttentionModule(shape, naive.initializer());
        copy.namedParameters()
                .forEach((name, parameter) -> parameter.detach().copy_(NaiveFormulas.parameter(from, prefix + name)));
        return copy;
    }

    private static Tensor matrix(Layer layer, String name, Tensor x) {
        return x.matmul(NaiveFormulas.parameter(layer, name + ".weight")
                        .flatten(1, -1)
                        .t())
                .add(NaiveFormulas.parameter(layer, name + ".bias"));
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        new GradientCheck(random).disturb(network);
        network.convertTo(ScalarType.Double);
        network.setTraining(true);
        Map<String, Tensor> leaves = network.namedParameters();
        leaves.keySet().removeIf(name -> !name.startsWith("backbone.lgce."));
        try (NativeScope scope = NativeScope.open()) {
            Tensor images = TinyLavt.images(2, 36, 44).to(ScalarType.Double);
            TokenBatch tokens = TinyLavt.sentences(LONG, SHORT);
            GradientCheck.acrossCorners(random)
                    .check(
                            leaves,
                            () -> GradientCheck.weightedSum(network.forward(images, tokens))
                                    .mul(new Scalar(SMALL)));
        }
    }

    @Test
    void nanoIsAsLargeAsCroBimsNano() {
        int words = 569;
        try (Layer crobim = CroBimConfiguration.preset("nano").create(words, new Initializer(random));
                Layer lgce = LgceConfiguration.preset("lgce-nano").create(words, new Initializer(random, true))) {
            assertThat((double) lgce.parameterCount() / crobim.parameterCount()).isCloseTo(1, within(0.1));
        }
    }

    @Test
    void presetsAreThoseOfLavtUnderNamesOfTheirOwn() {
        LgceConfiguration base = LgceConfiguration.preset("lgce-base");
        assertThat(base.shape().vision())
                .isEqualTo(LavtConfiguration.preset("lavt-base").vision());
        assertThat(LgceConfiguration.ofJson(base.json(), "file")).isEqualTo(base);
        assertThat(Networks.preset("lgce-base")).isEqualTo(base);
        assertThatThrownBy(() -> LgceConfiguration.preset("lgce-huge")).isInstanceOf(ConfigurationException.class);
    }
}
