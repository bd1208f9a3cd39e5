package org.crobim.model.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;
import org.crobim.core.pickle.PickleGlobal;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.weights.StoredType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchCheckpointTest {
    private static final PickledTensor SIX = PickledTensor.floats("0", new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

    @TempDir
    private Path folder;

    private final NativeScope scope = NativeScope.withoutGradients();

    @AfterEach
    void closeScope() {
        scope.close();
    }

    private TorchCheckpoint opened(byte[] bytes) throws IOException {
        return TorchCheckpoint.open(Files.write(folder.resolve("model.pth"), bytes));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCheckpointOfATrainingIsReadFromBothContainers(boolean legacy) throws IOException {
        PickledCheckpoint written = new PickledCheckpoint(Map.of(
                "model",
                        PickleWriter.Call.orderedDict(
                                Map.of("a.weight", SIX, "a.bias", PickleWriter.Call.parameter(SIX))),
                "optimizer",
                        Map.of("state", Map.of(0L, Map.of("exp_avg", SIX)), "param_groups", List.of(Map.of("lr", 0.1))),
                "epoch", 12L,
                "args", PickleWriter.Call.namespace(Map.of("lr", 5e-5, "mha", "1-1-1-1"))));
        try (TorchCheckpoint file = opened(legacy ? written.legacy() : written.zip())) {
            assertThat(file.format()).contains(legacy ? "legacy" : "zip");
            assertThat(file.names()).containsExactly("model/a.bias", "model/a.weight", "optimizer/state/0/exp_avg");
            assertThat(file.stored("model/a.weight").describe()).isEqualTo("F32 (2,3)");
            assertThat(Tensors.toFloats(file.read("model/a.weight"))).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(file.metadata())
                    .containsEntry("epoch", "12")
                    .containsEntry("args/lr", "5.0E-5")
                    .containsEntry("args/mha", "1-1-1-1");
        }
    }

    @Test
    void theFolderOfTheArchiveMayHaveAnyName() throws IOException {
        byte[] bytes = new PickledCheckpoint(Map.of("w", SIX))
                .inFolder("swin_base/best")
                .zip();
        try (TorchCheckpoint file = opened(bytes)) {
            assertThat(file.names()).containsExactly("w");
        }
    }

    @Test
    void viewsOfOneStorageReadAsTheyLook() throws IOException {
        PickledTensor.Storage storage = SIX.storage();
        PickledCheckpoint written = new PickledCheckpoint(Map.of(
                "transposed", new PickledTensor(storage, 0, new long[] {3, 2}, new long[] {1, 3}),
                "column", new PickledTensor(storage, 1, new long[] {2}, new long[] {3}),
                "repeated", new PickledTensor(storage, 4, new long[] {2, 2}, new long[] {0, 1}),
                "scalar", new PickledTensor(storage, 5, new long[0], new long[0]),
                "empty", new PickledTensor(storage, 6, new long[] {0, 4}, new long[] {4, 1})));
        try (TorchCheckpoint file = opened(written.zip())) {
            assertThat(Tensors.toFloats(file.read("transposed"))).containsExactly(1, 4, 2, 5, 3, 6);
            assertThat(Tensors.toFloats(file.read("column"))).containsExactly(2, 5);
            assertThat(Tensors.toFloats(file.read("repeated"))).containsExactly(5, 6, 5, 6);
            assertThat(Tensors.toFloats(file.read("scalar"))).containsExactly(6);
            assertThat(Tensors.shape(file.read("scalar"))).isEmpty();
            assertThat(Tensors.shape(file.read("empty"))).containsExactly(0, 4);
            assertThat(file.read("transposed").is_contiguous()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DoubleStorage, F64, 8", "FloatStorage, F32, 4", "HalfStorage, F16, 2", "BFloat16Storage, BF16, 2",
        "LongStorage, I64, 8", "IntStorage, I32, 4", "ShortStorage, I16, 2", "CharStorage, I8, 1",
        "ByteStorage, U8, 1", "BoolStorage, BOOL, 1"
    })
    void everyDtypeIsRead(String storageClass, StoredType expected, int bytesEach) throws IOException {
        byte[] ones = new byte[3 * bytesEach];
        for (int i = 0; i < 3; i++) {
            writeOne(ByteBuffer.wrap(ones, i * bytesEach, bytesEach).order(ByteOrder.LITTLE_ENDIAN), expected);
        }
        PickledTensor tensor = PickledTensor.of(new PickledTensor.Storage("7", storageClass, 3, ones), 3);
        try (TorchCheckpoint file = opened(new PickledCheckpoint(Map.of("w", tensor)).zip())) {
            assertThat(file.stored("w").type()).isEqualTo(expected);
            assertThat(Tensors.toFloats(file.read("w"))).containsExactly(1, 1, 1);
        }
    }

    private static void writeOne(ByteBuffer into, StoredType type) {
        switch (type) {
            case F64 -> into.putDouble(1);
            case F32 -> into.putFloat(1);
            case F16 -> into.putShort((short) 0x3c00);
            case BF16 -> into.putShort((short) 0x3f80);
            case I64 -> into.putLong(1);
            case I32 -> into.putInt(1);
            case I16 -> into.putShort((short) 1);
            case I8, U8, BOOL -> into.put((byte) 1);
        }
    }

    @Test
    void valuesOfBigEndianMachinesAreTurnedAround() throws IOException {
        PickledTensor tensor = PickledTensor.of(PickledTensor.floatStorage("0", ByteOrder.BIG_ENDIAN, 1, -2.5f), 2);
        PickledCheckpoint written = new PickledCheckpoint(Map.of("w", tensor)).withByteOrder("big");
        for (byte[] bytes : List.of(written.zip(), written.legacy(written.pickle(true), false))) {
            try (TorchCheckpoint file = opened(bytes)) {
                assertThat(Tensors.toFloats(file.read("w"))).containsExactly(1, -2.5f);
            }
        }
    }

    @Test
    void tensorsLongerThanAPartOfTheReadingAreWhole() throws IOException {
        byte[] values = new byte[(64 << 20) + 5];
        values[0] = 1;
        values[values.length - 1] = 7;
        PickledTensor tensor =
                PickledTensor.of(new PickledTensor.Storage("0", "ByteStorage", values.length, values), values.length);
        try (TorchCheckpoint file = opened(new PickledCheckpoint(Map.of("w", tensor)).zip())) {
            assertThat(Tensors.toBytes(file.read("w"))).isEqualTo(values);
        }
    }

    @Test
    void storagesThatCountBytesTakeTheDtypeBesideThem() throws IOException {
        PickledTensor.Storage bytes = new PickledTensor.Storage(
                "0", "UntypedStorage", 24, SIX.storage().bytes());
        PickledCheckpoint written = new PickledCheckpoint(Map.of("w", PickledTensor.of(bytes, 3, 2)));
        try (TorchCheckpoint file = opened(written.zip(withDtype(written.pickle(false))))) {
            assertThat(file.stored("w").describe()).isEqualTo("F32 (3,2)");
            assertThat(Tensors.toFloats(file.read("w"))).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    /** Makes a call of version 3 out of one of version 2, whose last argument is the dtype. */
    private static byte[] withDtype(byte[] pickle) {
        String text = new String(pickle, StandardCharsets.ISO_8859_1);
        return text.replace("_rebuild_tensor_v2", "_rebuild_tensor_v3")
                .replace("tRu.", "ctorch\nfloat32\ntRu.")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void objectsBesideTheTensorsAreDataWhereTheyAreKnown() throws IOException {
        PickledCheckpoint written = new PickledCheckpoint(Map.of(
                "w", SIX,
                "path", PickleWriter.Call.of("pathlib", "PosixPath", "runs", "best"),
                "device", PickleWriter.Call.of("torch", "device", "cuda", 0L),
                "milestones", PickleWriter.Call.of("collections", "Counter", Map.of(30L, 1L)),
                "config",
                        new PickleWriter.Call(
                                new PickleGlobal("yacs.config", "CfgNode"),
                                List.of(),
                                Map.of("__immutable__", true),
                                Map.of("WINDOW_SIZE", 12L))));
        try (TorchCheckpoint file = opened(written.zip())) {
            assertThat(file.metadata())
                    .containsEntry("path", "runs/best")
                    .containsEntry("device", "cuda:0")
                    .containsEntry("milestones/30", "1")
                    .containsEntry("config/WINDOW_SIZE", "12")
                    .doesNotContainKey("config/__immutable__");
        }
    }

    @Test
    void unknownPythonCodeIsRefusedByName() {
        PickledCheckpoint written =
                new PickledCheckpoint(Map.of("w", SIX, "x", PickleWriter.Call.of("os", "system", "true")));
        assertThatThrownBy(() -> opened(written.zip()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("model.pth: ", "os.system", "nothing is run");
        assertThatThrownBy(() -> opened(new PickledCheckpoint(PickleWriter.Call.of("__main__", "Net")).legacy()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("__main__.Net");
    }

    @Test
    void aLoneTensorHasAName() throws IOException {
        try (TorchCheckpoint file = opened(new PickledCheckpoint(SIX).zip())) {
            assertThat(file.names()).containsExactly("tensor");
            Tensor read = file.read("tensor");
            assertThat(Tensors.shape(read)).containsExactly(2, 3);
        }
    }

    @Test
    void aTensorThatIsNotThereIsNamed() throws IOException {
        try (TorchCheckpoint file = opened(new PickledCheckpoint(Map.of("w", SIX)).zip())) {
            assertThatThrownBy(() -> file.read("v"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("no tensor \"v\" among 1");
        }
    }

    @Test
    void checkpointsAreToldFromOtherFiles() throws IOException {
        Path file = folder.resolve("some");
        Files.write(file, new PickledCheckpoint(Map.of("w", SIX)).zip());
        assertThat(TorchCheckpoint.recognises(file)).isTrue();
        Files.write(file, new PickledCheckpoint(Map.of("w", SIX)).legacy());
        assertThat(TorchCheckpoint.recognises(file)).isTrue();
        Files.writeString(file, "{\"w\":1}");
        assertThat(TorchCheckpoint.recognises(file)).isFalse();
        assertThat(TorchCheckpoint.recognises(folder.resolve("none"))).isFalse();
    }
}
