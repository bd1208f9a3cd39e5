package org.crobim.model.rmsin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.MapLayer;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The backward pass of every part of RMSIN against finite differences in float64: the stored vectors hold the decoder's. */
class RmsinGradientsTest {
    /** One of each part that the network joins: within the parts all parameters are checked. */
    private static final String JOINTS = "backbone\\.(patch_embed\\.proj|layers\\.1\\.(visual_|res_gate|fusion)|norm1|"
            + "cim\\.(down_channel|up_channel|fusion\\.1\\.)).*|classifier\\.(conv2_3|bn2_3|conv1_1).*|"
            + "text_encoder\\.embeddings\\.word_.*";

    private static final List<Integer> CHANNELS = List.of(4, 8, 12, 16);

    private final RandomStream random = new RandomStream(5);
    private final Initializer init = new Initializer(random);
    private final GradientCheck gradients = GradientCheck.acrossCorners(random);
    private final List<Tensor> leaves = new ArrayList<>();

    @BeforeAll
    static void oneThread() {
        Engine.setThreads(1);
    }

    @AfterEach
    void release() {
        leaves.forEach(NativeScope::release);
        random.close();
    }

    private Tensor leaf(long... shape) {
        Tensor leaf = gradients.leaf(shape);
        leaves.add(leaf);
        return leaf;
    }

    private <L extends Layer> L inDouble(L layer, boolean training) {
        gradients.disturb(layer);
        layer.convertTo(ScalarType.Double);
        layer.setTraining(training);
        return layer;
    }

    private void check(MapLayer made, boolean training, Tensor map) {
        try (MapLayer layer = inDouble(made, training)) {
            Map<String, Tensor> all = new LinkedHashMap<>(layer.namedParameters());
            all.put("x", map);
            gradients.check(all, () -> GradientCheck.weightedSum(layer.forward(map)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theVisualBranch(boolean training) {
        check(new VariousReceptive(init), training, leaf(2, 4, 5, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theRotatedConvolutionWithItsRouting(int kernels) {
        AdaptiveRotatedConvolution.Layout layout = new AdaptiveRotatedConvolution.Layout(4, 3, kernels, 0);
        check(new AdaptiveRotatedConvolution(layout, init), false, leaf(2, 5, 4, 4));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theAttentionAcrossScales(boolean training) {
        check(new CrossScaleAttention(6, new InteractionGrid(4), init), training, leaf(2, 4, 4, 6));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePerceptronOfAScale(boolean training) {
        check(new GroupedFeedForward(3, init), training, leaf(2, 3, 4, 3));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theGate(boolean training) {
        Tensor exchanged = leaf(2, 2, 2, 3);
        Tensor stage = leaf(2, 5, 4, 3);
        try (ScaleAwareGate gate = inDouble(new ScaleAwareGate(3, init), training)) {
            Map<String, Tensor> all = new LinkedHashMap<>(gate.namedParameters());
            all.put("stage", stage);
            all.put("exchanged", exchanged);
            gradients.check(all, () -> GradientCheck.weightedSum(gate.forward(stage, exchanged)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theInteractionOfAllScales(boolean training) {
        List<Tensor> stages = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            stages.add(leaf(2, 11 >> i, 9 >> i, CHANNELS.get(i)));
        }
        try (CrossScaleInteraction interaction = inDouble(new CrossScaleInteraction(CHANNELS, 2, init), training)) {
            Map<String, Tensor> all = new LinkedHashMap<>(interaction.namedParameters());
            for (int i = 0; i < 4; i++) {
                all.put("stage " + i, stages.get(i));
            }
            gradients.check(
                    all,
                    () -> interaction.forward(stages).stream()
                            .map(GradientCheck::weightedSum)
                            .reduce(Tensors.zeros(ScalarType.Double), Tensor::add)
                            // Thousands of large values: without this the rounding of their sum hides slopes that are
                            // zero.
                            .mul(new Scalar(1e-3)));
        }
    }

    @Test
    void thePartsTogether() {
        try (Rmsin network = inDouble(TinyRmsin.network(2, random), true)) {
            Tensor images = NativeScope.keep(TinyRmsin.images(random, 40, 52).to(ScalarType.Double));
            leaves.add(images);
            Map<String, Tensor> joints = new LinkedHashMap<>(network.namedParameters());
            joints.keySet().removeIf(name -> !name.matches(JOINTS));
            assertThat(joints).hasSizeGreaterThan(50);
            gradients.check(joints, () -> {
                TokenBatch sentences = TinyRmsin.sentences();
                return GradientCheck.weightedSum(network.forward(images, sentences));
            });
        }
    }
}
