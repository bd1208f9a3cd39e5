package org.crobim.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    @TempDir
    Path folder;

    private NativeScope scope = NativeScope.withoutGradients();
    private Path file = Path.of("set before each test");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("crobim.safetensors");
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void tensorsAndMetadataComeBackAsTheyWere() {
        Map<String, Tensor> tensors = Map.of(
                "vision.weight", Tensors.floats(new float[] {1, -2.5f, 3e-9f, 4, 5, Float.MAX_VALUE}, 2, 3),
                "a.count", Tensors.longs(new long[] {1L << 60}),
                "mask", Tensors.booleans(new boolean[] {true, false, true}, 3),
                "wide", Tensors.floats(new float[] {1, 2}, 2).to(ScalarType.Double),
                "empty", Tensors.zeros(0, 4));
        Safetensors.write(file, tensors, Map.of("crobim.config", "{\"d\": 128, \"ü\": \"\n\"}"));
        try (SafetensorsFile opened = Safetensors.open(file)) {
            assertThat(opened.metadata()).containsEntry("crobim.config", "{\"d\": 128, \"ü\": \"\n\"}");
            assertThat(opened.names()).containsExactly("a.count", "empty", "mask", "vision.weight", "wide");
            assertThat(opened.shape("vision.weight")).containsExactly(2L, 3L);
            assertThat(opened.shape("a.count")).isEmpty();
            assertThat(opened.type("wide")).isEqualTo(ScalarType.Double);
            tensors.forEach((name, tensor) -> {
                Tensor back = opened.read(name);
                assertThat(back.scalar_type().intern())
                        .isEqualTo(tensor.scalar_type().intern());
                assertThat(back.equal(tensor)).as(name).isTrue();
            });
        }
    }

    @Test
    void aTransposedTensorIsStoredAsItReads() {
        Tensor tensor = Tensors.floats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).t();
        Safetensors.write(file, Map.of("t", tensor), Map.of());
        try (SafetensorsFile opened = Safetensors.open(file)) {
            assertThat(Tensors.toFloats(opened.read("t"))).containsExactly(1, 4, 2, 5, 3, 6);
        }
    }

    @Test
    void halfPrecisionConvertsNumbersButNotCounts() {
        Map<String, Tensor> tensors =
                Map.of("w", Tensors.floats(new float[] {1.001f, -3.14159f}, 2), "n", Tensors.longs(new long[] {7}, 1));
        for (StorageType storage : List.of(StorageType.FLOAT16, StorageType.BFLOAT16)) {
            Safetensors.write(file, tensors, Map.of(), storage, true);
            try (SafetensorsFile opened = Safetensors.open(file)) {
                boolean half = storage == StorageType.FLOAT16;
                assertThat(opened.type("w")).isEqualTo(half ? ScalarType.Half : ScalarType.BFloat16);
                assertThat(opened.type("n")).isEqualTo(ScalarType.Long);
                assertThat(Tensors.toFloats(opened.read("w"))[1]).isCloseTo(-3.14159f, within(half ? 2e-3f : 2e-2f));
            }
        }
    }

    @Test
    void theSameTensorsGiveTheSameBytes() throws IOException {
        Path other = folder.resolve("other.safetensors");
        Tensor one = Tensors.full(1, 3);
        Tensor two = Tensors.full(2, 5);
        Safetensors.write(file, Map.of("a", one, "b", two), Map.of("k", "v", "l", "w"));
        Safetensors.write(other, Map.of("b", two, "a", one), Map.of("l", "w", "k", "v"));
        assertThat(Files.mismatch(file, other)).isEqualTo(-1);
    }

    @Test
    void theValuesStartAtAMultipleOfEightBytes() throws IOException {
        for (String name : List.of("a", "ab", "abc", "abcd", "abcde")) {
            Safetensors.write(file, Map.of(name, Tensors.full(1, 1)), Map.of(), StorageType.AS_IS, true);
            assertThat((Files.size(file) - 4) % 8).isZero();
        }
    }

    @Test
    void anExistingFileIsReplacedOnlyOnRequest() {
        Safetensors.write(file, Map.of("a", Tensors.full(1, 1)), Map.of());
        assertThatThrownBy(() -> Safetensors.write(file, Map.of("b", Tensors.full(1, 1)), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("crobim.safetensors: exists already");
        Safetensors.write(file, Map.of("b", Tensors.full(1, 1)), Map.of(), StorageType.AS_IS, true);
        try (SafetensorsFile opened = Safetensors.open(file)) {
            assertThat(opened.names()).containsExactly("b");
        }
    }

    @Test
    void aFailedWriteLeavesNothingBehind() throws IOException {
        Map<String, Tensor> tensors = Map.of("__metadata__", Tensors.full(1, 1));
        assertThatThrownBy(() -> Safetensors.write(file, tensors, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aPlaceThatCannotHoldAFileIsNamed() throws IOException {
        Path nowhere = Files.createFile(folder.resolve("nowhere")).resolve("x.safetensors");
        assertThatThrownBy(() -> Safetensors.write(nowhere, Map.of(), Map.of()))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("Check the free space and the permissions of its folder");
    }

    @Test
    void aTensorThatIsNotThereIsNamed() {
        Safetensors.write(file, Map.of("a", Tensors.full(1, 1)), Map.of());
        try (SafetensorsFile opened = Safetensors.open(file)) {
            assertThatThrownBy(() -> opened.read("b"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("no tensor \"b\" among 1")
                    .hasMessageContaining("belongs to another network");
        }
    }

    @Test
    void aFileThatShrinksWhileOpenIsAnErrorAndNoCrash() throws IOException {
        Safetensors.write(file, Map.of("a", Tensors.full(1, 100_000)), Map.of());
        try (SafetensorsFile opened = Safetensors.open(file)) {
            Files.write(file, new byte[100]);
            assertThatThrownBy(() -> opened.read("a"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("became shorter");
        }
    }
}
