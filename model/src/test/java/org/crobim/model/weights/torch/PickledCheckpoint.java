package org.crobim.model.weights.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes checkpoints as {@code torch.save} does, in both containers; what is in them is the test's to say. */
final class PickledCheckpoint {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);

    private final Object root;
    private final Map<String, PickledTensor.Storage> storages = new LinkedHashMap<>();
    private String folder = "archive";
    private String byteOrder = "";

    PickledCheckpoint(Object root) {
        this.root = root;
    }

    /** Name of the folder in the archive. */
    PickledCheckpoint inFolder(String name) {
        folder = name;
        return this;
    }

    /** Text of the entry {@code byteorder}. */
    PickledCheckpoint withByteOrder(String order) {
        byteOrder = order;
        return this;
    }

    /** The pickle alone. */
    byte[] pickle(boolean legacy) {
        PickleWriter writer = new PickleWriter(legacy);
        byte[] bytes = writer.write(root);
        storages.putAll(writer.storages());
        return bytes;
    }

    /** The container of PyTorch 1.6 and later. */
    byte[] zip() {
        return zip(pickle(false));
    }

    /** The same around another pickle, such as a damaged one. */
    byte[] zip(byte[] pickle) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(folder + "/data.pkl", pickle);
        if (!byteOrder.isEmpty()) {
            entries.put(folder + "/byteorder", byteOrder.getBytes(StandardCharsets.US_ASCII));
        }
        storages.values().forEach(storage -> entries.put(folder + "/data/" + storage.key(), storage.bytes()));
        entries.put(folder + "/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        return zipOf(entries);
    }

    /** A zip archive of stored entries. */
    static byte[] zipOf(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                CRC32 checksum = new CRC32();
                checksum.update(entry.getValue());
                header.setMethod(ZipEntry.STORED);
                header.setSize(entry.getValue().length);
                header.setCrc(checksum.getValue());
                zip.putNextEntry(header);
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The container before PyTorch 1.6. */
    byte[] legacy() {
        return legacy(pickle(true), true);
    }

    /** The same around another pickle. */
    byte[] legacy(byte[] pickle, boolean littleEndian) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new PickleWriter(true).write(MAGIC));
        bytes.writeBytes(new PickleWriter(true).write(1001L));
        bytes.writeBytes(
                new PickleWriter(true).write(Map.of("protocol_version", 1001L, "little_endian", littleEndian)));
        bytes.writeBytes(pickle);
        List<Object> keys = new ArrayList<>(storages.keySet());
        bytes.writeBytes(new PickleWriter(true).write(keys));
        for (PickledTensor.Storage storage : storages.values()) {
            bytes.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(storage.length())
                    .array());
            bytes.writeBytes(storage.bytes());
        }
        return bytes.toByteArray();
    }
}
