package org.crobim.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;
import org.crobim.model.nn.FeedForward;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLoadingTest {
    @TempDir
    Path folder;

    private final NativeScope scope = NativeScope.withoutGradients();
    private final RandomStream random = new RandomStream(3);
    private final FeedForward trained = new FeedForward(3, 4, 2, new Initializer(random));
    private final FeedForward fresh = new FeedForward(3, 4, 2, new Initializer(random));

    @AfterEach
    void release() {
        trained.close();
        fresh.close();
        random.close();
        scope.close();
    }

    private SafetensorsFile fileWith(String prefix, Consumer<Map<String, Tensor>> change) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        trained.namedParameters().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
        change.accept(tensors);
        Path file = folder.resolve("crobim.safetensors");
        Safetensors.write(file, tensors, Map.of());
        return Safetensors.open(file);
    }

    private void isRefusedUnchanged(SafetensorsFile file, String... parts) {
        float[] before = Tensors.toFloats(fresh.forward(Tensors.full(1, 1, 3)));
        assertThatThrownBy(() -> StateLoading.load(fresh, file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(parts)
                .hasMessageContaining("Nothing was loaded");
        assertThat(Tensors.toFloats(fresh.forward(Tensors.full(1, 1, 3)))).containsExactly(before);
    }

    @Test
    void aLoadedLayerComputesWhatTheSavedOneDid() {
        try (SafetensorsFile file = fileWith("", tensors -> {})) {
            LoadReport report = StateLoading.load(fresh, file);
            assertThat(report.loaded()).hasSize(4);
            Tensor x = random.fillNormal(Tensors.zeros(5, 3), 0, 1);
            assertThat(fresh.forward(x).equal(trained.forward(x))).isTrue();
        }
    }

    @Test
    void aParameterOfAnotherShapeIsNamedWithBothShapes() {
        try (SafetensorsFile file = fileWith("", t -> t.put("expand.weight", Tensors.zeros(4, 5)))) {
            isRefusedUnchanged(file, "1 of 4 tensors do not fit", "expand.weight is F32 (4,5), expected (4,3)");
        }
    }

    @Test
    void wholeNumbersAreNoWeights() {
        try (SafetensorsFile file = fileWith("", t -> t.put("expand.bias", Tensors.longs(new long[4], 4)))) {
            isRefusedUnchanged(file, "expand.bias is I64 (4), expected (4)");
        }
    }

    @Test
    void missingAndUnknownNamesAreListed() {
        try (SafetensorsFile file = fileWith("", t -> {
            t.remove("reduce.bias");
            t.put("head.weight", Tensors.zeros(1));
        })) {
            isRefusedUnchanged(
                    file, "2 of 5", "reduce.bias is missing", "head.weight is not known", "network of another shape");
        }
    }

    @Test
    void ofManyDifferencesThreeAreNamedAndTheRestCounted() {
        try (SafetensorsFile file = fileWith("", Map::clear)) {
            isRefusedUnchanged(file, "4 of 4", "; and 1 more. Nothing was loaded");
        }
    }

    @Test
    void differencesThatTheRulesAllowAreReportedNotRefused() {
        try (SafetensorsFile file = fileWith("", t -> {
            t.remove("reduce.bias");
            t.put("head.weight", Tensors.zeros(1));
        })) {
            LoadReport report = StateLoading.load(
                    fresh,
                    file,
                    LoadRules.strict().allowMissing("reduce.bias"::equals).allowUnexpected(n -> n.startsWith("head.")));
            assertThat(report.missing()).containsExactly("reduce.bias");
            assertThat(report.unexpected()).containsExactly("head.weight");
            assertThat(report.loaded()).hasSize(3);
        }
    }

    @Test
    void aPrefixSelectsAPartOfTheFile() {
        try (SafetensorsFile file = fileWith("text.", t -> t.put("vision.weight", Tensors.zeros(1)))) {
            LoadReport report =
                    StateLoading.load(fresh, file, LoadRules.strict().under("text."));
            assertThat(report.loaded()).hasSize(4);
            assertThat(report.unexpected()).isEmpty();
        }
    }

    @Test
    void halfPrecisionFilesFillFullPrecisionLayers() {
        Path file = folder.resolve("half.safetensors");
        Safetensors.write(file, trained.namedParameters(), Map.of(), StorageType.BFLOAT16, false);
        try (SafetensorsFile opened = Safetensors.open(file)) {
            StateLoading.load(fresh, opened);
            fresh.namedParameters()
                    .forEach((name, parameter) -> assertThat(Tensors.toFloats(opened.read(name)))
                            .containsExactly(Tensors.toFloats(parameter)));
        }
    }
}
