package org.crobim.model.weights.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of contents of a zip archive, with the position of every entry. Only archives as PyTorch writes them: nothing
 * compressed or encrypted, every name once, no entry inside another, no way out of the archive.
 *
 * <p>Own code, since libraries neither give positions nor limit what a table may ask for before they have spent the memory.
 * APPNOTE.TXT of PKWARE, sections 4.3.7 to 4.3.16.
 */
final class ZipDirectory {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END_RECORD = 0x06054b50;
    private static final int ZIP64_END_RECORD = 0x06064b50;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int ZIP64_END_BYTES = 56;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long ELSEWHERE = 0xffffffffL;
    private static final int ZIP64_FIELD = 1;
    private static final int ENCRYPTED = 1;

    /** A million entries of ordinary names; published checkpoints have some thousands. */
    private static final long MOST_BYTES = 64 << 20;

    private final FileChannel channel;
    private final long fileBytes;

    private ZipDirectory(FileChannel channel, long fileBytes) {
        this.channel = channel;
        this.fileBytes = fileBytes;
    }

    /**
     * Reads and checks the table of contents.
     *
     * @return the entries by name, in the order of the table
     * @throws IOException with the reason if the archive is damaged or not as PyTorch writes it
     */
    static Map<String, ZipEntryPlace> read(FileChannel channel) throws IOException {
        return new ZipDirectory(channel, channel.size()).entries();
    }

    private Map<String, ZipEntryPlace> entries() throws IOException {
        Extent table = table();
        ByteBuffer bytes = bytes(table.begin(), table.length());
        Map<String, ZipEntryPlace> entries = new LinkedHashMap<>();
        for (long i = 0; i < table.entries(); i++) {
            ZipEntryPlace entry = entry(bytes, table.begin());
            if (entries.put(entry.name(), entry) != null) {
                throw new IOException("the zip archive has two entries \"%s\"".formatted(entry.name()));
            }
        }
        requireApart(entries);
        return entries;
    }

    /** Where the table lies, and how many entries it has. */
    private record Extent(long begin, long length, long entries) {}

    private Extent table() throws IOException {
        long tailBegin = Math.max(0, fileBytes - LONGEST_COMMENT - END_BYTES);
        ByteBuffer tail = bytes(tailBegin, fileBytes - tailBegin);
        int at = tail.limit() - END_BYTES;
        while (at >= 0 && tail.getInt(at) != END_RECORD) {
            at--;
        }
        if (at < 0) {
            throw new IOException("the end of the zip archive is missing: the file is incomplete");
        }
        long endRecord = tailBegin + at;
        Extent extent =
                new Extent(unsignedInt(tail, at + 16), unsignedInt(tail, at + 12), unsignedShort(tail, at + 10));
        if (endRecord >= LOCATOR_BYTES) {
            ByteBuffer locator = bytes(endRecord - LOCATOR_BYTES, LOCATOR_BYTES);
            extent = locator.getInt(0) == ZIP64_LOCATOR ? zip64Table(locator.getLong(8)) : extent;
        }
        if (extent.begin() < 0
                || extent.length() < 0
                || extent.length() > MOST_BYTES
                || extent.begin() > endRecord - extent.length()
                || extent.entries() < 0
                || extent.entries() > extent.length() / CENTRAL_BYTES) {
            throw new IOException(
                    "the table of contents of the zip archive states %d entries in %d bytes at byte %d, which cannot be"
                            .formatted(extent.entries(), extent.length(), extent.begin()));
        }
        return extent;
    }

    private Extent zip64Table(long position) throws IOException {
        if (position < 0 || position > fileBytes - ZIP64_END_BYTES) {
            throw new IOException("the end of the zip archive refers to byte %d of %d".formatted(position, fileBytes));
        }
        ByteBuffer record = bytes(position, ZIP64_END_BYTES);
        if (record.getInt(0) != ZIP64_END_RECORD) {
            throw new IOException("the second end record of the zip archive is not at byte %d".formatted(position));
        }
        return new Extent(record.getLong(48), record.getLong(40), record.getLong(32));
    }

