package org.crobim.model.weights.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/** The container of PyTorch 1.6 and later: a zip archive of stored entries under one folder of any name. */
final class TorchArchive {
    private static final String PICKLE = "data.pkl";
    private static final int LONGEST_BYTEORDER = 16;

    private final FileChannel channel;
    private final Map<String, ZipEntryPlace> entries;
    private final String folder;

    private TorchArchive(FileChannel channel, Map<String, ZipEntryPlace> entries, String folder) {
        this.channel = channel;
        this.entries = entries;
        this.folder = folder;
    }

    /**
     * Reads everything but the values of tensors.
     *
     * @throws IOException with the reason if the archive is damaged or no checkpoint
     */
    static CheckpointContent read(FileChannel channel) throws IOException {
        Map<String, ZipEntryPlace> entries = ZipDirectory.read(channel);
        return new TorchArchive(channel, entries, folder(entries)).content();
    }

    private static String folder(Map<String, ZipEntryPlace> entries) throws IOException {
        List<String> pickles = entries.keySet().stream()
                .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
                .toList();
        if (pickles.size() != 1) {
            throw new IOException(
                    "the zip archive has %d entries %s, a checkpoint has one".formatted(pickles.size(), PICKLE));
        }
        String folder = pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length());
        if (entries.containsKey(folder + "constants.pkl")) {
            throw new IOException("the zip archive is a program (TorchScript), expected weights."
                    + " Load it in Python and save its state_dict()");
        }
        return folder;
    }

    private CheckpointContent content() throws IOException {
        StorageReferences references = new StorageReferences();
        Object root = root(references);
        Map<String, CheckpointContent.Place> places = new HashMap<>();
        for (TorchStorage storage : references.wholes().values()) {
            ZipEntryPlace entry = entries.get(folder + "data/" + storage.key());
            if (entry != null && entry.length() == storage.byteCount()) {
                places.put(
                        storage.key(),
                        new CheckpointContent.Place(entry.begin(), entry.length(), OptionalLong.of(entry.checksum())));
            } else if (storage.length() > 0) {
                throw new IOException("storage %s is %s, expected %d bytes"
                        .formatted(storage.key(), lengthOrMissing(entry), storage.byteCount()));
            }
        }
        return new CheckpointContent("PyTorch checkpoint (zip)", root, places, littleEndian());
    }

    private static String lengthOrMissing(@Nullable ZipEntryPlace entry) {
        return entry == null ? "missing" : "%d bytes long".formatted(entry.length());
    }

    private Object root(StorageReferences references) throws IOException {
        ZipEntryPlace pickle = existing(PICKLE);
        CheckedInputStream checked =
                new CheckedInputStream(new FileBytes(channel, pickle.begin(), pickle.end()), new CRC32());
        Object root = CheckpointContent.unpickle(checked, references);
        checked.transferTo(OutputStream.nullOutputStream());
        if (checked.getChecksum().getValue() != pickle.checksum()) {
            throw new IOException("the checksum of %s is wrong".formatted(pickle.name()));
        }
        return root;
    }

    private ZipEntryPlace existing(String name) throws IOException {
        ZipEntryPlace entry = entries.get(folder + name);
        if (entry == null) {
            throw new IOException("the zip archive has no entry %s".formatted(folder + name));
        }
        return entry;
    }

    /** Archives before PyTorch 2.1 do not tell and come from little-endian machines. */
    private boolean littleEndian() throws IOException {
        if (!entries.containsKey(folder + "byteorder")) {
            return true;
        }
        ZipEntryPlace entry = existing("byteorder");
        InputStream bytes = new FileBytes(channel, entry.begin(), entry.end());
        String order = new String(bytes.readNBytes(LONGEST_BYTEORDER), StandardCharsets.ISO_8859_1);
        if (!order.equals("little") && !order.equals("big")) {
            throw new IOException("the byte order is \"%s\", expected little or big".formatted(order));
        }
        return order.equals("little");
    }
}
