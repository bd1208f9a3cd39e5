package org.crobim.model.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.crobim.core.error.WeightsException;
import org.crobim.model.tensor.NativeScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HostileCheckpointTest {
    private static final PickledTensor SIX = PickledTensor.floats("0", new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final byte[] SOUND = new PickledCheckpoint(Map.of("w", SIX)).zip();

    @TempDir
    private Path folder;

    private void isRefused(byte[] bytes, String... because) throws IOException {
        Path file = Files.write(folder.resolve("hostile.pth"), bytes);
        assertThatThrownBy(() -> {
                    try (NativeScope scope = NativeScope.withoutGradients();
                            TorchCheckpoint opened = TorchCheckpoint.open(file)) {
                        opened.names().forEach(opened::read);
                    }
                })
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("hostile.pth: ")
                .hasMessageContainingAll(because);
    }

    private static byte[] zipWith(String name, byte[] bytes) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("archive/data.pkl", new PickledCheckpoint(Map.of("w", 1L)).pickle(false));
        entries.put(name, bytes);
        return PickledCheckpoint.zipOf(entries);
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        byte[] legacy = new PickledCheckpoint(Map.of("w", SIX)).legacy();
        for (byte[] whole : List.of(SOUND, legacy)) {
            for (int length = 0; length < whole.length; length += 3) {
                isRefused(Arrays.copyOf(whole, length), "");
            }
        }
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreRefused() throws IOException {
        for (String name : List.of("../evil", "archive/../../evil", "/etc/passwd", "archive\\evil", "C:evil", "a/..")) {
            isRefused(zipWith(name, new byte[3]), "leads out of the zip archive");
        }
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        byte[] twins = zipWith("archive/data.pkm", new byte[3]);
        isRefused(replaced(twins, "archive/data.pkm", "archive/data.pkl"), "two entries \"archive/data.pkl\"");
    }

    @Test
    void compressedEntriesAreRefusedBeforeTheyUnfold() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(new byte[10 << 20]);
        }
        isRefused(bytes.toByteArray(), "compressed or encrypted (method 8)");
    }

    @Test
    void anAbsurdTableOfContentsIsRefusedBeforeAnythingIsAllocated() throws IOException {
        int end = SOUND.length - 22;
        isRefused(withInt(SOUND, end + 12, -1), "table of contents", "which cannot be");
        isRefused(withInt(SOUND, end + 16, -1), "table of contents", "which cannot be");
        isRefused(withInt(SOUND, end + 8, -1), "65535 entries");
    }

    @Test
    void entriesOutsideOfTheFileAreRefused() throws IOException {
        int table = (int) Integer.toUnsignedLong(
                ByteBuffer.wrap(SOUND).order(ByteOrder.LITTLE_ENDIAN).getInt(SOUND.length - 22 + 16));
        byte[] longer = withInt(withInt(SOUND, table + 20, 1 << 30), table + 24, 1 << 30);
        isRefused(longer, "reaches into the table of contents");
        isRefused(withInt(SOUND, table + 24, 1 << 30), "claims to have 1073741824 bytes");
        isRefused(withInt(SOUND, table + 42, 1 << 30), "is said to begin at byte 1073741824");
        isRefused(withInt(SOUND, table + 42, 1), "is not where the table of contents says");
    }

    @Test
    void aWrongChecksumIsNoticed() throws IOException {
        byte[] bytes = SOUND.clone();
        int value = indexOf(bytes, SIX.storage().bytes());
        bytes[value] ^= 1;
        isRefused(bytes, "checksum of tensor \"w\" is wrong");
        isRefused(replaced(SOUND, "cpu", "gpu"), "checksum of archive/data.pkl is wrong");
    }

    @Test
    void tensorsThatReachBeyondTheirStorageAreRefused() throws IOException {
        PickledTensor.Storage storage = SIX.storage();
        isRefused(zipOf(new PickledTensor(storage, 1, new long[] {2, 3}, new long[] {3, 1})), "reaches to 7");
        isRefused(zipOf(new PickledTensor(storage, 0, new long[] {2, 3}, new long[] {4, 1})), "reaches to 7");
        isRefused(zipOf(new PickledTensor(storage, -1, new long[] {1}, new long[] {1})), "expected none negative");
        isRefused(zipOf(new PickledTensor(storage, 0, new long[] {2}, new long[] {-1})), "expected none negative");
        isRefused(zipOf(new PickledTensor(storage, 0, new long[] {1L << 62, 4}, new long[] {0, 0})), "memory can hold");
        isRefused(zipOf(new PickledTensor(storage, 0, new long[] {2, 3}, new long[] {1})), "2 sizes and 1 strides");
        isRefused(zipOf(new PickledTensor(storage, 0, new long[65], new long[65])), "65 sizes");
    }

    @Test
    void valuesRepeatedWithoutEndAreRefused() throws IOException {
        isRefused(
                zipOf(new PickledTensor(SIX.storage(), 0, new long[] {1L << 40}, new long[] {0})),
                "unfold to more than");
    }

    @Test
    void storagesOfAnotherLengthAreRefused() throws IOException {
        isRefused(zipOf(storage("FloatStorage", 7, 24)), "storage 0 is 24 bytes long, expected 28");
        isRefused(zipOf(storage("FloatStorage", 5, 24)), "expected 20");
        isRefused(zipOf(storage("FloatStorage", 1L << 62, 24)), "expected neither to be negative");
        isRefused(zipOf(storage("ComplexFloatStorage", 3, 24)), "torch.ComplexFloatStorage");
        isRefused(new PickledCheckpoint(Map.of("w", storage("FloatStorage", 7, 24))).legacy(), "storage");
        Map<String, byte[]> alone = Map.of("archive/data.pkl", new PickledCheckpoint(Map.of("w", SIX)).pickle(false));
        isRefused(PickledCheckpoint.zipOf(alone), "storage 0 is missing, expected 24 bytes");
    }

    @Test
    void legacyFilesThatDoNotWorkOutAreRefused() throws IOException {
        PickledCheckpoint written = new PickledCheckpoint(Map.of("w", SIX));
        byte[] sound = written.legacy();
        isRefused(Arrays.copyOf(sound, sound.length + 1), "more bytes follow behind the last storage");
        isRefused(new PickledCheckpoint(Map.of("w", 1L)).pickle(false), "magic number is wrong");
        int length = sound.length - 24 - 8;
        isRefused(withInt(sound, length, 7), "storage 0 has 7 values");
    }

    @Test
    void otherKindsOfArchivesAreNamed() throws IOException {
        isRefused(zipWith("archive/constants.pkl", new byte[1]), "TorchScript");
        isRefused(PickledCheckpoint.zipOf(Map.of("readme.txt", new byte[1])), "0 entries data.pkl");
        isRefused(zipWith("other/data.pkl", new byte[1]), "2 entries data.pkl");
        isRefused("version https://git-lfs.github.com/spec/v1".getBytes(StandardCharsets.UTF_8), "git lfs pull");
        isRefused(
                new PickledCheckpoint(Map.of("w", SIX)).withByteOrder("middle").zip(), "byte order is \"middle\"");
    }

    @Test
    void twoTensorsOfOnePathAreRefused() throws IOException {
        isRefused(
                new PickledCheckpoint(Map.of("a", Map.of("b", SIX), "a/b", SIX)).zip(),
                "two tensors are named \"a/b\"");
    }

    @Test
    void aDictThatUnfoldsWithoutEndIsRefused() throws IOException {
        // Each of 40 dicts holds the one before it twice: 2^40 paths in some hundred bytes.
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(new byte[] {'}', 'q', 0, '0'});
        for (byte i = 1; i <= 40; i++) {
            byte before = (byte) (i - 1);
            bomb.writeBytes(new byte[] {'}', 'q', i, '(', 'K', 1, 'h', before, 'K', 2, 'h', before, 'u', '0'});
        }
        bomb.writeBytes(new byte[] {'h', 40, '.'});
        isRefused(new PickledCheckpoint(Map.of()).zip(bomb.toByteArray()), "unfold to more than");
    }

    @Test
    void statesGivenAgainAndAgainAreRefused() throws IOException {
        // A dict of 1,000 fields becomes the state of 2,000 objects by six bytes each.
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < 1000; i++) {
            fields.put("field" + i, 1L);
        }
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        byte[] dict = new PickleWriter(false).write(fields);
        pickle.write(dict, 0, dict.length - 1);
        pickle.writeBytes("q\0cargparse\nNamespace\nq\1]".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 2000; i++) {
            pickle.writeBytes("h\1)Rh\0ba".getBytes(StandardCharsets.ISO_8859_1));
        }
        pickle.writeBytes(".".getBytes(StandardCharsets.ISO_8859_1));
        isRefused(new PickledCheckpoint(Map.of()).zip(pickle.toByteArray()), "more than 1000000 fields");
    }

    private static PickledTensor storage(String storageClass, long length, int bytes) {
        return PickledTensor.of(new PickledTensor.Storage("0", storageClass, length, new byte[bytes]), 1);
    }

    private static byte[] zipOf(PickledTensor tensor) {
        return new PickledCheckpoint(Map.of("w", tensor)).zip();
    }

    private static byte[] withInt(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