    private ZipEntryPlace entry(ByteBuffer table, long tableBegin) throws IOException {
        if (table.remaining() < CENTRAL_BYTES || table.getInt(table.position()) != CENTRAL_HEADER) {
            throw new IOException(
                    "the table of contents of the zip archive is damaged at its byte %d".formatted(table.position()));
        }
        int at = table.position();
        int nameLength = unsignedShort(table, at + 28);
        int extraLength = unsignedShort(table, at + 30);
        int commentLength = unsignedShort(table, at + 32);
        if (table.remaining() - CENTRAL_BYTES < nameLength + extraLength + commentLength) {
            throw new IOException("the table of contents of the zip archive ends inside an entry");
        }
        String name = text(table, at + CENTRAL_BYTES, nameLength);
        requirePlain(name, unsignedShort(table, at + 8), unsignedShort(table, at + 10));
        ByteBuffer extra =
                table.slice(at + CENTRAL_BYTES + nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN);
        long[] sizes = {unsignedInt(table, at + 24), unsignedInt(table, at + 20), unsignedInt(table, at + 42)};
        fillFromZip64(sizes, extra);
        if (sizes[0] != sizes[1] || sizes[0] < 0) {
            throw new IOException(
                    "entry \"%s\" is stored, but claims to have %d bytes in %d".formatted(name, sizes[0], sizes[1]));
        }
        table.position(at + CENTRAL_BYTES + nameLength + extraLength + commentLength);
        long begin = dataBegin(name, sizes[2], tableBegin);
        if (sizes[0] > tableBegin - begin) {
            throw new IOException("entry \"%s\" of %d bytes at byte %d reaches into the table of contents at byte %d"
                    .formatted(name, sizes[0], begin, tableBegin));
        }
        return new ZipEntryPlace(name, begin, sizes[0], unsignedInt(table, at + 16));
    }

    private static void requirePlain(String name, int flags, int method) throws IOException {
        if (method != 0 || (flags & ENCRYPTED) != 0) {
            throw new IOException(
                    ("entry \"%s\" is compressed or encrypted (method %d), PyTorch stores values as they are."
                                    + " Unpack the archive and save the weights again in Python")
                            .formatted(name, method));
        }
        boolean leadsOut = name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.indexOf(0) >= 0
                || List.of(name.split("/", -1)).contains("..");
        if (leadsOut) {
            throw new IOException("entry \"%s\" leads out of the zip archive".formatted(name));
        }
    }

    /** Takes lengths and position from the field that zip64 added, where the old place holds all ones. */
    private static void fillFromZip64(long[] sizes, ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int kind = extra.getShort() & 0xffff;
            int length = Math.min(extra.getShort() & 0xffff, extra.remaining());
            ByteBuffer field = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            extra.position(extra.position() + length);
            for (int i = 0; kind == ZIP64_FIELD && i < sizes.length; i++) {
                if (sizes[i] == ELSEWHERE && field.remaining() >= Long.BYTES) {
                    sizes[i] = field.getLong();
                }
            }
        }
    }

    /** The bytes of an entry begin behind its own header, whose length the table does not tell. */
    private long dataBegin(String name, long header, long tableBegin) throws IOException {
        if (header < 0 || header > tableBegin - LOCAL_BYTES) {
            throw new IOException("entry \"%s\" is said to begin at byte %d of %d".formatted(name, header, tableBegin));
        }
        ByteBuffer local = bytes(header, LOCAL_BYTES);
        int nameLength = unsignedShort(local, 26);
        long begin = header + LOCAL_BYTES + nameLength + unsignedShort(local, 28);
        if (local.getInt(0) != LOCAL_HEADER
                || begin > tableBegin
                || !name.equals(text(bytes(header + LOCAL_BYTES, nameLength), 0, nameLength))) {
            throw new IOException(
                    "entry \"%s\" is not where the table of contents says, at byte %d".formatted(name, header));
        }
        return begin;
    }

    private static void requireApart(Map<String, ZipEntryPlace> entries) throws IOException {
        List<ZipEntryPlace> inFileOrder = new ArrayList<>(entries.values());
        inFileOrder.sort(Comparator.comparingLong(ZipEntryPlace::begin).thenComparingLong(ZipEntryPlace::end));
        for (int i = 1; i < inFileOrder.size(); i++) {
            if (inFileOrder.get(i).begin() < inFileOrder.get(i - 1).end()) {
                throw new IOException("entries \"%s\" and \"%s\" of the zip archive overlap"
                        .formatted(
                                inFileOrder.get(i - 1).name(),
                                inFileOrder.get(i).name()));
            }
        }
    }

    private ByteBuffer bytes(long position, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("the file ends at byte %d".formatted(position + bytes.position()));
            }
        }
        return bytes.flip();
    }

    private static String text(ByteBuffer bytes, int from, int length) {
        return StandardCharsets.UTF_8.decode(bytes.slice(from, length)).toString();
    }

    private static int unsignedShort(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private static long unsignedInt(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
