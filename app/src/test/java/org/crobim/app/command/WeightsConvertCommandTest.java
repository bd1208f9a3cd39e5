package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TextEncoder;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.zoo.Networks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsConvertCommandTest {
    @TempDir
    private Path folder;

    private Path to = Path.of("set before each test");

    @BeforeEach
    void nameFile() {
        to = folder.resolve("converted.safetensors");
    }

    private Path bert() {
        Path file = folder.resolve("pytorch_model.bin");
        try (NativeScope scope = NativeScope.withoutGradients();
                RandomStream random = new RandomStream(1);
                TextEncoder encoder =
                        new TextEncoder(new TextEncoder.Config(1, 64, 1, 8, 20, 5), new Initializer(random))) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            encoder.namedParameters().forEach((name, tensor) -> tensors.put("bert." + name, tensor));
            tensors.put("cls.predictions.bias", Tensors.zeros(20));
            Safetensors.write(file, tensors, Map.of());
        }
        return file;
    }

    @Test
    void aCheckpointIsShown() throws IOException {
        Path file = TinyCheckpoint.write(folder.resolve("tiny.pth"), "torch FloatStorage");
        Typed typed = Typed.crobim("weights", "inspect", file, "--json");
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode shown = typed.json();
        assertThat(shown.get("format").asText()).isEqualTo("PyTorch checkpoint (zip)");
        assertThat(shown.get("network").asText()).isEqualTo("an unknown network");
        assertThat(shown.get("parameters").asLong()).isEqualTo(2);
        assertThat(shown.at("/tensors/0/name").asText()).isEqualTo("model/w");
        assertThat(shown.at("/tensors/0/dtype").asText()).isEqualTo("F32");
        assertThat(shown.at("/tensors/0/shape/0").asInt()).isEqualTo(2);
        assertThat(Typed.crobim("weights", "inspect", file).out()).contains("model/w", "F32", "[2]");
    }

    @Test
    void theNetworkOfAFileIsTold() {
        Typed typed = Typed.crobim("weights", "inspect", bert(), "--json");
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().get("network").asText()).isEqualTo("BERT");
        assertThat(typed.json().get("shape").asText()).contains("1 layers, width 64, 20 word pieces");
        assertThat(typed.json().at("/report/missing").size()).isZero();
        assertThat(typed.json().at("/leftOut/0").asText()).isEqualTo("cls.predictions.bias");
    }

    @Test
    void aCheckpointBecomesSafetensors() throws IOException {
        Path file = TinyCheckpoint.write(folder.resolve("tiny.pth"), "torch FloatStorage");
        Typed typed = Typed.crobim("weights", "convert", "--from", file, "--to", to, "--json");
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().at("/report/loaded/0").asText()).isEqualTo("w");
        try (NativeScope scope = NativeScope.withoutGradients();
                SafetensorsFile written = Safetensors.open(to)) {
            assertThat(Tensors.toFloats(written.read("w"))).containsExactly(1, 2);
        }
        assertThat(Typed.crobim("weights", "convert", "--from", file, "--to", to)
                        .exitCode())
                .isEqualTo(2);
        assertThat(Typed.crobim("weights", "convert", "--from", file, "--to", to, "--overwrite", "--dtype", "bf16")
                        .exitCode())
                .isZero();
    }

    @Test
    void pythonCodeInACheckpointIsRefusedByName() throws IOException {
        Path file = TinyCheckpoint.write(folder.resolve("hostile.pth"), "os system");
        Typed shown = Typed.crobim("weights", "inspect", file, "--json");
        assertThat(shown.exitCode()).isEqualTo(4);
        assertThat(shown.json().at("/error/message").asText()).contains("hostile.pth", "os.system", "nothing is run");
        assertThat(Typed.crobim("weights", "convert", "--from", file, "--to", to)
                        .exitCode())
                .isEqualTo(4);
        assertThat(to).doesNotExist();
    }

    @Test
    void bertIsConvertedInHalfPrecisionWithoutItsHeads() {
        Typed typed =
                Typed.crobim("weights", "convert", "--from", bert(), "--to", to, "--model", "bert", "--dtype", "fp16");
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("loaded: 21 tensors", "left out by the rules of the network: 1");
        try (SafetensorsFile written = Safetensors.open(to)) {
            assertThat(written.names()).contains("embeddings.LayerNorm.bias").hasSize(21);
        }
    }

    @Test
    void whatDoesNotFitIsRefusedUnlessItIsAllowed() {
        Typed typed = Typed.crobim("weights", "convert", "--from", bert(), "--to", to, "--model", "swin");
        assertThat(typed.exitCode()).isEqualTo(4);
        assertThat(typed.err()).contains("belongs to another network");
        assertThat(to).doesNotExist();
    }

    @Test
    void weightsOfATrainingLoseWhatOnlyTrainingNeedsAndTakeAThreshold() {
        Path file = NanoWeights.write(folder.resolve("last.safetensors"), 0.5);
        Typed typed = Typed.crobim(
                "weights",
                "convert",
                "--from",
                file,
                "--to",
                to,
                "--dtype",
                "fp16",
                "--presence-threshold",
                "0.25",
                "--json");
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().get("network").asText()).isEqualTo("weights of this project");
        try (ReferringModel model = Networks.load(to)) {
            assertThat(model.presenceThreshold()).isEqualTo(0.25);
        }
        assertThat(to.toFile().length()).isLessThan(file.toFile().length());
    }

    @Test
    void wrongOptionsAreUsageErrors() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "text");
        assertThat(Typed.crobim("weights", "convert", "--from", file, "--to", file, "--overwrite")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Typed.crobim("weights", "convert", "--from", file, "--to", to, "--window", "0")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Typed.crobim("weights", "convert", "--from", file, "--to", to, "--presence-threshold", "2")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Typed.crobim("weights", "inspect").exitCode()).isEqualTo(2);
        assertThat(Typed.crobim("weights").exitCode()).isEqualTo(2);
        assertThat(Typed.crobim("weights", "inspect", file).exitCode()).isEqualTo(4);
        assertThat(Typed.crobim("weights", "inspect", folder.resolve("none")).err())
                .contains("there is no such file");
    }
}
