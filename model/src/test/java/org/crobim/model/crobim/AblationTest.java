package org.crobim.model.crobim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every switch changes the graph as its documentation says, and nothing else. */
class AblationTest {
    private static Set<String> names(TinyNetwork tiny) {
        return tiny.network().namedParameters().keySet();
    }

    private static Set<String> usualNames() {
        try (TinyNetwork tiny = TinyNetwork.usual()) {
            return names(tiny);
        }
    }

    /** Names of the usual network that the changed one lacks. */
    private static Set<String> lost(TinyNetwork changed) {
        Set<String> now = names(changed);
        return usualNames().stream().filter(name -> !now.contains(name)).collect(Collectors.toSet());
    }

    /** Names of the changed network that the usual one lacks. */
    private static Set<String> gained(TinyNetwork changed) {
        Set<String> before = usualNames();
        return names(changed).stream().filter(name -> !before.contains(name)).collect(Collectors.toSet());
    }

    private static float[] logits(TinyNetwork tiny) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            TokenBatch tokens = TinyNetwork.sentences(new int[] {2, 7, 8, 3}, new int[] {2, 9, 3});
            return Tensors.toFloats(
                    tiny.answer(TinyNetwork.images(1, 40, 56), tokens, 0, 0).logits());
        }
    }

    /** Whether the mask changes with one parameter. */
    private static boolean matters(TinyNetwork tiny, String parameter) {
        float[] before = logits(tiny);
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor values =
                    Objects.requireNonNull(tiny.network().namedParameters().get(parameter));
            Tensor original = values.clone();
            values.add_(new Scalar(0.5)).mul_(new Scalar(-1.5));
            float[] after = logits(tiny);
            values.copy_(original);
            return !Arrays.equals(before, after);
        }
    }

    @Test
    void residualEmbeddingsCarryWordsPastATextEncoderThatMadeThemAlike() {
        assertThat(alikeWordsStillDiffer(true)).isTrue();
        assertThat(alikeWordsStillDiffer(false)).isFalse();
    }

    /** Whether the order of two words matters after the text encoder gives one and the same row for every word. */
    private static boolean alikeWordsStillDiffer(boolean residualEmbeddings) {
        Map<String, Object> text = Map.of(
                "layers", 1, "width", 8, "heads", 2, "maximumTokens", 12, "residualEmbeddings", residualEmbeddings);
        try (TinyNetwork tiny = TinyNetwork.with("text", text);
                NativeScope scope = NativeScope.withoutGradients()) {
            tiny.network().namedParameters().forEach((name, values) -> {
                if (name.startsWith("text.encoder.") && name.endsWith("LayerNorm.weight")) {
                    values.zero_();
                }
            });
            TokenBatch tokens = TinyNetwork.sentences(new int[] {2, 7, 8, 3}, new int[] {2, 9, 10, 3});
            Tensor logits =
                    tiny.answer(TinyNetwork.images(1, 40, 56), tokens, 0, 0).logits();
            return !logits.get(0).equal(logits.get(1));
        }
    }

    @Test
    void noPromptsMeansNoPromptModulation() {
        try (TinyNetwork tiny = TinyNetwork.with("prompts", 0);
                NativeScope scope = NativeScope.withoutGradients()) {
            assertThat(lost(tiny)).isNotEmpty().allMatch(name -> name.startsWith("capm."));
            assertThat(gained(tiny)).isEmpty();
            assertThat(tiny.network().encode(TinyNetwork.images(1, 32, 32)).prompts())
                    .isEmpty();
            assertThat(matters(tiny, "mask.learned_row")).isTrue();
        }
    }

    @Test
    void promptsReachTheMaskAndReplaceTheLearnedRow() {
        try (TinyNetwork tiny = TinyNetwork.usual()) {
            assertThat(matters(tiny, "capm.prompts")).isTrue();
            assertThat(matters(tiny, "capm.project.1.weight")).isTrue();
            assertThat(matters(tiny, "mask.learned_row")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theContextGridSetsThePlacesOfContextTokens(int grid) {
        try (TinyNetwork tiny = TinyNetwork.with("contextGrid", grid)) {
            Tensor places = tiny.network().namedParameters().get("capm.position_embedding");
            assertThat(Tensors.shape(Objects.requireNonNull(places))).containsExactly((long) grid * grid, 8);
            assertThat(logits(tiny)).doesNotContain(Float.NaN);
        }
    }

    @Test
    void withoutCoordinatesTheStagesLackTheirMatrix() {
        try (TinyNetwork tiny = TinyNetwork.with("coordinates", false)) {
            assertThat(lost(tiny)).hasSize(3).allMatch(name -> name.endsWith(".projection.coordinates"));
            assertThat(gained(tiny)).isEmpty();
        }
    }

    @Test
    void localCompensationKeepsTheConvolutionOnly() {
        try (TinyNetwork tiny = TinyNetwork.with("compensation", "LOCAL")) {
            assertThat(lost(tiny)).allMatch(name -> name.matches("lgfa.stage.\\d.compensation.(attended|mix|gamma).*"));
            assertThat(lost(tiny)).hasSize(3 * 5);
            assertThat(gained(tiny)).isEmpty();
            assertThat(matters(tiny, "lgfa.stage.2.compensation.local.weight")).isTrue();
        }
    }

    @Test
    void noCompensationKeepsTheNormOnly() {
        try (TinyNetwork tiny = TinyNetwork.with("compensation", "NONE")) {
            assertThat(names(tiny))
                    .filteredOn(name -> name.contains(".compensation."))
                    .allMatch(name -> name.contains(".compensation.norm."));
            assertThat(logits(tiny)).doesNotContain(Float.NaN);
        }
    }

    @Test
    void withoutTheDecoderSentenceAndLearnedRowMakeTheKernels() {
        try (TinyNetwork tiny = TinyNetwork.with("midLayers", 0)) {
            assertThat(lost(tiny)).isNotEmpty().allMatch(name -> name.startsWith("mid."));
            assertThat(gained(tiny)).containsExactlyInAnyOrder("sentence.weight", "sentence.bias");
            assertThat(matters(tiny, "mask.learned_row")).isTrue();
            assertThat(matters(tiny, "sentence.weight")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void theDecoderHasTheConfiguredLayers(int layers) {
        try (TinyNetwork tiny = TinyNetwork.with("midLayers", layers)) {
            Set<String> found = names(tiny).stream()
                    .filter(name -> name.startsWith("mid.layers."))
                    .map(name -> name.split("\\.")[2])
                    .collect(Collectors.toSet());
            assertThat(found).hasSize(layers);
            assertThat(matters(tiny, "mid.layers.%d.language.cross.query.weight".formatted(layers - 1)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(MutualInteractionDecoder.Direction.class)
    void aOneWayDecoderUpdatesOneSideOnly(MutualInteractionDecoder.Direction direction) {
        boolean language = direction != MutualInteractionDecoder.Direction.VISION_ONLY;
        boolean vision = direction != MutualInteractionDecoder.Direction.LANGUAGE_ONLY;
        try (TinyNetwork tiny = TinyNetwork.with("midDirection", direction.name())) {
            assertThat(names(tiny).stream().anyMatch(name -> name.startsWith("mid.layers.0.language.")))
                    .isEqualTo(language);
            assertThat(names(tiny).stream().anyMatch(name -> name.startsWith("mid.layers.0.vision.")))
                    .isEqualTo(vision);
        }
        try (RandomStream random = new RandomStream(1);
                MutualInteractionDecoder mid = new MutualInteractionDecoder(
                        new MutualInteractionDecoder.Shape(1, 8, 8, 2, 2, direction), new Initializer(random));
                NativeScope scope = NativeScope.withoutGradients()) {
            Tensor features = random.fillNormal(Tensors.zeros(1, 2, 3, 8), 0, 1);
            Tensor rows = random.fillNormal(Tensors.zeros(1, 4, 8), 0, 1);
            MutualInteractionDecoder.State state = mid.forward(features, rows, Tensors.zeros(1, 1, 1, 4));
            float[] visionBefore = Tensors.toFloats(features);
            assertThat(Arrays.equals(Tensors.toFloats(state.vision()), visionBefore))
                    .isEqualTo(!vision);
            Tensor other = mid.forward(features.mul(new Scalar(2.0)), rows, Tensors.zeros(1, 1, 1, 4))
                    .language();
            assertThat(Arrays.equals(Tensors.toFloats(other), Tensors.toFloats(state.language())))
                    .as("language rows ignore the pixels")
                    .isEqualTo(!language);
        }
    }

    @Test
    void theFinestStageDecidesWhereDetailComesFrom() {
        try (TinyNetwork fine = TinyNetwork.with("finestStage", 1);
                TinyNetwork coarse = TinyNetwork.usual();
                NativeScope scope = NativeScope.withoutGradients()) {
            assertThat(gained(fine)).isNotEmpty().allMatch(name -> name.startsWith("lgfa.stage.1."));
            assertThat(fine.network().encode(TinyNetwork.images(1, 32, 32)).detail())
                    .isEmpty();
            assertThat(coarse.network().encode(TinyNetwork.images(1, 32, 32)).detail())
                    .isPresent();
        }
    }

    @Test
    void theCategoryHeadIsThereOnlyWhereItHasAWidth() {
        try (TinyNetwork tiny = TinyNetwork.with("categoryWidth", 6);
                TinyNetwork without = TinyNetwork.usual();
                NativeScope scope = NativeScope.withoutGradients()) {
            assertThat(gained(tiny)).isNotEmpty().allMatch(name -> name.startsWith("category."));
            Tensor logits = tiny.network()
                    .categoryLogits(tiny.network().encode(TinyNetwork.images(2, 37, 50)))
                    .orElseThrow();
            assertThat(Tensors.shape(logits)).containsExactly(2, 10, 13, 27);
            EncodedImages images = without.network().encode(TinyNetwork.images(1, 32, 32));
            assertThat(without.network().categoryLogits(images)).isEmpty();
        }
    }

    @Test
    void widthsOfTheHeadsFollowTheConfiguration() {
        try (TinyNetwork tiny = TinyNetwork.with("maskWidth", 6);
                TinyNetwork wide = TinyNetwork.with("midExpansion", 4)) {
            Map<String, Tensor> mask = tiny.network().namedParameters();
            Map<String, Tensor> mid = wide.network().namedParameters();
            assertThat(Tensors.shape(Objects.requireNonNull(mask.get("mask.coarse.weight"))))
                    .containsExactly(6, 8);
            assertThat(Tensors.shape(Objects.requireNonNull(mid.get("mid.layers.0.vision.expand.weight"))))
                    .containsExactly(32, 8);
        }
    }
}
