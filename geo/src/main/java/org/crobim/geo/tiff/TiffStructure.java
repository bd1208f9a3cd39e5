package org.crobim.geo.tiff;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crobim.core.error.InputException;

/**
 * The chain of directories of a TIFF or BigTIFF file. A chain that comes back to itself, leaves the file or does not end is
 * refused; fields whose values lie outside of the file are, too.
 */
public final class TiffStructure {
    private static final int MOST_DIRECTORIES = 256;
    private static final int MOST_FIELDS = 4096;
    private static final int CLASSIC = 42;
    private static final int BIG = 43;

    private final TiffInput input;
    private final boolean big;

    private TiffStructure(TiffInput input, boolean big) {
        this.input = input;
        this.big = big;
    }

    /**
     * Reads all directories of the main chain.
     *
     * @return at least one
     * @throws InputException if the file is no TIFF, cut off or damaged
     */
    public static List<TiffDirectory> read(TiffInput input) {
        if (!input.holds(0, 8)) {
            throw input.damaged("it has %d bytes".formatted(input.length()));
        }
        int mark = input.unsignedShort(0);
        if (mark != 0x4949 && mark != 0x4d4d) {
            throw input.damaged("it does not begin like a TIFF");
        }
        input.setOrder(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int version = input.unsignedShort(2);
        boolean classic = version == CLASSIC;
        if (!classic && (version != BIG || input.unsignedShort(4) != Long.BYTES)) {
            throw input.damaged("version %d, expected 42 or 43".formatted(version));
        }
        return new TiffStructure(input, !classic).chain();
    }

    private List<TiffDirectory> chain() {
        List<TiffDirectory> directories = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long position = big ? input.signedLong(8) : input.unsignedInt(4);
        while (position != 0) {
            if (!seen.add(position)) {
                throw input.damaged("its directories form a circle at byte %,d".formatted(position));
            }
            if (directories.size() == MOST_DIRECTORIES) {
                throw input.damaged("it has more than %d directories".formatted(MOST_DIRECTORIES));
            }
            position = addDirectory(position, directories);
        }
        if (directories.isEmpty()) {
            throw input.damaged("it has no directory");
        }
        return directories;
    }

    /** Adds the directory at a position and tells where the next one is, 0 after the last. */
    private long addDirectory(long start, List<TiffDirectory> directories) {
        if (!input.holds(start, Long.BYTES)) {
            throw input.damaged("a directory begins at byte %,d, the file has %,d".formatted(start, input.length()));
        }
        long count = big ? input.signedLong(start) : input.unsignedShort(start);
        int entryBytes = big ? 20 : 12;
        long entries = start + (big ? 8 : 2);
        if (count < 1 || count > MOST_FIELDS || !input.holds(entries, count * entryBytes + (big ? 8 : 4))) {
            throw input.damaged("the directory at byte %,d has %,d fields".formatted(start, count));
        }
        Map<Integer, TiffDirectory.Field> fields = new HashMap<>();
        for (int i = 0; i < count; i++) {
            field(entries + (long) i * entryBytes).ifPresent(field -> fields.putIfAbsent(field.tag(), field));
        }
        directories.add(new TiffDirectory(input, fields));
        long next = entries + count * entryBytes;
        return big ? input.signedLong(next) : input.unsignedInt(next);
    }

    private Optional<TiffDirectory.Field> field(long entry) {
        int tag = input.unsignedShort(entry);
        Optional<TiffType> type = TiffType.of(input.unsignedShort(entry + 2));
        long count = big ? input.signedLong(entry + 4) : input.unsignedInt(entry + 4);
        if (type.isEmpty() || count == 0) {
            return Optional.empty();
        }
        int inlineBytes = big ? 8 : 4;
        long inline = entry + (big ? 12 : 8);
        if (count < 0 || count > input.length()) {
            throw input.damaged("field %d has %,d values".formatted(tag, count));
        }
        long bytes = count * type.get().bytes();
        long position = bytes <= inlineBytes ? inline : big ? input.signedLong(inline) : input.unsignedInt(inline);
        if (!input.holds(position, bytes)) {
            throw input.damaged("the %,d values of field %d lie outside of the file".formatted(count, tag));
        }
        return Optional.of(new TiffDirectory.Field(tag, type.get(), count, position));
    }
}
