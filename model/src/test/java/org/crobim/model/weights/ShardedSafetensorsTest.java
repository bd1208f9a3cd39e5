package org.crobim.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crobim.core.error.WeightsException;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardedSafetensorsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeShards() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Safetensors.write(
                    folder.resolve("one.safetensors"), Map.of("a", Tensors.full(1, 2)), Map.of("format", "pt"));
            Safetensors.write(folder.resolve("two.safetensors"), Map.of("b", Tensors.full(2, 3)), Map.of());
        }
    }

    private Path index(String text) throws IOException {
        return Files.writeString(folder.resolve(ShardedSafetensors.INDEX), text);
    }

    @Test
    void tensorsOfSeveralFilesAreReadAsOfOne() throws IOException {
        Path index = index("""
                {"metadata": {"total_size": 20}, "weight_map": {"a": "one.safetensors", "b": "two.safetensors"}}""");
        try (NativeScope scope = NativeScope.withoutGradients();
                ShardedSafetensors file = ShardedSafetensors.open(index)) {
            assertThat(file.names()).containsExactly("a", "b");
            assertThat(file.stored("b").describe()).isEqualTo("F32 (3)");
            assertThat(Tensors.toFloats(file.read("b"))).containsExactly(2, 2, 2);
            assertThat(file.metadata()).containsEntry("format", "pt").containsEntry("total_size", "20");
            assertThatThrownBy(() -> file.read("c")).hasMessageContaining("no tensor \"c\" among 2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"weight_map": {"a": "one.safetensors"                                        | not valid JSON
                    {"weight_map": {"a": "one.safetensors", "a": "two.safetensors"}}              | Duplicate
                    {"weight_map": ["a"]}                                                         | no object "weight_map"
                    {"weight_map": {"a": "../one.safetensors"}}                                   | names the file "../one.safetensors"
                    {"weight_map": {"a": "/etc/passwd"}}                                          | names the file "/etc/passwd"
                    {"weight_map": {"a": 7}}                                                      | names the file "7"
                    {"weight_map": {"a": "three.safetensors"}}                                    | there is no such file
                    {"weight_map": {"c": "one.safetensors"}}                                      | disagree about 2 tensors
                    {"weight_map": {"a": "one.safetensors", "b": "one.safetensors"}}              | the first is "b"
                    """)
    void aWrongIndexIsRefusedWithItsReason(String text, String because) throws IOException {
        Path index = index(text);
        assertThatThrownBy(() -> ShardedSafetensors.open(index))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(because);
    }

    @Test
    void aMissingIndexIsNamed() {
        assertThatThrownBy(() -> ShardedSafetensors.open(folder.resolve("none.json")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("there is no such file");
    }
}
