package org.crobim.app.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest checkpoint as {@code torch.save} writes it: {@code {"model": {"w": tensor}}} with the values 1 and 2. */
final class TinyCheckpoint {
    private TinyCheckpoint() {}

    /**
     * Writes a file.
     *
     * @param storageClass {@code torch FloatStorage}, or other Python code that a reader must refuse
     */
    static Path write(Path file, String storageClass) throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        put(pickle, "\u0080\u0002}");
        text(pickle, "model");
        put(pickle, "}");
        text(pickle, "w");
        put(pickle, "ctorch._utils\n_rebuild_tensor_v2\n((");
        text(pickle, "storage");
        put(pickle, "c" + storageClass.replace(' ', '\n') + "\n");
        text(pickle, "0");
        text(pickle, "cpu");
        put(pickle, "K\u0002tQK\u0000K\u0002\u0085K\u0001\u0085\u0089}tRss.");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("archive/data.pkl", pickle.toByteArray());
        entries.put(
                "archive/data/0",
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putFloat(1)
                        .putFloat(2)
                        .array());
        return Files.write(file, zip(entries));
    }

    private static void put(ByteArrayOutputStream pickle, String instructions) {
        pickle.writeBytes(instructions.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void text(ByteArrayOutputStream pickle, String text) {
        put(pickle, "X%c\u0000\u0000\u0000%s".formatted((char) text.length(), text));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                CRC32 checksum = new CRC32();
                checksum.update(entry.getValue());
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setMethod(ZipEntry.STORED);
                header.setSize(entry.getValue().length);
                header.setCrc(checksum.getValue());
                zip.putNextEntry(header);
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
