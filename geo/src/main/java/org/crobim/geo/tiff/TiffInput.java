package org.crobim.geo.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crobim.core.error.InputException;

/** An open TIFF file: bytes at positions, never beyond its end. Not safe for use by several threads. */
public final class TiffInput implements Closeable {
    private static final int PAGE_BYTES = 1 << 15;
    private static final int MOST_PAGES = 16;

    private final Path file;
    private final FileChannel channel;
    private final long length;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    /** By their first byte, those used last at the end. */
    private final Map<Long, ByteBuffer> pages = new LinkedHashMap<>(MOST_PAGES, 0.75f, true);

    private TiffInput(Path file, FileChannel channel, long length) {
        this.file = file;
        this.channel = channel;
        this.length = length;
    }

    /**
     * Opens a file.
     *
     * @throws InputException if it cannot be read
     */
    public static TiffInput open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new TiffInput(file, channel, channel.size());
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new InputException(
                    "%s: cannot be read (%s). Check the path and its permissions.".formatted(file, e), e);
        }
    }

    /** As named by the user. */
    public Path file() {
        return file;
    }

    /** Bytes of the file. */
    long length() {
        return length;
    }

    ByteOrder order() {
        return order;
    }

    void setOrder(ByteOrder order) {
        this.order = order;
    }

    /** Whether these bytes lie within the file. */
    boolean holds(long position, long bytes) {
        return position >= 0 && bytes >= 0 && position <= length - bytes;
    }

    int unsignedShort(long position) {
        return at(position, Short.BYTES).getShort() & 0xffff;
    }

    long unsignedInt(long position) {
        return at(position, Integer.BYTES).getInt() & 0xffff_ffffL;
    }

    long signedLong(long position) {
        return at(position, Long.BYTES).getLong();
    }

    double floatingPoint(long position) {
        return at(position, Double.BYTES).getDouble();
    }

    float singleFloat(long position) {
        return at(position, Float.BYTES).getFloat();
    }

    int unsignedByte(long position) {
        return at(position, 1).get() & 0xff;
    }

    /** Small values lie in a few tables that are read side by side; a page of the file serves many of them. */
    private ByteBuffer at(long position, int bytes) {
        requireInside(position, bytes);
        long start = position / PAGE_BYTES * PAGE_BYTES;
        if (position + bytes > start + PAGE_BYTES) {
            return ByteBuffer.wrap(read(position, bytes)).order(order);
        }
        ByteBuffer page = pages.get(start);
        if (page == null) {
            page = ByteBuffer.wrap(read(start, (int) Math.min(PAGE_BYTES, length - start)));
            pages.put(start, page);
            if (pages.size() > MOST_PAGES) {
                pages.remove(pages.keySet().iterator().next());
            }
        }
        return page.order(order).position((int) (position - start));
    }

    /**
     * Reads bytes.
     *
     * @throws InputException if the file ends before
     */
    byte[] read(long position, int bytes) {
        requireInside(position, bytes);
        ByteBuffer target = ByteBuffer.allocate(bytes);
        try {
            while (target.hasRemaining()) {
                if (channel.read(target, position + target.position()) < 0) {
                    throw damaged("it became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw new InputException("%s: cannot be read (%s).".formatted(file, e), e);
        }
        return target.array();
    }

    private void requireInside(long position, long bytes) {
        if (!holds(position, bytes)) {
            throw damaged("%,d bytes at %,d lie outside of the file of %,d bytes".formatted(bytes, position, length));
        }
    }

    /** An error of the file. */
    InputException damaged(String what) {
        return new InputException(damage(what));
    }

    /** An error of the file with the library's own as cause. */
    InputException damaged(String what, Exception cause) {
        return new InputException(damage(what), cause);
    }

    private String damage(String what) {
        return "%s: this TIFF is cut off or damaged (%s). Copy it again or export it anew.".formatted(file, what);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be closed".formatted(file), e);
        }
    }
}
