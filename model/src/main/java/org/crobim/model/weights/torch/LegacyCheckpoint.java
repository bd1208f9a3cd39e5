package org.crobim.model.weights.torch;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The container before PyTorch 1.6: five pickles (magic number, protocol, system, the checkpoint, keys of the storages), then for
 * each key the number of values in 8 bytes and the values.
 */
final class LegacyCheckpoint {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long PROTOCOL = 1001;

    private LegacyCheckpoint() {}

    /**
     * Reads everything but the values of tensors.
     *
     * @throws IOException with the reason if the file is damaged or no checkpoint
     */
    static CheckpointContent read(FileChannel channel) throws IOException {
        FileBytes stream = new FileBytes(channel, 0, channel.size());
        requireEqual("magic number", CheckpointContent.unpickle(stream), MAGIC);
        requireEqual("protocol", CheckpointContent.unpickle(stream), PROTOCOL);
        boolean littleEndian = littleEndian(CheckpointContent.unpickle(stream));
        StorageReferences references = new StorageReferences();
        Object root = CheckpointContent.unpickle(stream, references);
        Object keys = CheckpointContent.unpickle(stream);
        if (!(keys instanceof List<?> list)) {
            throw new IOException("the list of storages is missing behind the pickle");
        }
        return new CheckpointContent(
                "PyTorch checkpoint (legacy)", root, places(stream, list, references.wholes()), littleEndian);
    }

    private static void requireEqual(String what, Object got, Object expected) throws IOException {
        if (!got.equals(expected)) {
            throw new IOException("the %s is wrong, expected %s. This is a pickle, but no PyTorch checkpoint"
                    .formatted(what, expected));
        }
    }

    private static boolean littleEndian(Object system) throws IOException {
        if (system instanceof Map<?, ?> map && map.get("little_endian") instanceof Boolean little) {
            return little;
        }
        throw new IOException("the file does not tell its byte order (little_endian)");
    }

    private static Map<String, CheckpointContent.Place> places(
            FileBytes stream, List<?> keys, Map<String, TorchStorage> wholes) throws IOException {
        Map<String, CheckpointContent.Place> places = new HashMap<>();
        Set<String> wanted = new HashSet<>(wholes.keySet());
        for (Object key : keys) {
            if (!(key instanceof String name) || !wanted.remove(name)) {
                throw new IOException("storage %s is listed twice or belongs to no tensor".formatted(key));
            }
            TorchStorage storage = wholes.get(name);
            long length = stream.longWord();
            if (storage == null || length != storage.length()) {
                throw new IOException(
                        "storage %s has %d values, its tensors expect another number".formatted(name, length));
            }
            places.put(name, new CheckpointContent.Place(stream.position(), storage.byteCount(), OptionalLong.empty()));
            stream.pass(storage.byteCount());
        }
        if (!wanted.isEmpty()) {
            throw new IOException("storage %s is missing behind the pickle"
                    .formatted(wanted.iterator().next()));
        }
        if (stream.read() >= 0) {
            throw new IOException(
                    "more bytes follow behind the last storage at byte %d".formatted(stream.position() - 1));
        }
        return places;
    }
}
