package org.crobim.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.crobim.core.error.WeightsException;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedSafetensorsTest {
    /** 500 in every build; {@code -Dcrobim.fuzz=100000} makes more. */
    private static final int MUTATIONS = Integer.getInteger("crobim.fuzz", 500);

    @TempDir
    Path folder;

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("damaged.safetensors"), bytes);
    }

    private static byte[] withHeader(String header, int dataBytes) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }

    private void isRefused(byte[] bytes, String because) throws IOException {
        Path file = written(bytes);
        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("damaged.safetensors: ")
                .hasMessageContaining(because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}                                                       | not valid JSON
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} {}                                                   | not valid JSON
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[0],"data_offsets":[8,8]}} | Duplicate
                    [1,2]                                                                                                       | no JSON object
                    {"a":{"dtype":"F99","shape":[2],"data_offsets":[0,8]}}                                                      | dtype "F99"
                    {"a":{"shape":[2],"data_offsets":[0,8]}}                                                                    | dtype ""
                    {"a":7}                                                                                                     | dtype ""
                    {"a":{"dtype":"F32","data_offsets":[0,8]}}                                                                  | no list "shape"
                    {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                                                     | has -2 in its shape
                    {"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}                                                    | has 2.5 in its shape
                    {"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}                                  | more than memory can hold
                    {"a":{"dtype":"F32","shape":[0,4611686018427387904,4],"data_offsets":[0,0]}}                                | more than memory can hold
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}                                                        | 1 data_offsets
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                                                      | data_offsets are 8 to 0
                    {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                                                      | F32 (3), which has 12 bytes
                    {"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}                                                     | ends at byte 16, but only 8 follow
                    {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}                                                      | begins at byte 4, expected 0
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | overlap
                    {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                                                      | 8 bytes follow the header, but the tensors have 4
                    {"__metadata__":{"k":1},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                               | metadata "k" is NUMBER
                    {"__metadata__":"k","a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                                   | metadata are STRING
                    """)
    void aWrongHeaderIsRefusedWithItsReason(String header, String because) throws IOException {
        isRefused(withHeader(header, 8), because);
    }

    @Test
    void aHeaderThatIsNotTextIsRefused() throws IOException {
        byte[] bytes = withHeader("{\"a\":0}", 0);
        bytes[10] = (byte) 0xff;
        isRefused(bytes, "not UTF-8");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        isRefused(new byte[0], "has 0 bytes");
    }

    @Test
    void aHeaderLongerThanTheFileIsRefused() throws IOException {
        isRefused(Arrays.copyOf(withHeader("{}" + " ".repeat(40), 0), 30), "claims a header of 42 bytes, but only 22");
    }

    @Test
    void anAbsurdHeaderLengthIsRefusedBeforeAnythingIsAllocated() throws IOException {
        byte[] bytes = new byte[64];
        Arrays.fill(bytes, (byte) 0xff);
        isRefused(bytes, "claims a header of 18446744073709551615 bytes");
    }

    @Test
    void otherFormatsAreRecognised() throws IOException {
        isRefused("PK\003\004 and then a zip archive".getBytes(StandardCharsets.UTF_8), "PyTorch checkpoint");
        isRefused("version https://git-lfs.github.com/spec/v1".getBytes(StandardCharsets.UTF_8), "git lfs pull");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThatThrownBy(() -> Safetensors.open(folder.resolve("none.safetensors")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("none.safetensors: there is no such file");
        assertThatThrownBy(() -> Safetensors.open(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        byte[] whole = sound();
        for (int length = 0; length < whole.length; length += 3) {
            Path file = written(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Safetensors.open(file)).isInstanceOf(WeightsException.class);
        }
    }

    @Test
    void noRandomDamageEndsInAnythingButTensorsOrAWeightsError() throws IOException {
        byte[] whole = sound();
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = whole.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            refused += opens(written(bytes)) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 5 * 2);
    }

    private static boolean opens(Path file) {
        try (NativeScope scope = NativeScope.withoutGradients();
                SafetensorsFile opened = Safetensors.open(file)) {
            opened.names().forEach(opened::read);
            return true;
        } catch (WeightsException e) {
            return false;
        }
    }

    private byte[] sound() throws IOException {
        Path file = folder.resolve("sound.safetensors");
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Safetensors.write(
                    file,
                    Map.of("a.weight", Tensors.full(1, 2, 3), "b", Tensors.longs(new long[] {3}, 1)),
                    Map.of("crobim.config", "{}"));
        }
        return Files.readAllBytes(file);
    }
}
