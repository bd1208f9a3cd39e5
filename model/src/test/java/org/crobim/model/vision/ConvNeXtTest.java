package org.crobim.model.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvNeXtTest {
    private static final List<Integer> CHANNELS = List.of(4, 6, 8, 10);

    private final RandomStream random = new RandomStream(2);
    private final ConvNeXt encoder = new ConvNeXt(CHANNELS, List.of(1, 2, 1, 1), 0.1, new Initializer(random));

    @BeforeEach
    void oneThread() {
        Engine.setThreads(1);
    }

    @AfterEach
    void release() {
        encoder.close();
        random.close();
    }

    private Tensor images(long count, long height, long width) {
        return random.fillNormal(Tensors.zeros(count, height, width, 3), 0, 1);
    }

    @Test
    void namesAreThoseOfTheOfficialCheckpoints() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            addPair(expected, "downsample_layers." + i + ".0");
            addPair(expected, "downsample_layers." + i + ".1");
            addPair(expected, "norm" + i);
            for (int j = 0; j < (i == 1 ? 2 : 1); j++) {
                String block = "stages." + i + "." + j + ".";
                expected.add(block + "gamma");
                List.of("dwconv", "norm", "pwconv1", "pwconv2").forEach(part -> addPair(expected, block + part));
            }
        }
        assertThat(encoder.namedParameters().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void addPair(List<String> names, String layer) {
        names.add(layer + ".weight");
        names.add(layer + ".bias");
    }

    @Test
    void shapesOfWeightsAreThoseOfTheOfficialCheckpoints() {
        Map<String, Tensor> weights = encoder.namedParameters();
        Map<String, long[]> expected = Map.of(
                "downsample_layers.0.0.weight", new long[] {4, 3, 4, 4},
                "downsample_layers.1.1.weight", new long[] {6, 4, 2, 2},
                "stages.1.0.dwconv.weight", new long[] {6, 1, 7, 7},
                "stages.1.0.pwconv1.weight", new long[] {24, 6},
                "stages.1.0.pwconv2.weight", new long[] {6, 24},
                "stages.1.0.gamma", new long[] {6});
        expected.forEach((name, shape) -> assertThat(weights)
                .hasEntrySatisfying(
                        name, weight -> assertThat(Tensors.shape(weight)).containsExactly(shape)));
    }

    /** 28,589,128 of ConvNeXt-T as published, less the classifier and its norm, and the four norms of the stages. */
    @Test
    void theTinyModelHasThePublishedNumberOfWeights() {
        try (ConvNeXt tiny =
                new ConvNeXt(List.of(96, 192, 384, 768), List.of(3, 3, 9, 3), 1e-6, new Initializer(random))) {
            long classifier = 768 * 1000 + 1000 + 2 * 768;
            long norms = 2 * (96 + 192 + 384 + 768);
            assertThat(tiny.parameterCount()).isEqualTo(28_589_128 - classifier + norms);
        }
    }

    @ParameterizedTest
    @CsvSource({"32, 32", "37, 91", "91, 37", "33, 64", "1, 1", "5, 96"})
    void anySizeGivesFourStagesAtRoundedUpStrides(int height, int width) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            FeaturePyramid pyramid = encoder.forward(images(2, height, width));
            for (int l = 1; l <= 4; l++) {
                int stride = 2 << l;
                assertThat(Tensors.shape(pyramid.stage(l)))
                        .containsExactly(
                                2, (height + stride - 1) / stride, (width + stride - 1) / stride, CHANNELS.get(l - 1));
            }
        }
    }

    @Test
    void imagesOfABatchDoNotSeeEachOther() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor both = images(2, 40, 40);
            float[] together = Tensors.toFloats(encoder.forward(both).stage(4).narrow(0, 1, 1));
            float[] alone =
                    Tensors.toFloats(encoder.forward(both.narrow(0, 1, 1)).stage(4));
            assertThat(alone).containsExactly(together, within(1e-5f));
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        GradientCheck gradients = new GradientCheck(random);
        // At birth all offsets are zero, and a padded patch of zeros has no variance: its slope is a thousandfold.
        gradients.disturb(encoder);
        encoder.convertTo(ScalarType.Double);
        Tensor images = gradients.leaf(1, 37, 41, 3);
        Map<String, Tensor> leaves = new LinkedHashMap<>(encoder.namedParameters());
        leaves.put("images", images);
        gradients.check(leaves, () -> {
            FeaturePyramid pyramid = encoder.forward(images);
            return pyramid.stages().stream()
                    .map(GradientCheck::weightedSum)
                    .reduce(Tensor::add)
                    .orElseThrow();
        });
        NativeScope.release(images);
    }

    @Test
    void aPyramidHasFourStages() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            List<Tensor> three = encoder.forward(images(1, 32, 32)).stages().subList(0, 3);
            assertThatThrownBy(() -> new FeaturePyramid(three)).hasMessageContaining("4 stages, got 3");
        }
    }

    @Test
    void configurationsThatNoEncoderFitsAreRefused() {
        assertThatThrownBy(() -> VisionConfiguration.convNeXt(List.of(4, 6, 8), List.of(1, 1, 1, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vision.channels is [4, 6, 8]");
        assertThatThrownBy(() -> VisionConfiguration.swin(8, List.of(1, 1, 1, 1), List.of(2, 3, 4, 8), 7))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("heads [2, 3, 4, 8]");
        assertThatThrownBy(() -> VisionConfiguration.swin(8, List.of(1, 1, 1, 1), List.of(1, 2, 4, 8), 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vision.window is 0");
    }
}
