package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.fused.Words;
import org.crobim.model.lavt.Lavt;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.vision.VisionConfiguration;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.StorageType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors of a network of ours stand for those of an original: another window, other heads, a rectangular image. */
class WeightsVerifyCommandTest {
    private static final Map<String, String> METADATA = Map.of(
            "model", "LAVT-RIS",
            "embed_dim", "8",
            "depths", "2,1,1,2",
            "num_heads", "2,2,4,4",
            "window_size", "3",
            "fusion_heads", "1-2-1-2",
            "bert",
                    "{\"vocab_size\": 11, \"hidden_size\": 12, \"layers\": 1, \"heads\": 3, \"intermediate_size\": 20,"
                            + " \"max_position_embeddings\": 9}");

    @TempDir
    private Path folder;

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final NativeScope scope = NativeScope.withoutGradients();
    private Optional<Lavt> network = Optional.empty();
    private Path file = Path.of("set before each test");

    @BeforeEach
    void writeVectors() {
        file = folder.resolve("vectors.safetensors");
        LavtConfiguration shape = new LavtConfiguration(
                "small",
                VisionConfiguration.swin(8, List.of(2, 1, 1, 2), List.of(2, 2, 4, 4), 3),
                List.of(1, 2, 1, 2),
                new LavtConfiguration.TextShape(1, 12, 3, 20, 9, 9, false),
                LavtConfiguration.Noise.NONE,
                64);
        try (RandomStream random = new RandomStream(5)) {
            network = Optional.of(Lavt.create(shape, 11, new Initializer(random)));
            addTensors(network.get(), random);
            write(METADATA);
        }
    }

    private void addTensors(Lavt lavt, RandomStream random) {
        Tensor images = random.fillNormal(Tensors.zeros(1, 52, 36, 3), 0, 1);
        TokenBatch tokens = new TokenBatch(
                Tensors.longs(new long[] {3, 7, 10, 0}, 1, 4),
                Tensors.booleans(new boolean[] {true, true, true, false}, 1, 4));
        lavt.namedState().forEach((name, tensor) -> tensors.put("weights." + name, tensor));
        tensors.put("input.image", images.permute(0, 3, 1, 2));
        tensors.put("input.token_ids", tokens.ids());
        tensors.put("input.attention_mask", tokens.keep());
        Words words = lavt.read(tokens);
        List<Tensor> stages = lavt.stages(images, words);
        tensors.put("expect.text_features", words.rows());
        tensors.put("expect.stage4", stages.get(3).permute(0, 3, 1, 2));
        tensors.put(
                "expect.logits",
                FusedNetwork.resized(lavt.decode(stages), 52, 36).permute(0, 3, 1, 2));
    }

    @AfterEach
    void release() {
        network.ifPresent(Lavt::close);
        scope.close();
    }

    private void write(Map<String, String> metadata) {
        Safetensors.write(file, tensors, metadata, StorageType.AS_IS, true);
    }

    private Typed verify(Object... further) {
        Object[] words = new Object[further.length + 4];
        System.arraycopy(new Object[] {"weights", "verify", "--vectors", file}, 0, words, 0, 4);
        System.arraycopy(further, 0, words, 4, further.length);
        return Typed.crobim(words);
    }

    @Test
    void aNetworkEqualToItsOriginalPassesInBothPrecisions() {
        for (String precision : List.of("fp64", "fp32")) {
            Typed typed = verify("--model", "lavt", "--precision", precision, "--json");
            assertThat(typed.exitCode()).as(typed.err()).isZero();
            JsonNode verdict = typed.json();
            assertThat(verdict.get("maxRelative").asDouble()).isLessThan(1e-4);
            assertThat(verdict.get("passed").asBoolean()).isTrue();
            assertThat(verdict.get("precision").asText()).isEqualTo(precision);
            assertThat(verdict.get("tensors").findValuesAsText("name"))
                    .containsExactly("expect.text_features", "expect.stage4", "expect.logits");
        }
    }

    @Test
    void theLargestDifferenceDecides() {
        Objects.requireNonNull(tensors.get("expect.stage4")).zero_();
        write(METADATA);
        Typed typed = verify("--model", "lavt", "--json");
        assertThat(typed.exitCode()).isEqualTo(4);
        JsonNode verdict = typed.json();
        assertThat(verdict.get("passed").asBoolean()).isFalse();
        assertThat(verdict.get("maxRelative").asDouble())
                .as("relative to 1e-6 where nothing but zeros is expected")
                .isCloseTo(1e6 * verdict.get("maxAbsolute").asDouble(), withinPercentage(1e-3));
        assertThat(verify("--model", "lavt", "--tolerance", "1e12").exitCode()).isZero();
        assertThat(verify("--model", "lavt").out()).contains("expect.stage4").contains("failed");
    }

    @Test
    void filesThatDoNotFitAreNamedAndNoFaultOfTheProgram() throws IOException {
        Map<String, String> other = new LinkedHashMap<>(METADATA);
        other.put("window_size", "4");
        write(other);
        Typed window = verify("--model", "lavt");
        assertThat(window.exitCode()).isEqualTo(4);
        assertThat(window.err()).contains("relative_position_bias_table");

        write(Map.of("model", "another"));
        assertThat(verify("--model", "lavt").exitCode()).isEqualTo(4);

        tensors.put("input.token_ids", Tensors.longs(new long[] {3, 7, 10, 99}, 1, 4));
        write(METADATA);
        Typed tokens = verify("--model", "lavt", "--json");
        assertThat(tokens.exitCode()).as(tokens.err()).isEqualTo(4);
        assertThat(tokens.json().get("error").get("message").asText()).contains("vectors.safetensors");

        Files.writeString(file, "no safetensors");
        assertThat(verify("--model", "lavt").exitCode()).isEqualTo(4);
        Files.delete(file);
        assertThat(verify("--model", "lavt").err()).contains("there is no such file");
    }

    @Test
    void wrongOptionsAreUsageErrors() {
        assertThat(verify("--model", "vgg").exitCode()).isEqualTo(2);
        assertThat(verify().exitCode()).isEqualTo(2);
        assertThat(verify("--model", "lavt", "--tolerance", "-1").exitCode()).isEqualTo(2);
    }
}
