package org.crobim.model.weights.torch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import org.crobim.core.pickle.AllowedGlobals;
import org.crobim.core.pickle.PersistentValues;
import org.crobim.core.pickle.PickleLimits;
import org.crobim.core.pickle.Unpickler;

/**
 * What a container holds: the pickle as plain values, and where the bytes of its storages lie.
 *
 * @param container name for people
 * @param root what Python had given to {@code torch.save}
 * @param storages places by key; every storage that a tensor looks at and that has values is there, long enough
 * @param littleEndian order of the bytes of a value
 */
record CheckpointContent(String container, Object root, Map<String, Place> storages, boolean littleEndian) {
    /**
     * Room for 80,000 tensors with their optimizer; all names and texts together 16 million characters. The depth lets whoever
     * walks through do so recursively.
     */
    private static final PickleLimits LIMITS = new PickleLimits(64 << 20, 2_000_000, 16 << 20, 50, 16 << 20);

    CheckpointContent {
        storages = Map.copyOf(storages);
    }

    /**
     * Bytes of a storage.
     *
     * @param begin position in the file
     * @param length number of bytes
     * @param checksum CRC-32, where the container has one
     */
    record Place(long begin, long length, OptionalLong checksum) {}

    /** Reads the pickle of a checkpoint as data. */
    static Object unpickle(InputStream stream, StorageReferences references) throws IOException {
        return new Unpickler(LIMITS, TorchGlobals.forOneFile(), references).read(stream);
    }

    /** Reads a pickle of built-in values, as stand around that of the checkpoint in legacy files. */
    static Object unpickle(InputStream stream) throws IOException {
        return new Unpickler(LIMITS, AllowedGlobals.none(), PersistentValues.none()).read(stream);
    }
}
