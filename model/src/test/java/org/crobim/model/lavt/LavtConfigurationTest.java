package org.crobim.model.lavt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.zoo.Networks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LavtConfigurationTest {
    private final RandomStream random = new RandomStream(1);
    private final Initializer shapesOnly = new Initializer(random, true);

    @AfterEach
    void release() {
        random.close();
    }

    @Test
    void thePublishedSizeHasThePublishedNamesAndShapes() throws IOException {
        try (FusedNetwork network = LavtConfiguration.preset("lavt-base").create(30_522, shapesOnly)) {
            assertThat(imageBranch(network)).isEqualTo(publishedKeys()).hasSize(451);
        }
    }

    /** Parameters, running statistics and window offsets, without BERT, which the list does not hold. */
    private static Map<String, String> imageBranch(FusedNetwork network) {
        Map<String, String> all = new TreeMap<>();
        network.namedState().forEach((name, tensor) -> all.put(name, describe(tensor)));
        network.namedConstants().forEach((name, tensor) -> all.put(name, describe(tensor)));
        all.keySet().removeIf(name -> name.startsWith("text_encoder."));
        return all;
    }

    private static String describe(Tensor tensor) {
        String type = tensor.is_floating_point() ? "float32" : "int64";
        return Arrays.toString(Tensors.shape(tensor)) + " " + type;
    }

    private static Map<String, String> publishedKeys() throws IOException {
        Map<String, String> keys = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        LavtConfigurationTest.class.getResourceAsStream("/org/crobim/model/parity/lavt_keys.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t", -1)).forEach(line -> keys.put(line[0], line[1] + " " + line[2]));
        }
        return keys;
    }

    @Test
    void thePublishedSizeHasThePublishedNumberOfParameters() {
        try (FusedNetwork network = LavtConfiguration.preset("lavt-base").create(30_522, shapesOnly)) {
            assertThat(count(network, name -> name.startsWith("backbone."))).isEqualTo(98_196_856);
            assertThat(count(network, name -> name.startsWith("classifier."))).isEqualTo(20_651_010);
            assertThat(count(network, name -> !name.startsWith("text_encoder.")))
                    .isEqualTo(118_847_866);
            // BERT-base without its pooler.
            assertThat(count(network, name -> name.startsWith("text_encoder."))).isEqualTo(108_891_648);
        }
    }

    private static long count(Layer layer, Predicate<String> names) {
        return layer.namedParameters().entrySet().stream()
                .filter(entry -> names.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().numel())
                .sum();
    }

    @Test
    void nanoIsAsLargeAsCroBimsNano() {
        int words = 569;
        try (Layer crobim = CroBimConfiguration.preset("nano").create(words, new Initializer(random));
                Layer lavt = LavtConfiguration.preset("lavt-nano").create(words, shapesOnly)) {
            double ratio = (double) lavt.parameterCount() / crobim.parameterCount();
            assertThat(ratio).isCloseTo(1, within(0.05));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lavt-nano", "lavt-tiny", "lavt-small", "lavt-base", "lavt-large"})
    void presetsSurviveBeingWrittenAndRead(String name) {
        NetworkConfiguration preset = Networks.preset(name);
        assertThat(preset.preset()).isEqualTo(name);
        assertThat(LavtConfiguration.ofJson(preset.json(), "file")).isEqualTo(preset);
    }

    @Test
    void mistakesAreNamed() {
        LavtConfiguration base = LavtConfiguration.preset("lavt-base");
        assertThatThrownBy(() -> LavtConfiguration.preset("lavt-huge"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("lavt-nano, lavt-tiny");
        assertThatThrownBy(() -> base.with(Map.of("fusionHeads", List.of(3, 1, 1, 1))))
                .hasMessageContaining("fusionHeads is [3, 1, 1, 1] with channels [128, 256, 512, 1024]");
        assertThatThrownBy(() -> base.with(Map.of("window", 7))).hasMessageContaining("model.window is unknown");
        assertThatThrownBy(() -> base.with(Map.of("noise", Map.of("dropPath", 1.0))))
                .hasMessageContaining("expected shares in [0, 1)");
        assertThatThrownBy(() -> base.with(Map.of("text", Map.of("maximumTokens", 600))))
                .hasMessageContaining("text.maximumTokens is 600, expected 1..512");
    }

    @Test
    void shapesOfACheckpointTellItsNetwork(@TempDir Path folder) {
        LavtConfiguration expected = LavtConfiguration.preset("lavt-tiny")
                .with(Map.of(
                        "preset",
                        "found",
                        "vision",
                        Map.of("channels", List.of(8, 16, 32, 64), "heads", List.of(1, 2, 4, 8), "window", 5),
                        "text",
                        Map.of("layers", 2, "width", 128, "heads", 2, "hiddenWidth", 64, "positions", 32)));
        Path file = folder.resolve("checkpoint.safetensors");
        try (FusedNetwork network = expected.create(40, new Initializer(random))) {
            Safetensors.write(file, network.namedState(), Map.of());
        }
        try (SafetensorsFile weights = Safetensors.open(file)) {
            assertThat(CheckpointShape.of(weights, "found")).isEqualTo(new CheckpointShape(expected, 40));
        }
    }

    @Test
    void aFileThatHoldsNoLavtIsRefused(@TempDir Path folder) {
        Path file = folder.resolve("other.safetensors");
        Safetensors.write(file, Map.of("a", Tensors.zeros(2)), Map.of());
        try (SafetensorsFile weights = Safetensors.open(file)) {
            assertThatThrownBy(() -> CheckpointShape.of(weights, "found"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("other.safetensors: there is no text encoder");
        }
    }
}
