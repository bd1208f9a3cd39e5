package org.crobim.model.crobim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.crobim.lgfa.Compensation;
import org.crobim.model.crobim.lgfa.LanguageGuidedFeatureAggregation;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.vision.FeaturePyramid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The backward pass of every module of the paper, and of the whole, against finite differences in float64. */
class CroBimGradientsTest {
    private static final List<Integer> CHANNELS = List.of(3, 4, 5, 6);

    private final RandomStream random = new RandomStream(3);
    private final Initializer init = new Initializer(random);
    private final GradientCheck gradients = new GradientCheck(random);
    private final List<Tensor> stages = new ArrayList<>();

    @BeforeEach
    void makePyramid() {
        Engine.setThreads(1);
        for (int l = 0; l < 4; l++) {
            stages.add(gradients.leaf(2, 9 >> l, 13 >> l, CHANNELS.get(l)));
        }
    }

    @AfterEach
    void release() {
        stages.forEach(NativeScope::release);
        random.close();
    }

    private <L extends Layer> L inDouble(L layer) {
        gradients.disturb(layer);
        layer.convertTo(ScalarType.Double);
        return layer;
    }

    private static Map<String, Tensor> leaves(Layer layer) {
        return new LinkedHashMap<>(layer.namedParameters());
    }

    private void addStages(Map<String, Tensor> leaves, int finest) {
        for (int l = finest; l <= 4; l++) {
            leaves.put("V_" + l, stages.get(l - 1));
        }
    }

    /** Sentence 0 has five words, sentence 1 three and padding. */
    private static Tensor keep() {
        return Tensors.booleans(new boolean[] {true, true, true, true, true, true, true, true, false, false}, 2, 5);
    }

    private static Tensor mask() {
        return Ops.additiveMask(keep(), ScalarType.Double);
    }

    @Test
    void contextAwarePromptModulation() {
        try (ContextAwarePromptModulation capm = inDouble(
                new ContextAwarePromptModulation(new ContextAwarePromptModulation.Shape(3, 8, 2, 2), CHANNELS, init))) {
            Map<String, Tensor> leaves = leaves(capm);
            addStages(leaves, 1);
            gradients.check(leaves, () -> GradientCheck.weightedSum(capm.forward(new FeaturePyramid(stages))));
        }
    }

    @ParameterizedTest
    @EnumSource(Compensation.class)
    void languageGuidedFeatureAggregation(Compensation compensation) {
        checkAggregation(2, compensation, true);
    }

    @Test
    void languageGuidedFeatureAggregationDownToStrideFour() {
        checkAggregation(1, Compensation.DEFICIT, true);
    }

    @Test
    void languageGuidedFeatureAggregationWithoutCoordinates() {
        checkAggregation(2, Compensation.DEFICIT, false);
    }

    private void checkAggregation(int finestStage, Compensation compensation, boolean coordinates) {
        Tensor words = gradients.leaf(2, 5, 6);
        try (LanguageGuidedFeatureAggregation lgfa = inDouble(new LanguageGuidedFeatureAggregation(
                new LanguageGuidedFeatureAggregation.Shape(8, 6, 2, finestStage, compensation, coordinates),
                CHANNELS,
                init))) {
            Map<String, Tensor> leaves = leaves(lgfa);
            addStages(leaves, finestStage);
            leaves.put("L_plain", words);
            gradients.check(
                    leaves,
                    () -> GradientCheck.weightedSum(
                            lgfa.forward(lgfa.project(new FeaturePyramid(stages)), words, mask())
                                    .map()));
        } finally {
            NativeScope.release(words);
        }
    }

    @ParameterizedTest
    @EnumSource(MutualInteractionDecoder.Direction.class)
    void mutualInteractionDecoder(MutualInteractionDecoder.Direction direction) {
        Tensor features = gradients.leaf(2, 3, 4, 8);
        Tensor rows = gradients.leaf(2, 5, 6);
        try (MutualInteractionDecoder mid = inDouble(
                new MutualInteractionDecoder(new MutualInteractionDecoder.Shape(2, 8, 6, 2, 2, direction), init))) {
            Map<String, Tensor> leaves = leaves(mid);
            leaves.put("F8", features);
            leaves.put("L_prompt", rows);
            gradients.check(leaves, () -> {
                MutualInteractionDecoder.State state = mid.forward(features, rows, mask());
                return GradientCheck.weightedSum(state.language()).add(GradientCheck.weightedSum(state.vision()));
            });
        } finally {
            NativeScope.release(features);
            NativeScope.release(rows);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theWholeNetwork(int finestStage) {
        try (TinyNetwork tiny = TinyNetwork.with("finestStage", finestStage)) {
            CroBim network = tiny.network();
            network.convertTo(ScalarType.Double);
            Map<String, Tensor> leaves = leaves(network);
            // Stands in for the prompts where there are none.
            leaves.remove("mask.learned_row");
            gradients.check(leaves, () -> {
                Tensor images = TinyNetwork.images(2, 32, 40).to(ScalarType.Double);
                TokenBatch tokens = TinyNetwork.sentences(
                        new int[] {2, 7, 9, 3}, new int[] {2, 8, 3}, new int[] {2, 10, 11, 12, 13, 3});
                MaskPrediction answer = tiny.answer(images, tokens, 1, 0, 1);
                return GradientCheck.weightedSum(answer.logits())
                        .add(GradientCheck.weightedSum(answer.presence().orElseThrow()));
            });
        }
    }
}
